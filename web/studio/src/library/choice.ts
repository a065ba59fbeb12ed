/** What narrows and orders the library, kept in the address: back, reload and a sent link show the same. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Filter, Order } from './arrange'

export type Choice = Required<Omit<Filter, 'names'>> & { order: Order }
export const EVERYTHING: Choice = {
  query: '',
  order: 'newest',
  project: '',
  archived: false,
  status: '',
  tag: '',
}
export const ORDERS: readonly Order[] = ['newest', 'oldest', 'title']
export const STATUSES = ['ready', 'specified', 'unproven', 'failed', 'stopped', 'making'] as const
const REST_MS = 120 // of typing before the address follows: browsers count how often it changes

export function choiceOf(search: string): Choice {
  const given = new URLSearchParams(search)
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === given.get(name))
  return {
    query: given.get('query') ?? '',
    order: one('order', ORDERS) ?? EVERYTHING.order,
    project: given.get('project') ?? '',
    archived: given.get('archived') === 'true',
    status: one('status', STATUSES) ?? '',
    tag: given.get('tag') ?? '',
  }
}

/** Only what differs from everything is written. */
export function searchOf(choice: Choice): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries(choice))
    if (value !== EVERYTHING[name as keyof Choice]) said.set(name, String(value))
  return said.toString()
}

export function useChoice(): [Choice, (choice: Choice) => void] {
  const search = useSearch()
  const [, go] = useLocation()
  const [choice, setChoice] = useState(() => choiceOf(search))
  const written = useRef(search)
  useEffect(() => {
    if (search === written.current) return // it followed the choice; else the choice follows it
    written.current = search
    setChoice(choiceOf(search))
  }, [search])
  useEffect(() => {
    const said = searchOf(choice)
    if (said === searchOf(choiceOf(written.current))) return
    const timer = setTimeout(() => {
      written.current = said
      go(said ? `/library?${said}` : '/library', { replace: true })
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [choice, go])
  return [choice, useCallback((next: Choice) => setChoice(next), [])]
}
