/** The wrapper's end of the bridge: gives the app storage, theme and a voice, and nothing else. */
import {
  asRecord,
  EVENT_NAMES,
  MAX_EVENT_CHARS,
  MAX_HEIGHT_PX,
  MAX_KEY_CHARS,
  MAX_VALUE_CHARS,
  PROTOCOL_VERSION,
  type EventName,
  type Theme,
  type ToApp,
} from '../../bridge/protocol'
import { safeTheme } from '../../bridge/theme'
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
}

export class Wrapper {
  private port: MessagePort | null = null
  private nonce = ''
  private theme: Theme
  private height = 0

  constructor(private readonly around: Surroundings) {
    this.theme = safeTheme(around.theme)
  }

  /** Every message to the window; only the app's hello and the host's theme are listened to. */
  receive(event: Pick<MessageEvent, 'source' | 'data'>): void {
    const { frame, host } = this.around
    const message = asRecord(event.data)
    if (message?.['praxeo'] !== PROTOCOL_VERSION || event.source === null) return
    if (event.source === (frame.contentWindow as unknown)) {
      if (message['type'] === 'hello') this.welcome()
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
      { praxeo: PROTOCOL_VERSION, type: 'welcome', nonce: this.nonce, theme: this.theme },
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
        if (typeof height === 'number') this.resize(height)
        break
      case 'view':
        this.toHost({ type: 'view' })
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

  private resize(height: number): void {
    const whole = Math.round(height)
    if (!(whole > 0 && whole <= MAX_HEIGHT_PX) || whole === this.height) return
    this.height = whole
    this.toHost({ type: 'resize', height: whole })
  }

  private event(name: unknown, data: unknown): void {
    const record = asRecord(data)
    if (!EVENT_NAMES.includes(name as EventName) || !record) return
    if (JSON.stringify(record).length > MAX_EVENT_CHARS) return
    this.toHost({ type: 'event', name, data: record })
  }

  private toHost(message: Record<string, unknown>): void {
    const { host, embed } = this.around
    host?.postMessage({ praxeo: PROTOCOL_VERSION, embed, ...message }, '*')
  }

  private send(message: ToApp): void {
    this.port?.postMessage(message)
  }
}

const isId = (id: unknown): id is number => Number.isSafeInteger(id)
const isKey = (key: unknown): key is string =>
  typeof key === 'string' && key !== '' && key.length <= MAX_KEY_CHARS
