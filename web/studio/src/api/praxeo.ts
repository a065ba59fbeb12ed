/** What the studio asks of Praxeo, in the studio's own words. */
import { API_BASE, ApiError, client, dataOf, problemOf, type Fault } from './client'
import type { components } from './schema'
import { sendContent } from './upload'

type Schemas = components['schemas']
export type Example = Schemas['Example']
export type Project = Schemas['Project']
export type Job = Schemas['Job']
export type Spec = Schemas['Spec']
export type CodeSnippet = Schemas['CodeSnippet']
export type DocumentInput = Schemas['DocumentInput']
export type Settings = Schemas['Settings']
export type Health = Schemas['Health']

export type Block = {
  id: string
  kind: 'heading' | 'paragraph' | 'list_item' | 'table' | 'caption' | 'code'
  text: string
  number?: string
  /** `box` is left, top, right, bottom in PDF points from the top left of the page. */
  locator: {
    page?: number
    box?: [number, number, number, number]
    slide?: number
    chapter?: number
    second?: number
  }
}

/** A page of a PDF as a picture; its size is in PDF points. */
export type PageImage = { png: Blob; width: number; height: number }

const PAGE = 200
export const address = (path: string): string => `${API_BASE}/v1/${path}`
const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })
export const newKey = () => ({ 'Idempotency-Key': crypto.randomUUID() })

async function everyPage<T>(
  page: (cursor: string) => Promise<{ records: T[]; cursor: string }>,
): Promise<T[]> {
  const all: T[] = []
  let cursor = ''
  do {
    const answer = await page(cursor)
    all.push(...answer.records)
    cursor = answer.cursor
  } while (cursor)
  return all
}

export async function fetched(path: string, accept: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address(path), { headers: { Accept: accept } })
  } catch {
    throw new ApiError(0, {})
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

// --- making -----------------------------------------------------------------------------------

/** Send a document and have an app made of it; the example's job tells how far it is. */
export async function makeFromFile(
  file: File,
  title: string,
  onShare: (share: number) => void = () => undefined,
  how: Partial<Schemas['NewExample']> = {},
): Promise<Example> {
  const input = await dataOf(
    client.POST('/v1/document_inputs', {
      params: { header: newKey() },
      body: { name: file.name, size: file.size },
    }),
  )
  const path = { document_input_id: input.id }
  await sendContent(input.id, file, onShare)
  await dataOf(
    client.POST('/v1/document_inputs/{document_input_id}/confirm', {
      params: { path, header: newKey() },
    }),
  )
  return dataOf(
    client.POST('/v1/examples', {
      params: { header: newKey() },
      body: { input_id: input.id, input_type: 'document_input', title: title || null, ...how },
    }),
  )
}

export const getJob = (id: string): Promise<Job> =>
  dataOf(client.GET('/v1/jobs/{job_id}', { params: { path: { job_id: id } } }))

export const cancelJob = (id: string): Promise<Job> =>
  dataOf(
    client.POST('/v1/jobs/{job_id}/cancel', { params: { path: { job_id: id }, header: newKey() } }),
  )

export const retryJob = (id: string): Promise<Job> =>
  dataOf(
    client.POST('/v1/jobs/{job_id}/retry', { params: { path: { job_id: id }, header: newKey() } }),
  )

// --- the library ------------------------------------------------------------------------------

export async function listExamples({ limit }: { limit: number }): Promise<Example[]> {
  const page = await dataOf(client.GET('/v1/examples', { params: { query: { limit } } }))
  return page.records
}

const LOOK_AGAIN_MS = 2_000

/** How soon to look again at these examples: soon while one of them is being made, else not. */
export const whileMaking = (examples: Example[] | undefined): number | false =>
  examples?.some((example) => example.status === 'making') ? LOOK_AGAIN_MS : false

export const listProjects = (): Promise<Project[]> =>
  everyPage((cursor) =>
    dataOf(client.GET('/v1/projects', { params: { query: { cursor, limit: PAGE } } })),
  )

export const createProject = (name: string): Promise<Project> =>
  dataOf(
    client.POST('/v1/projects', { params: { header: newKey() }, body: { name, description: '' } }),
  )

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
/** The app in a frame; with another name for another title, since a frame loads anew with its address. */
export const previewAddress = (example: Example): string =>
  address(
    `code_snippets/${example.code_snippet_id}/preview?title=${encodeURIComponent(example.title)}`,
  )

// --- spec and code ----------------------------------------------------------------------------

export const readSpec = (example: Example): Promise<string> => readSpecText(example.spec_id)
export const readSpecText = async (id: string): Promise<string> =>
  (await fetched(`specs/${id}/text`, 'text/markdown')).text()
export const readCodeText = async (id: string): Promise<string> =>
  (await fetched(`code_snippets/${id}/code`, 'text/plain')).text()

type Saved = { id: string; number: number }

export const saveSpec = (example: Example, text: string, basedOn: string): Promise<Saved> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/specs', {
      params: { path: { example_id: example.id }, header: newKey() },
      body: { text, based_on: basedOn, note: '' },
    }),
  )

export const saveCode = (example: Example, text: string, basedOn: string): Promise<Saved> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/code_snippets', {
      params: { path: { example_id: example.id }, header: newKey() },
      body: { text, based_on: basedOn },
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

export async function listCode(id: string): Promise<CodeSnippet[]> {
  return everyPage((cursor) =>
    dataOf(
      client.GET('/v1/examples/{example_id}/code_snippets', {
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

// --- conflicts ------------------------------------------------------------------------------

export type Conflict = components['schemas']['Region']
export type Resolution = components['schemas']['ChosenResolution']
export const readConflicts = async (mergeId: string): Promise<Conflict[]> =>
  (
    await dataOf(
      client.GET('/v1/merges/{merge_id}/regions', { params: { path: { merge_id: mergeId } } }),
    )
  ).regions
export const resolveMerge = (mergeId: string, resolutions: Resolution[]): Promise<unknown> =>
  dataOf(
    client.POST('/v1/merges/{merge_id}/resolve', {
      params: { path: { merge_id: mergeId }, header: newKey() },
      body: { resolutions },
    }),
  )
export const setMergeAside = (mergeId: string): Promise<Example> =>
  dataOf(
    client.POST('/v1/merges/{merge_id}/set_aside', {
      params: { path: { merge_id: mergeId }, header: newKey() },
    }),
  )

export const restoreCode = (id: string): Promise<CodeSnippet> =>
  dataOf(
    client.POST('/v1/code_snippets/{code_snippet_id}/restore', {
      params: { path: { code_snippet_id: id }, header: newKey() },
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

export const nameCode = (code: CodeSnippet, label: string): Promise<CodeSnippet> =>
  dataOf(
    client.PATCH('/v1/code_snippets/{code_snippet_id}', {
      params: { path: { code_snippet_id: code.id }, header: ifMatch(code.version) },
      body: { label },
    }),
  )

// --- drafts -----------------------------------------------------------------------------------

/** What keeps this spec from becoming an app, by line. Nothing is saved. */
export async function findFaults(exampleId: string, text: string): Promise<Fault[]> {
  const { faults } = await dataOf(
    client.POST('/v1/examples/{example_id}/draft/faults', {
      params: { path: { example_id: exampleId } },
      body: { text },
    }),
  )
  return faults.map(({ line, message }) => ({ line: line ?? 1, message }))
}

/** Where a form with the `text` of a draft is answered with its app. */
export const draftAddress = (example: Example, kind: 'spec' | 'code'): string =>
  address(`examples/${example.id}/draft/${kind}/app`)

// --- proof and source -------------------------------------------------------------------------

export const getCodeSnippet = (id: string): Promise<CodeSnippet> =>
  dataOf(
    client.GET('/v1/code_snippets/{code_snippet_id}', {
      params: { path: { code_snippet_id: id } },
    }),
  )
export const screenshotAddress = (snippetId: string, number: number): string =>
  address(`code_snippets/${snippetId}/screenshots/${number}`)

export const getDocumentInput = (id: string): Promise<DocumentInput> =>
  dataOf(
    client.GET('/v1/document_inputs/{document_input_id}', {
      params: { path: { document_input_id: id } },
    }),
  )
export const readExtractionOf = async (id: string): Promise<{ blocks: Block[] }> =>
  (await fetched(`document_inputs/${id}/extraction`, 'application/json')).json() as Promise<{
    blocks: Block[]
  }>
export const readInput = (example: Example): Promise<DocumentInput> =>
  getDocumentInput(example.input_id)
export const readExtraction = (example: Example): Promise<{ blocks: Block[] }> =>
  readExtractionOf(example.input_id)

export async function readPage(inputId: string, page: number): Promise<PageImage> {
  const response = await fetched(`document_inputs/${inputId}/pages/${page}`, 'image/png')
  const points = (side: string) => Number(response.headers.get(`X-Page-${side}`))
  return { png: await response.blob(), width: points('Width'), height: points('Height') }
}

/** What b12.1, b12.2 and so on say. */
export const readParts = async (inputId: string, block: string): Promise<string[]> =>
  (
    await dataOf(
      client.GET('/v1/document_inputs/{document_input_id}/blocks/{block_id}', {
        params: { path: { document_input_id: inputId, block_id: block } },
      }),
    )
  ).parts

// --- settings ---------------------------------------------------------------------------------

export const getHealth = (): Promise<Health> => dataOf(client.GET('/v1/health'))
export const listModels = () => dataOf(client.GET('/v1/models'))
export const getSettings = (): Promise<Settings> => dataOf(client.GET('/v1/settings'))

export type SettingsChange = Schemas['SettingsChange']

export async function saveSettings(change: SettingsChange): Promise<Settings> {
  const { version } = await getSettings()
  return dataOf(
    client.PATCH('/v1/settings', { params: { header: ifMatch(version) }, body: change }),
  )
}

// --- publishing -------------------------------------------------------------------------------

export type Embed = Schemas['Embed']

export const listEmbeds = (exampleId: string): Promise<Embed[]> =>
  everyPage((cursor) =>
    dataOf(
      client.GET('/v1/embeds', {
        params: { query: { example_id: exampleId, cursor, limit: PAGE } },
      }),
    ),
  )

export const publish = (
  exampleId: string,
  access: Embed['access'],
  theme: Record<string, string>,
): Promise<Embed> =>
  dataOf(
    client.POST('/v1/embeds', {
      params: { header: newKey() },
      body: { example_id: exampleId, access, theme },
    }),
  )

export const changeEmbed = (
  embed: Embed,
  change: Partial<Pick<Embed, 'access' | 'theme' | 'published'>>,
): Promise<Embed> =>
  dataOf(
    client.PATCH('/v1/embeds/{embed_id}', {
      params: { path: { embed_id: embed.id }, header: ifMatch(embed.version) },
      body: change,
    }),
  )

/** Show the example's present version, or the one before, at the same address. */
export const repin = (embed: Embed): Promise<Embed> =>
  dataOf(
    client.POST('/v1/embeds/{embed_id}/pin', {
      params: { path: { embed_id: embed.id }, header: ifMatch(embed.version) },
      body: {},
    }),
  )

export const rollBack = (embed: Embed): Promise<Embed> =>
  dataOf(
    client.POST('/v1/embeds/{embed_id}/roll_back', {
      params: { path: { embed_id: embed.id }, header: ifMatch(embed.version) },
    }),
  )

export const embedAddress = (origin: string, embed: Embed): string => `${origin}/e/${embed.id}`
