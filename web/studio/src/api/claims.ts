/** What an example claims, and whether its source says so. */
import { client, dataOf } from './client'
import type { components } from './schema'

export type ClaimLedger = components['schemas']['ClaimLedger']
export type Claim = components['schemas']['ClaimRecord']

/** The claims of the example's newest spec. */
export const readClaims = (exampleId: string): Promise<ClaimLedger> =>
  dataOf(
    client.GET('/v1/examples/{example_id}/claims', {
      params: { path: { example_id: exampleId } },
    }),
  )

/** Say that a person stands by a claim, or take that back; gives all claims. */
export const checkClaim = (
  exampleId: string,
  item: string,
  body: components['schemas']['ClaimWord'],
): Promise<ClaimLedger> =>
  dataOf(
    client.PUT('/v1/examples/{example_id}/claims/{item}', {
      params: { path: { example_id: exampleId, item } },
      body,
    }),
  )
