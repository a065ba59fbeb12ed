/** What models have done and cost for an example; nothing, if none was ever asked. */
import { useQuery } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { ledgerTotals } from '../api/ledger-entries'

export const useTotals = (example: Example) =>
  useQuery({
    queryKey: ['ledger', 'totals', example.id, example.version],
    queryFn: () => ledgerTotals(example.id),
    placeholderData: (before) => before,
  })
