/** Whole examples and projects: listed page by page, copied, and changed or deleted many at once. */
import { API_BASE, client, dataOf } from './client'
import { newKey, type Example, type Project } from './praxeo'
import type { components } from './schema'

export type Failure = components['schemas']['BulkFailure']
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

/** A true copy: every version of spec and code as it is. */
export const duplicateExample = (id: string, title: string): Promise<Example> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/duplicate', {
      params: { path: { example_id: id }, header: newKey() },
      body: { title },
    }),
  )

const at = ({ version }: { version: number }) => ({ 'If-Match': `"${version}"` })

export const changeProject = (
  project: Project,
  change: { name?: string; description?: string },
): Promise<Project> =>
  dataOf(
    client.PATCH('/v1/projects/{project_id}', {
      params: { path: { project_id: project.id }, header: at(project) },
      body: change,
    }),
  )

export const deleteProject = (project: Project): Promise<void> =>
  dataOf(
    client.DELETE('/v1/projects/{project_id}', {
      params: { path: { project_id: project.id }, header: at(project) },
    }),
  )

/** Where new work goes; '' is the newest project. */
export async function chooseDefaultProject(id: string): Promise<void> {
  const settings = await dataOf(client.GET('/v1/settings'))
  await dataOf(
    client.PATCH('/v1/settings', {
      params: { header: at(settings) },
      body: { default_project_id: id },
    }),
  )
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
