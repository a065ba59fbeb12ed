/** What examples are made of, whatever it is: a file, a video, a topic; each kind has its own table. */
import { type DocumentInput } from './document-inputs'
import { type Example } from './examples'
import { fetched } from './requests'

type FileFields = 'name' | 'size' | 'content_hash' | 'content_blob' | 'media_type' | 'page_count'

/** What every kind has; the rest is that of files. */
export type Input = Omit<DocumentInput, FileFields> & Partial<Pick<DocumentInput, FileFields>>

/** By what an example names its input. */
export type Given = Pick<Example, 'input_type' | 'input_id'>

export type Picture = {
  content_hash: string
  width: number
  height: number
  alt?: string
  credit?: string
}

export type Block = {
  id: string
  kind: 'heading' | 'paragraph' | 'list_item' | 'table' | 'figure' | 'caption' | 'code'
  text: string
  number?: string
  picture?: Picture
  /** How sure text recognition is of a text that it read from a picture, 1 to 100. */
  ocr_confidence?: number
  /** `box` is left, top, right, bottom in PDF points from the top left of the page. */
  locator: {
    page?: number
    box?: [number, number, number, number]
    slide?: number
    chapter?: number
    second?: number
  }
}

const pathOf = ({ input_type, input_id }: Given): string => `${input_type}s/${input_id}`

async function read<T>(path: string): Promise<T> {
  return (await fetched(path, 'application/json')).json() as Promise<T>
}

export const readInput = (given: Given): Promise<Input> => read(pathOf(given))

export const readExtraction = (given: Given): Promise<{ blocks: Block[] }> =>
  read(`${pathOf(given)}/extraction`)

export const readPicture = async (given: Given, { content_hash }: Picture): Promise<Blob> =>
  (await fetched(`${pathOf(given)}/pictures/${content_hash}`, 'image/webp')).blob()

/** What b12.1, b12.2 and so on say. */
export const readParts = async (given: Given, block: string): Promise<string[]> =>
  (await read<{ parts: string[] }>(`${pathOf(given)}/blocks/${block}`)).parts
