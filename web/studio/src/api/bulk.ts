/** Many examples at once. */
import { API_BASE, client, dataOf } from './client'
import { type Example } from './examples'
import type { components } from './schema'

type Schemas = components['schemas']

export type Failure = Schemas['BulkFailure']

export type Outcome = { records: Example[]; failed: Failure[] }

export type BulkChange = {
  project_id?: string
  archived?: boolean
  add_tags?: string[]
  remove_tags?: string[]
}

const AT_ONCE = 200 // the most that one request takes

/** Every example, newest first; `seen` gets what is there after each page. */
export async function readExamples(seen: (sofar: Example[]) => void): Promise<Example[]> {
  let all: Example[] = []
  let cursor = ''
  do {
    const page = await dataOf(
      client.GET('/v1/examples', { params: { query: { cursor, limit: AT_ONCE } } }),
    )
    all = all.concat(page.records)
    cursor = page.cursor
    if (cursor) seen(all)
  } while (cursor)
  return all
}

export const listMaking = async (): Promise<Example[]> =>
  (
    await dataOf(
      client.GET('/v1/examples', { params: { query: { status: 'making', limit: AT_ONCE } } }),
    )
  ).records

export const changeExamples = (ids: readonly string[], change: BulkChange): Promise<Outcome> =>
  inParts(ids, (part) =>
    dataOf(
      client.POST('/v1/example_changes', {
        body: { ids: part, add_tags: [], remove_tags: [], ...change },
      }),
    ),
  )

export const deleteExamples = (ids: readonly string[]): Promise<Outcome> =>
  inParts(ids, (part) =>
    dataOf(client.POST('/v1/example_deletions', { body: { ids: part, with_inputs: true } })),
  )

/** Delete while the page is being left: the browser sends it after the page is gone. */
export function deleteExamplesOnLeaving(ids: readonly string[]): void {
  for (let start = 0; start < ids.length; start += AT_ONCE)
    void fetch(`${API_BASE}/v1/example_deletions`, {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ids: ids.slice(start, start + AT_ONCE), with_inputs: true }),
    })
}

async function inParts(
  ids: readonly string[],
  send: (part: string[]) => Promise<Outcome>,
): Promise<Outcome> {
  const whole: Outcome = { records: [], failed: [] }
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const part = await send(ids.slice(start, start + AT_ONCE))
    whole.records.push(...part.records)
    whole.failed.push(...part.failed)
  }
  return whole
}
