/** What models cost. */
import { client, dataOf } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type LedgerEntry = Schemas['LedgerEntry']

const ENTRIES_SHOWN = 100

export const listLedger = async (exampleId: string): Promise<LedgerEntry[]> =>
  (
    await dataOf(
      client.GET('/v1/ledger_entries', {
        params: { query: { example_id: exampleId, limit: ENTRIES_SHOWN } },
      }),
    )
  ).records

export const ledgerTotals = (exampleId: string) =>
  dataOf(client.GET('/v1/ledger_entries/totals', { params: { query: { example_id: exampleId } } }))
