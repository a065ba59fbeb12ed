/** Unsaved text, kept on this device from the first keystroke until it is saved or thrown away.
 *
 * Each tab keeps its own, so that two tabs of one browser never write over each other. A tab that
 * has none takes over what another one left.
 */

/** `base` is the id of the version that was edited; `at` the time of the last change, in ms. */
export type Draft = { text: string; base: string; at: number }

const PREFIX = 'praxeo.draft.'
const TAB = 'praxeo.tab'

/** This tab's own name; it outlives a reload. */
function tabName(): string {
  try {
    const known = sessionStorage.getItem(TAB)
    if (known) return known
    const made = crypto.randomUUID()
    sessionStorage.setItem(TAB, made)
    return made
  } catch {
    return 'only'
  }
}

const own = (name: string): string => `${PREFIX}${name}.${tabName()}`

function read(key: string): Draft | null {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
    return stored && typeof stored.text === 'string' && typeof stored.base === 'string'
      ? { text: stored.text, base: stored.base, at: Number(stored.at) || 0 }
      : null
  } catch {
    return null
  }
}

/** This tab's draft, or else the newest one that another tab left, which then becomes this tab's. */
export function takeDraft(name: string): Draft | null {
  const mine = read(own(name))
  if (mine) return mine
  let found: { key: string; draft: Draft } | null = null
  try {
    for (const key of Object.keys(localStorage)) {
      const draft = key.startsWith(`${PREFIX}${name}.`) ? read(key) : null
      if (draft && (!found || draft.at > found.draft.at)) found = { key, draft }
    }
  } catch {
    return null
  }
  if (!found) return null
  if (keepDraft(name, found.draft)) localStorage.removeItem(found.key)
  return found.draft
}

export function keepDraft(name: string, draft: Draft): boolean {
  try {
    localStorage.setItem(own(name), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(own(name))
  } catch {
    // Nothing was kept where nothing can be kept.
  }
}

/** Calls back when another tab keeps a draft of the same text, or drops one. */
export function watchDrafts(name: string, changed: (kept: boolean) => void): () => void {
  const listen = ({ key, newValue }: StorageEvent) => {
    if (key?.startsWith(`${PREFIX}${name}.`) && key !== own(name)) changed(newValue !== null)
  }
  window.addEventListener('storage', listen)
  return () => window.removeEventListener('storage', listen)
}
