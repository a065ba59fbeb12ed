/** Whether the sources of an example still say what was read of them, and what becomes of that. */
import { client, dataOf } from './client'
import { newKey } from './requests'
import type { Example } from './examples'
import type { components } from './schema'

type Schemas = components['schemas']

export type Visit = Schemas['VisitFound']
export type Seen = Schemas['SourceSeen']
export type Affected = Schemas['AffectedItem']

const path = (example_id: string) => ({ path: { example_id } })

export const readVisit = (exampleId: string): Promise<Visit> =>
  dataOf(client.GET('/v1/examples/{example_id}/source_visit', { params: path(exampleId) }))

/** Have the sources looked at again; the job tells when that is done. */
export const visitSources = (exampleId: string): Promise<Schemas['Job']> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/source_visit', {
      params: { ...path(exampleId), header: newKey() },
    }),
  )

/** Take over what the sources say now for these items, and leave all others; `specId` is what was seen. */
export const settleSources = (
  exampleId: string,
  specId: string,
  take: string[],
): Promise<Example> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/source_visit/settle', {
      params: { ...path(exampleId), header: { ...newKey(), 'If-Match': `"${specId}"` } },
      body: { take },
    }),
  )
