/** What an example claims, and whether its source says so. */
import { client, dataOf } from './client'
import type { components } from './schema'

export type ClaimLedger = components['schemas']['ClaimLedger']

/** The claims of the example's newest spec. */
export const readClaims = (exampleId: string): Promise<ClaimLedger> =>
  dataOf(
    client.GET('/v1/examples/{example_id}/claims', {
      params: { path: { example_id: exampleId } },
    }),
  )
