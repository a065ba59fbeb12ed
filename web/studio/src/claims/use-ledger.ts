/** The claims of an example, and the word of a person about one of them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { checkClaim, readClaims, type Claim, type ClaimLedger } from '../api/claims'
import type { Example } from '../api/examples'

export type Saying = 'quoted' | 'restated' | 'compare' | 'unsupported' | 'own' | 'checked'

/** How a claim stands to its source, as a reader is told. */
export function sayingOf({ verdict, proven, confirmed_by: by }: Claim): Saying {
  if (by && !proven) return 'checked'
  if (verdict === 'not_found') return 'unsupported'
  return verdict === 'restated' && !proven ? 'compare' : verdict
}

/** Whether a person has to look: no rule vouches for it, and nobody has. */
export const isOpen = (claim: Claim): boolean =>
  ['compare', 'unsupported'].includes(sayingOf(claim))

export const ledgerKey = (exampleId: string, specId: string) => ['claims', exampleId, specId]

export const useLedger = (example: Example, wanted = true) =>
  useQuery({
    queryKey: ledgerKey(example.id, example.spec_id),
    queryFn: () => readClaims(example.id),
    enabled: wanted && example.spec_id !== '',
    staleTime: Infinity,
  })

/** Keep that these claims were checked, or take it back; all that shows them follows. */
export function useChecking(exampleId: string, specId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ items, confirmed }: { items: string[]; confirmed: boolean }) => {
      let ledger: ClaimLedger | undefined
      for (const item of items)
        ledger = await checkClaim(exampleId, item, { spec_id: specId, confirmed })
      return ledger
    },
    onSuccess: (ledger) => queries.setQueryData(ledgerKey(exampleId, specId), ledger),
  })
}
