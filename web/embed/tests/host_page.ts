/** A frame, its wrapper and the page around them, without a browser. */
import type { Theme } from '../../bridge/protocol'
import { connectBridge, type Bridge } from '../../runtime/src/bridge'
import { openShelf, type Shelf } from '../src/shelf'
import { Wrapper } from '../src/wrapper'

export type Listener = (event: MessageEvent) => void
export const open: MessagePort[] = []

type Options = {
  shelf?: Shelf
  theme?: unknown
  bar?: number
  secret?: string
  show?: (told: Record<string, unknown>) => void
}

/** A frame inside a wrapper inside a host page, without a browser. */
export function page(options: Options = {}) {
  const time = fakeTime()
  const listeners: Listener[] = []
  const toHost: Record<string, unknown>[] = []
  const welcomes: unknown[] = []
  const host = { postMessage: (message: unknown) => void toHost.push(message as never) }
  const contentWindow = {
    postMessage: (data: unknown, _target: string, ports: Transferable[] = []) => {
      welcomes.push(data)
      open.push(...(ports as MessagePort[]))
      const event = { data, source: parent, ports } as unknown as MessageEvent
      for (const listener of listeners) listener(event)
    },
  }
  const wrapper = new Wrapper({
    hear: () => undefined,
    embed: 'e1',
    frame: { contentWindow },
    host,
    shelf: options.shelf ?? openShelf(() => fakeStorage(), 'praxeo:e1:'),
    nonce: () => 'nonce-1',
    theme: options.theme ?? {},
    time,
    bar: options.bar ?? 0,
    secret: options.secret ?? '',
    ...(options.show && { show: options.show }),
  })
  const receive = (data: unknown, source: unknown = contentWindow) =>
    wrapper.receive({ data, source } as MessageEvent)
  const parent = { postMessage: (message: unknown) => receive(message) }
  const app = {
    parent,
    addEventListener: (_type: 'message', listener: Listener) => void listeners.push(listener),
  }
  return { app, host, receive, toHost, welcomes, contentWindow, time }
}

/** A clock that goes on when it is told to, and does then what was to be done later. */
export function fakeTime() {
  let at = 0
  const waiting: { at: number; work: () => void }[] = []
  return {
    now: () => at,
    later: (work: () => void, ms: number) => waiting.push({ at: at + ms, work }),
    pass: (ms: number) => {
      const end = at + ms
      for (;;) {
        waiting.sort((a, b) => a.at - b.at)
        if (!waiting[0] || waiting[0].at > end) break
        const { at: due, work } = waiting.shift() as { at: number; work: () => void }
        at = due
        work()
      }
      at = end
    },
  }
}

export function connect(app: Parameters<typeof connectBridge>[0]) {
  const themes: Theme[] = []
  type Connected = { bridge: Bridge; theme: Theme; sources: boolean }
  const connected = new Promise<Connected>((resolve) => {
    connectBridge(app, {
      connected: (bridge, theme, sources) => resolve({ bridge, theme, sources }),
      themed: (theme) => void themes.push(theme),
    })
  })
  return { connected, themes }
}

export function fakeStorage(limit = Infinity): Storage {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: (at) => [...values.keys()][at] ?? null,
    removeItem: (key) => void values.delete(key),
    setItem: (key, value) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError')
      values.set(key, value)
    },
  }
}

/** Wait until the messages that were sent before have been dealt with. */
export async function settled(bridge: Bridge): Promise<void> {
  await bridge.load('nothing')
}

/** Close what was opened, so that nothing listens on. */
export function closeAll(): void {
  for (const port of open.splice(0)) port.close()
}
