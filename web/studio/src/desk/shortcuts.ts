/** The keys of the desk, as a list for people and as a listener. */
import { useEffect, useRef } from 'react'
import type { Key } from '../i18n'
import { partOf } from './places'
import type { Acts } from './use-acts'
import type { DeskAtHand } from './use-desk'
import type { PlaceAtHand } from './use-place'

export const DESK_SHORTCUTS: readonly { keys: readonly string[]; label: Key }[] = [
  { keys: ['j', 'k', '↓', '↑'], label: 'desk.key.move' },
  { keys: ['Enter'], label: 'desk.key.edit' },
  { keys: ['Esc'], label: 'desk.key.done' },
  { keys: ['Delete'], label: 'desk.key.drop' },
  { keys: ['Alt', '↓'], label: 'desk.key.shift' },
  { keys: ['n'], label: 'desk.key.add' },
  { keys: ['d'], label: 'desk.key.duplicate' },
  { keys: [']', '['], label: 'desk.key.parts' },
  { keys: ['Mod', 'Z'], label: 'desk.undo' },
  { keys: ['Mod', 'Shift', 'Z'], label: 'desk.redo' },
]

const WRITING = 'textarea, select, input:not([type=radio], [type=checkbox])'
/** Where keys mean what they always mean. */
const ELSEWHERE = '[role=tablist], [role=menu], nav, dialog, fieldset, .example-head'

type Given = { desk: DeskAtHand; place: PlaceAtHand; acts: Acts; onAdd: () => void }

export function useDeskKeys(given: Given): void {
  const latest = useRef(given)
  latest.current = given
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      if (document.querySelector('dialog[open]')) return
      const act = actOf(event, latest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

type Act = (() => void) | undefined | false

function actOf(event: KeyboardEvent, { desk, place, acts, onAdd }: Given): Act {
  const target = event.target instanceof Element ? event.target : document.body
  const mod = event.ctrlKey || event.metaKey
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (mod && key === 'z') return event.shiftKey ? acts.redo : acts.undo
  if (mod && key === 'y') return acts.redo
  if (place.open && (key === 'Escape' || (mod && key === 'Enter'))) return place.close
  if (mod || target.matches(WRITING) || target.closest(ELSEWHERE)) return undefined
  const { item } = place
  if (event.altKey) {
    if (item === '') return undefined
    if (key === 'ArrowDown') return () => acts.shift(item, 1)
    return key === 'ArrowUp' && (() => acts.shift(item, -1))
  }
  const onButton = target.matches('button, a, input, summary')
  if (onButton && (key === 'Enter' || key === ' ' || key.startsWith('Arrow'))) return undefined
  return plainAct(key, desk, place, acts, onAdd)
}

function plainAct(
  key: string,
  desk: DeskAtHand,
  place: PlaceAtHand,
  acts: Acts,
  onAdd: () => void,
): Act {
  const { item } = place
  if (key === 'j' || key === 'ArrowDown') return () => step(desk, place, 1)
  if (key === 'k' || key === 'ArrowUp') return () => step(desk, place, -1)
  if (key === ']' || key === '[') return () => stepPart(desk, place, key === ']' ? 1 : -1)
  if (key === 'n') return onAdd
  if (item === '') return undefined
  if (key === 'Enter') return () => place.goTo(item, true)
  if (key === 'Delete') return () => acts.drop(item)
  return key === 'd' && (() => acts.duplicate(item))
}

/** To the next item or the one before, also where that is in another part. */
function step({ working: { shown } }: DeskAtHand, place: PlaceAtHand, by: 1 | -1): void {
  const all = shown.parts.flatMap(({ items }) => items)
  const at = all.findIndex(({ key }) => key === place.item)
  const focused = document.activeElement?.closest('.desk-card') !== null
  const next = at < 0 || !focused ? all[Math.max(at, 0)] : all[at + by]
  if (next) place.goTo(next.key)
}

function stepPart({ working: { shown } }: DeskAtHand, place: PlaceAtHand, by: 1 | -1): void {
  const at = shown.parts.findIndex(({ key }) => key === partOf(shown, place.part)?.key)
  const next = shown.parts[at + by]
  if (!next) return
  const first = next.items[0]
  if (first) place.goTo(first.key)
  else place.goToPart(next.key)
}
