/** Unsaved text, kept on this device from the first keystroke until it is saved or thrown away. */

export type Draft = { text: string; base: string }

const key = (name: string): string => `praxeo.draft.${name}`

export function readDraft(name: string): Draft | null {
  try {
    const stored = JSON.parse(localStorage.getItem(key(name)) ?? 'null') as Draft | null
    return stored && typeof stored.text === 'string' && typeof stored.base === 'string'
      ? stored
      : null
  } catch {
    return null
  }
}

export function keepDraft(name: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key(name), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(key(name))
  } catch {
    // Nothing was kept where nothing can be kept.
  }
}
