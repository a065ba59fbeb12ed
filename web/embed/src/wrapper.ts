/** The wrapper's end of the bridge: gives the app storage, theme and a voice, and nothing else. */
import {
  asRecord,
  EVENT_NAMES,
  MAX_EVENT_CHARS,
  MAX_HELLOS,
  MAX_KEY_CHARS,
  MAX_MESSAGES,
  MAX_VALUE_CHARS,
  PROTOCOL_VERSION,
  type EventName,
  type Theme,
  type ToApp,
} from '../../bridge/protocol'
import { safeTheme } from '../../bridge/theme'
import { Allowance, SECOND_MS } from './allowance'
import { Heights, type Time } from './heights'
import { plain } from './plain'
import type { Shelf } from './shelf'

interface Target {
  postMessage(message: unknown, target: string, transfer?: Transferable[]): void
}
export interface Surroundings {
  embed: string
  frame: { readonly contentWindow: Target | null }
  /** The page that embeds the wrapper, or null if there is none. */
  host: Target | null
  shelf: Shelf
  nonce: () => string
  theme: unknown
  time: Time
  /** What the wrapper shows of its own below the app, in CSS pixels. */
  bar: number
  /** What a WordPress page gave to be told heights with; "" elsewhere. */
  secret: string
  /** Shows a place of a source, as the app tells of it, or what is kept of the learner; left out: nothing does. */
  show?: (told: Record<string, unknown>) => void
  /** Whether recordings are played there; "" where none are. */
  films?: string | undefined
  /** Hears each event that the app tells, as plain JSON. */
  hear: (name: EventName, data: Record<string, unknown>) => void
}

export class Wrapper {
  private port: MessagePort | null = null
  private nonce = ''
  private theme: Theme
  private readonly heights: Heights
  private readonly hellos: Allowance
  private readonly messages: Allowance
  private readonly events: Allowance

  constructor(private readonly around: Surroundings) {
    const { time, theme, bar } = around
    this.theme = safeTheme(theme)
    this.hellos = new Allowance(MAX_HELLOS, time.now)
    // Over two seconds: a page that was busy gets what came meanwhile together with what comes then.
    this.messages = new Allowance(MAX_MESSAGES, time.now, 2 * SECOND_MS)
    this.events = new Allowance(MAX_MESSAGES, time.now, 2 * SECOND_MS)
    this.heights = new Heights(time, (height) => {
      const wait = this.messages.wait()
      if (wait === 0) this.resized(height + bar)
      return wait
    })
  }

  /** Every message to the window; only the app's hello and the host's theme are listened to. */
  receive(event: Pick<MessageEvent, 'source' | 'data'>): void {
    const { frame, host } = this.around
    const message = asRecord(event.data)
    if (message?.['praxeo'] !== PROTOCOL_VERSION || event.source === null) return
    if (event.source === (frame.contentWindow as unknown)) {
      if (message['type'] === 'hello' && this.hellos.take()) this.welcome()
    } else if (event.source === (host as unknown) && message['type'] === 'theme') {
      this.theme = safeTheme(message['theme'])
      this.send({ v: PROTOCOL_VERSION, type: 'theme', theme: this.theme })
    }
  }

  /** A new hello (the frame was loaded again) makes the old port useless. */
  private welcome(): void {
    this.port?.close()
    const channel = new MessageChannel()
    this.port = channel.port1
    this.nonce = this.around.nonce()
    this.port.onmessage = (event) => this.fromApp(event.data)
    // The app's origin is opaque, so no target origin can be named; the receiver is the frame itself.
    this.around.frame.contentWindow?.postMessage(
      {
        praxeo: PROTOCOL_VERSION,
        type: 'welcome',
        nonce: this.nonce,
        theme: this.theme,
        sources: !!this.around.show,
        films: this.around.films,
      },
      '*',
      [channel.port2],
    )
  }

  private fromApp(data: unknown): void {
    const message = asRecord(data)
    if (message?.['v'] !== PROTOCOL_VERSION || message['nonce'] !== this.nonce) return
    const { id, key, value, height, name } = message
    switch (message['type']) {
      case 'load':
        if (isId(id) && isKey(key)) this.loaded(id, this.around.shelf.load(key))
        break
      case 'store':
        if (isId(id)) this.stored(id, key, value)
        break
      case 'resize':
        if (typeof height === 'number') this.heights.ask(height)
        break
      case 'view':
        this.toHost({ type: 'view' })
        break
      case 'source':
      case 'kept':
        this.around.show?.(message)
        break
      case 'event':
        this.event(name, message['data'])
        break
    }
  }

  private loaded(id: number, value: string | null): void {
    this.send({ v: PROTOCOL_VERSION, type: 'loaded', id, value })
  }

  private stored(id: number, key: unknown, value: unknown): void {
    const fits = isKey(key) && typeof value === 'string' && value.length <= MAX_VALUE_CHARS
    const kept = fits ? this.around.shelf.store(key, value) : { ok: false, durable: false }
    this.send({ v: PROTOCOL_VERSION, type: 'stored', id, ...kept })
  }

  private event(name: unknown, data: unknown): void {
    const record = asRecord(data)
    if (!EVENT_NAMES.includes(name as EventName) || !record) return
    const read = plain(record, MAX_EVENT_CHARS)
    if (!read || !this.events.take()) return
    this.around.hear(name as EventName, read)
    this.toHost({ type: 'event', name, data: read })
  }

  /** WordPress fits a frame to what tells it its own secret, 200 to 1,000 pixels high. */
  private resized(height: number): void {
    const { host, secret } = this.around
    this.toHost({ type: 'resize', height })
    if (secret) host?.postMessage({ message: 'height', value: height, secret }, '*')
  }

  /** Tell the page around, unless it has been told enough in this second. */
  private toHost(message: Record<string, unknown>): void {
    const { host, embed } = this.around
    if (this.messages.take())
      host?.postMessage({ praxeo: PROTOCOL_VERSION, embed, ...message }, '*')
  }

  private send(message: ToApp): void {
    this.port?.postMessage(message)
  }
}

const isId = (id: unknown): id is number => Number.isSafeInteger(id)
const isKey = (key: unknown): key is string =>
  typeof key === 'string' && key !== '' && key.length <= MAX_KEY_CHARS
