/** Specs and code that are still being written. */
import { client, dataOf, type Fault } from './client'
import { address } from './requests'
import { type Example } from './examples'

/** What keeps this spec from becoming an app, by line. Nothing is saved. */
export async function findFaults(exampleId: string, text: string): Promise<Fault[]> {
  const { faults } = await dataOf(
    client.POST('/v1/examples/{example_id}/draft/faults', {
      params: { path: { example_id: exampleId } },
      body: { text },
    }),
  )
  return faults.map(({ line, message, code, details }) => ({
    line: line ?? 1,
    message,
    ...(code && details ? { code, details } : {}),
  }))
}

/** Where a form with the `text` of a draft is answered with its app. */
export const draftAddress = (example: Example, kind: 'spec' | 'code'): string =>
  address(`examples/${example.id}/draft/${kind}/app`)
