/** The app's values, kept in the embed origin's storage under the embed's id, or in memory. */
import { MAX_KEY_CHARS, MAX_KEYS, MAX_STORED_CHARS, MAX_VALUE_CHARS } from '../../bridge/protocol'

export interface Shelf {
  load(key: string): string | null
  /** Whether the value was taken, and whether it outlives the page. */
  store(key: string, value: string): { ok: boolean; durable: boolean }
}

export function openShelf(open: () => Storage, prefix: string): Shelf {
  const memory = new Map<string, string>()
  const storage = usable(open, prefix)
  const keys = (): string[] => {
    const names = storage
      ? Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
      : []
    const kept = names
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length))
    return [...new Set([...kept, ...memory.keys()])]
  }
  const load = (key: string): string | null =>
    memory.get(key) ?? storage?.getItem(prefix + key) ?? null
  return {
    load,
    store: (key, value) => {
      const known = keys()
      const fits = key !== '' && key.length <= MAX_KEY_CHARS && value.length <= MAX_VALUE_CHARS
      const others = known.filter((name) => name !== key)
      const held = others.reduce((sum, name) => sum + (load(name)?.length ?? 0), 0)
      if (!fits || others.length >= MAX_KEYS || held + value.length > MAX_STORED_CHARS) {
        return { ok: false, durable: false }
      }
      const durable = storage !== null && written(storage, prefix + key, value)
      if (durable) memory.delete(key)
      else memory.set(key, value)
      return { ok: true, durable }
    },
  }
}

function usable(open: () => Storage, prefix: string): Storage | null {
  try {
    const storage = open()
    storage.getItem(prefix)
    return storage
  } catch (error) {
    if (error instanceof DOMException) return null // blocked, as for third parties in some browsers
    throw error
  }
}

function written(storage: Storage, key: string, value: string): boolean {
  try {
    storage.setItem(key, value)
    return true
  } catch (error) {
    if (error instanceof DOMException) return false // the quota is used up
    throw error
  }
}
