/** Models, and what a run with them will take. */
import { client, dataOf } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type Quote = Schemas['Quote']

export const listModels = () => dataOf(client.GET('/v1/models'))

/** The same everywhere, so that the configured models are asked for once. */
export const modelsQuery = {
  queryKey: ['models'],
  queryFn: listModels,
  staleTime: 60_000,
} as const

export type LocalModel = Schemas['FoundModel']

/** What model servers on this machine offer; looked for when somebody may want one. */
export const localModelsQuery = {
  queryKey: ['local-models'],
  queryFn: () => dataOf(client.GET('/v1/models/local')),
  staleTime: 60_000,
} as const

export const quoteWords = (words: number, bespoke: boolean): Promise<Quote> =>
  dataOf(client.GET('/v1/models/quote', { params: { query: { words, bespoke, author: 'model' } } }))

/** What a change in words will take, or the app of a spec that waits. */
export const quoteChange = (exampleId: string): Promise<Quote> =>
  dataOf(client.GET('/v1/models/quote', { params: { query: { example_id: exampleId } } }))
