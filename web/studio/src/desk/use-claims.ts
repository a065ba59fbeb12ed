/** Whether the sentences that items name say what the items say: a card promises no more than its app does. */
import { useMemo } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { readClaims, type ClaimLedger } from '../api/claims'
import type { Item, Part } from '../api/desk'
import type { Example } from '../api/examples'
import type { HeldItem } from './support'
import type { Working } from './work'

/** The part in work, its items held against the source as it is saved. */
export function useHeldPart(example: Example, working: Working, part: Part | undefined) {
  const specId = working.desk.spec_id
  const { data } = useQuery({
    queryKey: ['claims', example.id, specId],
    queryFn: () => readClaims(example.id),
    enabled: working.desk.source !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  })
  const { names } = working
  return useMemo(() => part && held(part, data, names), [part, data, names])
}

/** `names` are the keys that items have in the spec. */
export function held(
  part: Part,
  ledger: ClaimLedger | undefined,
  names: ReadonlyMap<string, string>,
): Part {
  const told = ledger?.claims.filter(({ verdict }) => verdict !== 'own') ?? []
  if (told.length === 0) return part
  const claimsOf = (item: Item) =>
    told.filter((claim) =>
      item.fields.rows // its rows are claims of their own
        ? claim.section === part.title && claim.activity === item.title
        : claim.item === names.get(item.key),
    )
  const heldItem = (item: Item): HeldItem => {
    if (item.support !== 'source') return item
    const claims = claimsOf(item)
    const asking = claims.filter(({ proven }) => !proven)
    const open = asking.filter((claim) => !claim.confirmed_by)
    if (open.some(({ verdict }) => verdict === 'not_found'))
      return { ...item, support: 'unsupported', claims: asking }
    if (claims.length === 0) return item
    if (asking.length > 0)
      return { ...item, said: open.length > 0 ? 'compare' : 'checked', claims: asking }
    return { ...item, said: claims.every((c) => c.verdict === 'quoted') ? 'quoted' : 'restated' }
  }
  return { ...part, items: part.items.map(heldItem) }
}
