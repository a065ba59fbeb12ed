/** What the studio asks of Praxeo about models: quotes, changes in words, the ledger, diagnoses. */
import type { PickedElement } from '../../../bridge/protocol'
import { client, dataOf } from './client'
import { fetched, listModels, newKey, type DocumentInput, type Example } from './praxeo'
import type { components } from './schema'
import { sendContent } from './upload'

type Schemas = components['schemas']
export type ChangeRequest = Schemas['ChangeRequest']
export type LedgerEntry = Schemas['LedgerEntry']
export type Quote = Schemas['Quote']
export type How = Pick<
  Schemas['NewExample'],
  'author' | 'route' | 'unsupported' | 'offline_fallback'
>

/** The same everywhere, so that the configured models are asked for once. */
export const modelsQuery = {
  queryKey: ['models'],
  queryFn: listModels,
  staleTime: 60_000,
} as const

// --- before a run -----------------------------------------------------------------------------

export const quoteWords = (words: number, bespoke: boolean): Promise<Quote> =>
  dataOf(client.GET('/v1/models/quote', { params: { query: { words, bespoke, author: 'model' } } }))

export const quoteChange = (exampleId: string): Promise<Quote> =>
  dataOf(client.GET('/v1/models/quote', { params: { query: { example_id: exampleId } } }))

/** Send a document and have it read, so that its words can be counted before anything is made of it. */
export async function addDocument(
  file: File,
  onShare: (share: number) => void,
): Promise<DocumentInput> {
  const input = await dataOf(
    client.POST('/v1/document_inputs', {
      params: { header: newKey() },
      body: { name: file.name, size: file.size },
    }),
  )
  await sendContent(input.id, file, onShare)
  return dataOf(
    client.POST('/v1/document_inputs/{document_input_id}/confirm', {
      params: { path: { document_input_id: input.id }, header: newKey() },
    }),
  )
}

export const makeFromInput = (inputId: string, title: string, how: How): Promise<Example> =>
  dataOf(
    client.POST('/v1/examples', {
      params: { header: newKey() },
      body: { input_id: inputId, input_type: 'document_input', title: title || null, ...how },
    }),
  )

// --- changes in words -------------------------------------------------------------------------

export const requestChange = (
  example: Example,
  words: string,
  element: PickedElement | null,
): Promise<ChangeRequest> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/change_requests', {
      params: { path: { example_id: example.id }, header: newKey() },
      body: { words, element, based_on: example.code_snippet_id },
    }),
  )

const REQUESTS_SHOWN = 50

/** Newest first. */
export const listChangeRequests = async (exampleId: string): Promise<ChangeRequest[]> =>
  (
    await dataOf(
      client.GET('/v1/examples/{example_id}/change_requests', {
        params: { path: { example_id: exampleId }, query: { limit: REQUESTS_SHOWN } },
      }),
    )
  ).records

// --- after a run ------------------------------------------------------------------------------

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

/** Write a new spec from the source and make the app anew. */
export const remake = (exampleId: string): Promise<Example> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/remake', {
      params: { path: { example_id: exampleId }, header: newKey() },
    }),
  )

export type Try = {
  code_snippet_id: string
  number: number
  how: string
  status: string
  finding_count: number
}
/** Why the repairs of an app did not help; see `generation/repairs.py`. */
export type Diagnosis = {
  best_code_snippet_id: string
  tries: Try[]
  unusable_answers: { repair: number; trouble: string }[]
  stopped: string
  advice: string
}

export const readDiagnosis = async (exampleId: string): Promise<Diagnosis> =>
  (
    await fetched(`examples/${exampleId}/diagnosis`, 'application/json')
  ).json() as Promise<Diagnosis>
