/** The app's end of the bridge: storage, resize, theme and events through the wrapper page. */
import {
  asRecord,
  PROTOCOL_VERSION,
  SOURCE_CHARS,
  type EventName,
  type FromApp,
  type Theme,
  type ToldSource,
} from '../../bridge/protocol'
import { safeTheme } from '../../bridge/theme'

/** The part of a window that the handshake needs. */
export interface Frame {
  readonly parent: { postMessage(message: unknown, target: string): void }
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
}
export interface BridgeHooks {
  connected(bridge: Bridge, theme: Theme, sources: boolean, films: boolean): void
  themed(theme: Theme): void
}
type WithoutFrame<T> = T extends unknown ? Omit<T, 'v' | 'nonce'> : never

/** Say hello to whoever frames this app; nothing happens if nobody answers. */
export function connectBridge(frame: Frame, hooks: BridgeHooks): void {
  let connected = false
  frame.addEventListener('message', (event) => {
    const message = asRecord(event.data)
    const port = event.ports[0]
    if (connected || event.source !== frame.parent || !port) return
    if (message?.['praxeo'] !== PROTOCOL_VERSION || message['type'] !== 'welcome') return
    const nonce = message['nonce']
    if (typeof nonce !== 'string') return
    connected = true
    const bridge = new Bridge(port, nonce, hooks.themed)
    const sources = message['sources'] === true
    hooks.connected(bridge, safeTheme(message['theme']), sources, !!message['films'])
  })
  frame.parent.postMessage({ praxeo: PROTOCOL_VERSION, type: 'hello' }, '*')
}

export class Bridge {
  private asked = 0
  private readonly answers = new Map<number, (message: Record<string, unknown>) => void>()

  constructor(
    private readonly port: MessagePort,
    private readonly nonce: string,
    themed: (theme: Theme) => void,
  ) {
    port.onmessage = (event) => {
      const message = asRecord(event.data)
      if (message?.['v'] !== PROTOCOL_VERSION) return
      if (message['type'] === 'theme') themed(safeTheme(message['theme']))
      const id = message['id']
      if (typeof id !== 'number') return
      this.answers.get(id)?.(message)
      this.answers.delete(id)
    }
  }

  async load(key: string): Promise<string | null> {
    const { value } = await this.ask((id) => ({ type: 'load', id, key }))
    return typeof value === 'string' ? value : null
  }

  /** Whether the value was taken, and whether it will outlive the page. */
  async store(key: string, value: string): Promise<{ ok: boolean; durable: boolean }> {
    const { ok, durable } = await this.ask((id) => ({ type: 'store', id, key, value }))
    return { ok: ok === true, durable: durable === true }
  }

  resize(height: number): void {
    this.send({ type: 'resize', height })
  }

  /** Say that another view is shown, so that a host may bring its top into sight. */
  view(): void {
    this.send({ type: 'view' })
  }

  /** Have the page around the app show a place of a source, and the way there. */
  source(told: ToldSource): void {
    const cut = Object.entries(SOURCE_CHARS).map(([name, most]) => [
      name,
      told[name as keyof ToldSource].slice(0, most),
    ])
    this.send({ type: 'source', ...(Object.fromEntries(cut) as ToldSource) })
  }

  /** Have the page around the app show what is kept of the learner. */
  kept(): void {
    this.send({ type: 'kept' })
  }

  event(name: EventName, data: Record<string, unknown>): void {
    this.send({ type: 'event', name, data })
  }

  private ask(message: (id: number) => WithoutFrame<FromApp>): Promise<Record<string, unknown>> {
    this.asked += 1
    const id = this.asked
    return new Promise((resolve) => {
      this.answers.set(id, resolve)
      this.send(message(id))
    })
  }

  private send(message: WithoutFrame<FromApp>): void {
    this.port.postMessage({ v: PROTOCOL_VERSION, nonce: this.nonce, ...message })
  }
}
