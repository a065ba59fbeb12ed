/** Where somebody is at the desk: in which part, at which item, and whether that one is open for editing. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { Desk } from '../api/desk'
import { partOf, partWith } from './places'

/** `part` is '' for the overview. */
export type Place = { part: string; item: string; open: boolean }

/** It begins at the item `first`, open, if there is one. */
export function usePlace(desk: Desk, first: string) {
  const [place, setPlace] = useState<Place>(() => {
    const part = partWith(desk, first)?.key
    return part === undefined ? firstOf(desk) : { part, item: first, open: true }
  })
  const wanted = useRef(place.open ? 'field' : '')
  const latest = useRef(desk)
  latest.current = desk

  const at = useRef(0)
  useLeaving({ desk, place, setPlace, at })
  useFocusOnCard(place.item, wanted)

  /** What is only just added is not there yet; it is in the part `to`. */
  const goTo = useCallback((item: string, open = false, to?: string) => {
    wanted.current = open ? 'field' : 'card'
    const part = partWith(latest.current, item)?.key ?? to
    setPlace((before) => ({ part: part ?? before.part, item, open }))
  }, [])
  const goToPart = useCallback((part: string) => {
    at.current = 0
    const item = partOf(latest.current, part)?.items[0]?.key ?? ''
    setPlace({ part, item, open: false })
  }, [])
  /** Without taking the focus away from where it is. */
  const pointAt = useCallback((item: string, open: boolean) => {
    const part = partWith(latest.current, item)?.key
    if (part !== undefined) setPlace({ part, item, open })
  }, [])
  const close = useCallback(() => {
    wanted.current = 'card'
    setPlace((before) => ({ ...before, open: false }))
  }, [])
  return { ...place, goTo, goToPart, pointAt, close }
}

type Leaving = {
  desk: Desk
  place: Place
  setPlace: (place: Place) => void
  /** The number of the item in its part, as long as it was there. */
  at: RefObject<number>
}

/** What is gone leaves the place to what follows it. */
function useLeaving({ desk, place, setPlace, at }: Leaving): void {
  const items = partOf(desk, place.part)?.items
  const found = items?.findIndex(({ key }) => key === place.item) ?? -1
  if (found >= 0) at.current = found
  useEffect(() => {
    if (place.part !== '' && !items) return setPlace(firstOf(desk))
    if (!items || found >= 0 || (place.item === '' && items.length === 0)) return
    const next = items[Math.min(at.current, items.length - 1)]?.key ?? ''
    if (next !== place.item) setPlace({ part: place.part, item: next, open: false })
  }, [desk, items, found, place, setPlace, at])
}

/** The focus follows to the card, or to its field, once the card is there. */
function useFocusOnCard(item: string, wanted: RefObject<string>): void {
  useEffect(() => {
    if (wanted.current === '') return
    const card = document.getElementById(cardId(item))
    if (!card) return
    const field =
      wanted.current === 'field' &&
      (card.querySelector<HTMLElement>('textarea') ?? card.querySelector('select'))
    ;(field || card).focus({ preventScroll: true })
    card.scrollIntoView({ block: 'nearest' })
    wanted.current = ''
  })
}

export type PlaceAtHand = ReturnType<typeof usePlace>

export const cardId = (item: string): string => `card-${item}`

function firstOf(desk: Desk): Place {
  const part = desk.parts.find(({ items }) => items.length > 0) ?? desk.parts[0]
  return { part: part?.key ?? '', item: part?.items[0]?.key ?? '', open: false }
}
