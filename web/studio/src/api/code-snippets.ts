/** Every version of an app. */
import { client, dataOf } from './client'
import { PAGE, address, ifMatch, newKey, everyPage, fetched } from './requests'
import { type Example } from './examples'
import { type Saved } from './specs'
import type { components } from './schema'

type Schemas = components['schemas']

export type CodeSnippet = Schemas['CodeSnippet']

/** The app in a frame; with another name for another title, since a frame loads anew with its address. */
export const previewAddress = (example: Example): string =>
  versionAddress(example.code_snippet_id, example.title)

/** Any version of an app in a frame, under this title. */
export const versionAddress = (id: string, title: string): string =>
  address(`code_snippets/${id}/preview?title=${encodeURIComponent(title)}`)

export const readCodeText = async (id: string): Promise<string> =>
  (await fetched(`code_snippets/${id}/code`, 'text/plain')).text()

export const saveCode = (example: Example, text: string, basedOn: string): Promise<Saved> =>
  dataOf(
    client.POST('/v1/examples/{example_id}/code_snippets', {
      params: { path: { example_id: example.id }, header: newKey() },
      body: { text, based_on: basedOn },
    }),
  )

export async function listCode(id: string): Promise<CodeSnippet[]> {
  return everyPage((cursor) =>
    dataOf(
      client.GET('/v1/examples/{example_id}/code_snippets', {
        params: { path: { example_id: id }, query: { cursor, limit: PAGE } },
      }),
    ),
  )
}

export const restoreCode = (id: string): Promise<CodeSnippet> =>
  dataOf(
    client.POST('/v1/code_snippets/{code_snippet_id}/restore', {
      params: { path: { code_snippet_id: id }, header: newKey() },
    }),
  )

export const nameCode = (code: CodeSnippet, label: string): Promise<CodeSnippet> =>
  dataOf(
    client.PATCH('/v1/code_snippets/{code_snippet_id}', {
      params: { path: { code_snippet_id: code.id }, header: ifMatch(code.version) },
      body: { label },
    }),
  )

export const getCodeSnippet = (id: string): Promise<CodeSnippet> =>
  dataOf(
    client.GET('/v1/code_snippets/{code_snippet_id}', {
      params: { path: { code_snippet_id: id } },
    }),
  )

export const screenshotAddress = (snippetId: string, number: number): string =>
  address(`code_snippets/${snippetId}/screenshots/${number}`)
