/** The keys of the library, as a list for people and as a listener. */
import { useEffect, useRef } from 'react'
import type { Key } from '../i18n'

/** What the help shows: keys as they are pressed, and what they do. */
export const LIBRARY_SHORTCUTS: readonly { keys: readonly string[]; label: Key }[] = [
  { keys: ['j', 'k', '↓', '↑'], label: 'keys.move' },
  { keys: ['x', 'X'], label: 'keys.select' },
  { keys: ['Enter'], label: 'keys.open' },
  { keys: ['e'], label: 'action.rename' },
  { keys: ['a'], label: 'action.archive' },
  { keys: ['Delete'], label: 'action.delete' },
  { keys: ['/'], label: 'keys.search' },
  { keys: ['Esc'], label: 'keys.clear' },
]

/** Whether a key is meant for what has the focus, or for an open dialog. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  const target = event.target as Element | null
  return target?.matches(WRITING) === true || document.querySelector('dialog[open]') !== null
}

const WRITING = 'input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog *'

/** Act on single keys wherever the focus is, but never while somebody writes or a dialog is open. */
export function useKeys(acts: Record<string, () => void>): void {
  const current = useRef(acts)
  useEffect(() => {
    current.current = acts
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTaken(event)) return
      const act = current.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
