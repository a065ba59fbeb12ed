/** Every version of a spec. */
import { client, dataOf } from './client'
import { PAGE, ifMatch, newKey, everyPage, fetched } from './requests'
import { type Example } from './examples'
import type { components } from './schema'

type Schemas = components['schemas']

export type Spec = Schemas['Spec']
export type Coverage = Schemas['Coverage']
export type CoveredIdea = Schemas['CoveredIdea']

export type Saved = { id: string; number: number }

export const readSpec = (example: Example): Promise<string> => readSpecText(example.spec_id)

export const readSpecText = async (id: string): Promise<string> =>
  (await fetched(`specs/${id}/text`, 'text/markdown')).text()

export const readCoverage = (id: string): Promise<Coverage> =>
  dataOf(client.GET('/v1/specs/{spec_id}/coverage', { params: { path: { spec_id: id } } }))

export const saveSpec = (example: Example, text: string, basedOn: string): Promise<Saved> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/specs', {
      params: { path: { example_id: example.id }, header: newKey() },
      body: { text, based_on: basedOn, note: '' },
    }),
  )

export async function listSpecs(id: string): Promise<Spec[]> {
  return everyPage((cursor) =>
    dataOf(
      client.GET('/v1/examples/{example_id}/specs', {
        params: { path: { example_id: id }, query: { cursor, limit: PAGE } },
      }),
    ),
  )
}

export const restoreSpec = (id: string): Promise<Spec> =>
  dataOf(
    client.POST('/v1/specs/{spec_id}/restore', {
      params: { path: { spec_id: id }, header: newKey() },
    }),
  )

/** Give this version a name, or take it away by ''. */
export const nameSpec = (spec: Spec, label: string): Promise<Spec> =>
  dataOf(
    client.PATCH('/v1/specs/{spec_id}', {
      params: { path: { spec_id: spec.id }, header: ifMatch(spec.version) },
      body: { label },
    }),
  )
