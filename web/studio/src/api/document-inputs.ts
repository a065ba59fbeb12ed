/** Documents: sent, read, and their pages. */
import { client, dataOf } from './client'
import { PAGE, everyPage, newKey, fetched } from './requests'
import { sendContent } from './upload'
import type { components } from './schema'

type Schemas = components['schemas']

export type DocumentInput = Schemas['DocumentInput']

/** A page of a PDF as a picture; its size is in PDF points. */
export type PageImage = { png: Blob; width: number; height: number }

export const listDocumentInputs = (): Promise<DocumentInput[]> =>
  everyPage((cursor) =>
    dataOf(client.GET('/v1/document_inputs', { params: { query: { cursor, limit: PAGE } } })),
  )

export const getDocumentInput = (id: string): Promise<DocumentInput> =>
  dataOf(
    client.GET('/v1/document_inputs/{input_id}', {
      params: { path: { input_id: id } },
    }),
  )

export async function readPage(inputId: string, page: number): Promise<PageImage> {
  const response = await fetched(`document_inputs/${inputId}/pages/${page}`, 'image/png')
  const points = (side: string) => Number(response.headers.get(`X-Page-${side}`))
  return { png: await response.blob(), width: points('Width'), height: points('Height') }
}

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
    client.POST('/v1/document_inputs/{input_id}/confirm', {
      params: { path: { input_id: input.id }, header: newKey() },
    }),
  )
}
