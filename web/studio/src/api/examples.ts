/** Examples: made, read and changed one by one. */
import { client, dataOf } from './client'
import { address, ifMatch, newKey, fetched } from './requests'
import { addFile } from './files'
import type { components } from './schema'

type Schemas = components['schemas']

export type Example = Schemas['Example']

export type How = Pick<
  Schemas['NewExample'],
  'author' | 'route' | 'unsupported' | 'offline_fallback' | 'wish' | 'spec_first'
>

/** Send a file and have an app made of it; the example's job tells how far it is. */
export async function makeFromFile(
  file: File,
  title: string,
  onShare: (share: number) => void = () => undefined,
  how: Partial<Schemas['NewExample']> = {},
): Promise<Example> {
  const given = await addFile(file, onShare)
  return dataOf(
    client.POST('/v1/examples', {
      params: { header: newKey() },
      body: { ...given, title: title || null, wish: '', spec_first: false, ...how },
    }),
  )
}

/** Have an app made of what is there already: a file or a page of the web. */
export const makeFromInput = (
  { input_id, input_type }: Pick<Example, 'input_id' | 'input_type'>,
  title: string,
  how: Partial<How> = {},
): Promise<Example> =>
  dataOf(
    client.POST('/v1/examples', {
      params: { header: newKey() },
      body: { input_id, input_type, title: title || null, wish: '', spec_first: false, ...how },
    }),
  )

export async function listExamples({ limit }: { limit: number }): Promise<Example[]> {
  const page = await dataOf(client.GET('/v1/examples', { params: { query: { limit } } }))
  return page.records
}

const LOOK_AGAIN_MS = 2_000

/** How soon to look again at these examples: soon while one of them is being made, else not. */
export const whileMaking = (examples: Example[] | undefined): number | false =>
  examples?.some((example) => example.status === 'making') ? LOOK_AGAIN_MS : false

export const getExample = (id: string): Promise<Example> =>
  dataOf(client.GET('/v1/examples/{example_id}', { params: { path: { example_id: id } } }))

export type ExampleChange = Partial<Pick<Example, 'title' | 'project_id' | 'tags' | 'archived'>>

/** Change an example as it is now; a change of other fields meanwhile is no conflict. */
export async function changeExample(id: string, change: ExampleChange): Promise<Example> {
  const path = { example_id: id }
  const { version } = await getExample(id)
  return dataOf(
    client.PATCH('/v1/examples/{example_id}', {
      params: { path, header: ifMatch(version) },
      body: change,
    }),
  )
}

export const coverAddress = (example: Example): string =>
  example.cover_blob ? address(`examples/${example.id}/cover?v=${example.version}`) : ''

export const exportAddress = (example: Example): string => address(`examples/${example.id}/app`)

/** Write a new spec from the source and make the app anew. */
export const remake = (exampleId: string): Promise<Example> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/remake', {
      params: { path: { example_id: exampleId }, header: newKey() },
    }),
  )

/** Have the app made of the spec that was to be read first, as it stands now. */
export const makeApp = (exampleId: string): Promise<Example> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/app', {
      params: { path: { example_id: exampleId }, header: newKey() },
    }),
  )

/** A true copy: every version of spec and code as it is. */
export const duplicateExample = (id: string, title: string): Promise<Example> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/duplicate', {
      params: { path: { example_id: id }, header: newKey() },
      body: { title },
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
