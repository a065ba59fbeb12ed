/**
 * Tells the host of the embeds how the app is used: a random id for this visit, what was answered and how long it was
 * seen, nothing of who it is. What cannot be sent waits in the storage, where there is one, and is sent again.
 */
import { asRecord } from '../../bridge/protocol'
import type { Shelf } from './shelf'

const EVERY_MS = 10_000
const SEEN_MS = 1_000
const MOST_EVENTS = 50
const MOST_WAITING_CHARS = 32_000
const MOST_STAY_SECONDS = 600

export interface Sending {
  visit: string
  version: string
  browser: string
  site: string
  /** Whether it was taken; null where nobody wants to be told. */
  send: (text: string, leaving: boolean) => Promise<boolean | null>
  shelf: Shelf
  now: () => number
  visible: () => boolean
  nonce: () => string
}

type Told = Record<string, string | number>

export class Telling {
  private events: Told[] = []
  private seenMs = 0
  private lookedAt: number
  private started = false
  private viewed = false
  private over = false
  private sending = false
  private waiting: string[]

  constructor(private readonly by: Sending) {
    this.lookedAt = by.now()
    this.waiting = lines(by.shelf.load('waiting'))
  }

  /** What the app said, already read as plain JSON. */
  hear(name: string, data: Record<string, unknown>): void {
    if (name === 'started') this.started = true
    if (name === 'completed') this.note({ name })
    if (name !== 'answered') return
    const { exercise, verdict, done, choice } = data
    if (typeof exercise !== 'string' || typeof verdict !== 'string') return
    const more = typeof choice === 'string' && choice !== '' ? { choice: choice.slice(0, 120) } : {}
    this.note({ name, exercise, verdict, done: typeof done === 'number' ? done : 0, ...more })
  }

  /** Called now and then, and when the page is left: counts what was seen, and sends what there is. */
  async look(leaving = false, wasVisible = this.by.visible()): Promise<void> {
    const now = this.by.now()
    if (wasVisible) this.seenMs += now - this.lookedAt
    this.lookedAt = now
    if (this.over || !this.started || this.seenMs < SEEN_MS) return
    if (!this.viewed) {
      this.viewed = true
      this.events.unshift({ id: this.by.nonce(), name: 'viewed' })
    }
    const seconds = Math.min(Math.floor(this.seenMs / 1_000), MOST_STAY_SECONDS)
    this.seenMs -= seconds * 1_000
    if (seconds > 0) this.note({ name: 'stayed', seconds })
    await this.send(leaving)
  }

  private note(told: Told): void {
    this.events.push({ id: this.by.nonce(), ...told })
  }

  /**
   * What is to be sent is kept first and dropped once it is taken, so that nothing is lost with the page; what is sent
   * twice counts once.
   */
  private async send(leaving: boolean): Promise<void> {
    const { visit, version, browser, site } = this.by
    while (this.events.length > 0) {
      const events = this.events.splice(0, MOST_EVENTS)
      this.waiting.push(JSON.stringify({ visit, version, browser, site, events }))
    }
    this.keep()
    if (this.sending && !leaving) return
    this.sending = !leaving
    for (const one of [...this.waiting]) {
      const taken = await this.by.send(one, leaving)
      if (taken === null) this.over = true
      if (taken !== false) this.waiting = this.waiting.filter((other) => other !== one)
    }
    if (!leaving) this.sending = false
    this.keep()
  }

  private keep(): void {
    const kept = this.waiting.join('\n')
    if (kept.length <= MOST_WAITING_CHARS) this.by.shelf.store('waiting', kept)
  }
}

const lines = (text: string | null): string[] => (text ?? '').split('\n').filter((it) => it !== '')

/** The browser's own id, as far as its storage keeps one: it tells browsers apart, for this embed alone. */
export function browserId(shelf: Shelf, nonce: () => string): string {
  const known = shelf.load('browser')
  if (known !== null) return known
  const fresh = nonce()
  return shelf.store('browser', fresh).durable ? fresh : ''
}

/** The host of the page around, as far as it is told. */
export function siteOf(referrer: string): string {
  try {
    return referrer === '' ? '' : new URL(referrer).host
  } catch (error) {
    if (error instanceof TypeError) return ''
    throw error
  }
}

/** Starts telling for this page; gives what hears the app. */
export function startTelling(
  page: Window,
  to: { address: string; version: string; shelf: Shelf; nonce: () => string },
): (name: string, data: unknown) => void {
  const { document } = page
  const telling = new Telling({
    visit: to.nonce(),
    version: to.version,
    browser: browserId(to.shelf, to.nonce),
    site: siteOf(document.referrer),
    shelf: to.shelf,
    nonce: to.nonce,
    now: () => page.performance.now(),
    visible: () => document.visibilityState === 'visible',
    send: async (text, leaving) => {
      if (leaving) {
        page.navigator.sendBeacon(to.address, text)
        return false // nobody says whether it arrived
      }
      try {
        const { status } = await page.fetch(to.address, { method: 'POST', body: text })
        return status < 300 ? true : status < 500 && status !== 429 ? null : false
      } catch (error) {
        if (error instanceof TypeError) return false // not online
        throw error
      }
    },
  })
  page.setInterval(() => void telling.look(), EVERY_MS)
  page.setTimeout(() => void telling.look(), 1_500)
  document.addEventListener('visibilitychange', () => {
    // What was seen until now counts as seen.
    void telling.look(document.visibilityState === 'hidden', document.visibilityState === 'hidden')
  })
  return (name, data) => {
    const record = asRecord(data)
    if (record) telling.hear(name, record)
  }
}
