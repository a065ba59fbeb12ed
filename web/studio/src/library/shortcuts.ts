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

const WRITING = 'input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog *'

/** Act on single keys wherever the focus is, but never while somebody writes or a dialog is open. */
export function useKeys(acts: Record<string, () => void>): void {
  const current = useRef(acts)
  useEffect(() => {
    current.current = acts
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const target = event.target as Element | null
      if (target?.matches(WRITING) || document.querySelector('dialog[open]')) return
      const act = current.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
