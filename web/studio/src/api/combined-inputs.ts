/** Several inputs of which one app is made: put together, and which of them are taught in which order. */
import { client, dataOf } from './client'
import type { Given } from './inputs'
import { ifMatch, newKey } from './requests'
import type { components } from './schema'

export type CombinedInput = components['schemas']['CombinedInput']

const PREFIXES: Readonly<Record<string, Given['input_type']>> = {
  doc: 'document_input',
  web: 'web_page_input',
  you: 'youtube_input',
  med: 'media_input',
  top: 'topic_input',
}

/** What a part of a combination is, by its id. */
export const givenOf = (input_id: string): Given => ({
  input_id,
  input_type: PREFIXES[input_id.slice(0, 3)] ?? 'document_input',
})

/** These inputs as one, in this order; they may still be being read. */
export async function combine(parts: readonly Given[], title: string): Promise<Given> {
  const { id } = await dataOf(
    client.POST('/v1/combined_inputs', {
      params: { header: newKey() },
      body: { input_ids: parts.map(({ input_id }) => input_id), title: title || null },
    }),
  )
  return { input_type: 'combined_input', input_id: id }
}

export const readCombined = (id: string): Promise<CombinedInput> =>
  dataOf(client.GET('/v1/combined_inputs/{input_id}', { params: { path: { input_id: id } } }))

/** Teach these parts in this order, from the next making on. */
export const chooseParts = (
  { id, version }: Pick<CombinedInput, 'id' | 'version'>,
  input_ids: string[],
): Promise<CombinedInput> =>
  dataOf(
    client.PUT('/v1/combined_inputs/{input_id}/chosen', {
      params: { path: { input_id: id }, header: ifMatch(version) },
      body: { input_ids },
    }),
  )
