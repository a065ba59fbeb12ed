/** Changes in words. */
import type { PickedElement } from '../../../bridge/protocol'
import { client, dataOf } from './client'
import { newKey } from './requests'
import { type Example } from './examples'
import type { components } from './schema'

type Schemas = components['schemas']

export type ChangeRequest = Schemas['ChangeRequest']

const REQUESTS_SHOWN = 50

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

/** Newest first. */
export const listChangeRequests = async (exampleId: string): Promise<ChangeRequest[]> =>
  (
    await dataOf(
      client.GET('/v1/examples/{example_id}/change_requests', {
        params: { path: { example_id: exampleId }, query: { limit: REQUESTS_SHOWN } },
      }),
    )
  ).records
