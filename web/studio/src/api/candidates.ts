/** What else may be asked of the source of an example: held back by the author, or like one item. */
import { client, dataOf } from './client'
import { newKey } from './requests'
import type { components } from './schema'

type Schemas = components['schemas']

export type Candidates = Schemas['CandidateList']
export type Candidate = Schemas['Candidate']

/** `item` is the key of an item in the example's newest spec; '' for all. */
export const listCandidates = (exampleId: string, item: string): Promise<Candidates> =>
  dataOf(
    client.GET('/v1/examples/{example_id}/candidates', {
      params: { path: { example_id: exampleId }, query: item ? { item } : {} },
    }),
  )

/** Have the author look for them; the job tells when it is done. */
export const findCandidates = (exampleId: string): Promise<Schemas['Job']> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/candidates', {
      params: { path: { example_id: exampleId }, header: newKey() },
    }),
  )
