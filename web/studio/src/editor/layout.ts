/** How the edit tab is laid out; this device remembers it. */
import { useEffect, useState } from 'react'
import { WIDTHS, type Size } from './live-preview'

export type Panes = 'spec' | 'code' | 'both'
export type Layout = { panes: Panes; size: Size; aside: 'outline' | 'grammar' | 'none' }

const STORED = 'praxeo.edit'
const FIRST: Layout = { panes: 'spec', size: 'phone', aside: 'outline' }
const PANES: readonly Panes[] = ['spec', 'code', 'both']
const ASIDES = ['outline', 'grammar', 'none'] as const

/** What was stored, made sound: words that are no longer known fall back to the first ones. */
export function soundLayout(stored: unknown): Layout {
  const found = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<Layout>
  return {
    panes: PANES.find((name) => name === found.panes) ?? FIRST.panes,
    size: (Object.keys(WIDTHS) as Size[]).find((name) => name === found.size) ?? FIRST.size,
    aside: ASIDES.find((name) => name === found.aside) ?? FIRST.aside,
  }
}

export function useLayout(): [Layout, (change: Partial<Layout>) => void] {
  const [layout, setLayout] = useState(() => {
    try {
      return soundLayout(JSON.parse(localStorage.getItem(STORED) ?? 'null'))
    } catch {
      return FIRST
    }
  })
  const change = (part: Partial<Layout>) => {
    const after = { ...layout, ...part }
    setLayout(after)
    try {
      localStorage.setItem(STORED, JSON.stringify(after))
    } catch {
      // A browser without storage forgets on reload; nothing else depends on it.
    }
  }
  return [layout, change]
}

const NARROW = '(max-width: 60rem)'

/** Whether there is room for one pane only. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => window.matchMedia(NARROW).matches)
  useEffect(() => {
    const query = window.matchMedia(NARROW)
    const listen = () => setNarrow(query.matches)
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [])
  return narrow
}
