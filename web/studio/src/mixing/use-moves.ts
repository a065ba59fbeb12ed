/** Entries of a list moved one place up or down; the focus stays with what was moved, and it is told. */
import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../i18n'

export function useMoves<Entry>(
  all: readonly Entry[],
  keyOf: (entry: Entry) => string,
  nameOf: (entry: Entry) => string,
  onMove: (key: string, by: -1 | 1) => void,
) {
  const t = useTranslate()
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<{ place: number; by: -1 | 1 } | null>(null)
  const [told, setTold] = useState('')
  useEffect(() => {
    if (!moved.current) return
    const { place, by } = moved.current
    moved.current = null
    list.current?.children[place]?.querySelector<HTMLElement>(`[data-by="${by}"]`)?.focus()
  }, [all])
  const can = (place: number, by: -1 | 1) => all[place + by] !== undefined
  const move = (place: number, by: -1 | 1) => {
    const entry = all[place]
    if (!entry) return
    moved.current = { place: place + by, by }
    setTold(t('mix.moved', { name: nameOf(entry), place: place + by + 1, count: all.length }))
    onMove(keyOf(entry), by)
  }
  return { list, told, can, move }
}

export type Moves = Pick<ReturnType<typeof useMoves>, 'can' | 'move'>
