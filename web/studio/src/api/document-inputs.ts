/** Documents: sent, read, and what was read of them. */
import { client, dataOf } from './client'
import { newKey, fetched } from './requests'
import { type Example } from './examples'
import { sendContent } from './upload'
import type { components } from './schema'

type Schemas = components['schemas']

export type DocumentInput = Schemas['DocumentInput']

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

/** Send a document and have it read, so that its words can be counted before anything is made of it. */
export async function addDocument(
  file: File,
  onShare: (share: number) => void,
): Promise<DocumentInput> {
  const input = await dataOf(
    client.POST('/v1/document_inputs', {
      params: { header: newKey() },
      body: { name: file.name, size: file.size },
    }),
  )
  await sendContent(input.id, file, onShare)
  return dataOf(
    client.POST('/v1/document_inputs/{document_input_id}/confirm', {
      params: { path: { document_input_id: input.id }, header: newKey() },
    }),
  )
}
