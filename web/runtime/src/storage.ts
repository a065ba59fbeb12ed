/** Where progress is kept: by the wrapper page, by the browser for a file, or only in memory. */
import type { Bridge } from './bridge'

/** How long what was written will last. */
export type Lasting = 'kept' | 'until_closed'
export interface Shelf {
  load(key: string): Promise<string | null>
  store(key: string, value: string): Promise<Lasting>
}

export function bridgeShelf(bridge: Bridge): Shelf {
  return {
    load: (key) => bridge.load(key),
    store: async (key, value) => {
      const { ok, durable } = await bridge.store(key, value)
      return ok && durable ? 'kept' : 'until_closed'
    },
  }
}

/** The browser's own storage under a prefix, or null where it is blocked (as in every sandbox). */
export function localShelf(open: () => Storage, prefix: string): Shelf | null {
  try {
    const storage = open()
    storage.setItem(`${prefix}:probe`, '1')
    storage.removeItem(`${prefix}:probe`)
    return {
      load: (key) => Promise.resolve(storage.getItem(`${prefix}:${key}`)),
      store: (key, value) => Promise.resolve(write(storage, `${prefix}:${key}`, value)),
    }
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null
    throw error
  }
}

function write(storage: Storage, key: string, value: string): Lasting {
  try {
    storage.setItem(key, value)
    return 'kept'
  } catch (error) {
    if (error instanceof DOMException) return 'until_closed' // full, or switched off since
    throw error
  }
}

export function memoryShelf(): Shelf {
  const values = new Map<string, string>()
  return {
    load: (key) => Promise.resolve(values.get(key) ?? null),
    store: (key, value) => {
      values.set(key, value)
      return Promise.resolve('until_closed')
    },
  }
}
