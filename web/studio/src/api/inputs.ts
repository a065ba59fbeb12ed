/** What examples are made of, whatever it is: a file, a video, a topic; each kind has its own table. */
import { client, dataOf } from './client'
import { type DocumentInput } from './document-inputs'
import { type Example } from './examples'
import { fetched, ifMatch, newKey } from './requests'
import type { components } from './schema'
import { howLookedUp } from './topics'

type WebPageInput = components['schemas']['WebPageInput']
type FileFields = 'name' | 'size' | 'content_hash' | 'content_blob' | 'media_type' | 'page_count'

type PageFields = 'url' | 'final_url'

/** What every kind has; the rest is that of files, or of pages of the web. */
export type Input = Omit<DocumentInput, FileFields> &
  Partial<Pick<DocumentInput, FileFields>> &
  Partial<Pick<WebPageInput, PageFields>>

/** By what an example names its input. */
export type Given = Pick<Example, 'input_type' | 'input_id'>

export type Picture = {
  content_hash: string
  width: number
  height: number
  alt?: string
  credit?: string
}

/** Text, row, column, how many rows and columns it spans, whether it is a head (1), and the marks of its text. */
export type Cell = [string, number, number, number, number, number, Mark[]?]

/** Where it begins and ends, its style; of a formula also MathML and TeX. */
export type Mark = [number, number, string, string?, string?]

export type Block = {
  id: string
  kind: 'heading' | 'paragraph' | 'list_item' | 'table' | 'figure' | 'caption' | 'code'
  text: string
  number?: string
  picture?: Picture
  cells?: Cell[]
  marks?: Mark[]
  /** Of a listing, as the source states it. */
  language?: string
  /** How sure text recognition is of a text that it read from a picture, 1 to 100. */
  ocr_confidence?: number
  /** In which seconds of a recording its sentences begin, where it has several. */
  seconds?: number[]
  /** `box` is left, top, right, bottom in PDF points from the top left of the page. */
  locator: {
    page?: number
    box?: [number, number, number, number]
    slide?: number
    chapter?: number
    second?: number
    /** Which of the extraction's sources, from 0; where there are several. */
    source?: number
  }
}

/** What an extraction was read from: of what was fetched, and of a combination. */
export type ReadSource = {
  title: string
  kind?: string
  /** What the source is of, such as an encyclopaedia. */
  source_kind?: string
  address?: string
  date?: string
  /** How its date is known. */
  date_basis?: 'stated' | 'probably' | ''
  fetched_at?: string
  input_id?: string
}

export type Channel = DocumentInput['channels'][number]

/** A passage that is not meant for the readers of its source; it stands behind the block `after`. */
export type Aside = Block & { channel: Channel; after: string }

/** What was seen of one kind of thing, what was kept, and why the rest was left out. */
export type LedgerLine = {
  kind: string
  seen: number
  kept: number
  lost: number
  left_out: Record<string, number>
}

export type Extraction = {
  blocks: Block[]
  sources?: ReadSource[]
  asides?: Aside[]
  ledger?: LedgerLine[]
}

const pathOf = ({ input_type, input_id }: Given): string => `${input_type}s/${input_id}`

/** Have what an address or a topic names fetched and read: a page, a document behind a link, what is found. */
export async function addNamed(named: string): Promise<Given> {
  const params = { header: newKey() }
  if (!/^https?:/i.test(named)) {
    const body = { topic: named, ...howLookedUp(named) }
    const found = await dataOf(client.POST('/v1/topic_inputs', { params, body }))
    return { input_type: 'topic_input', input_id: found.id }
  }
  const page = await dataOf(client.POST('/v1/web_page_inputs', { params, body: { url: named } }))
  return { input_type: 'web_page_input', input_id: page.id }
}

async function read<T>(path: string): Promise<T> {
  return (await fetched(path, 'application/json')).json() as Promise<T>
}

/** A video by its link, with what is said in it: captions, or a transcript with its times. */
export const addVideo = (url: string, captions: string): Promise<Input> =>
  dataOf(
    client.POST('/v1/youtube_inputs', {
      params: { header: newKey() },
      body: { url, captions, description: '' },
    }),
  )

export const readInput = (given: Given): Promise<Input> => read(pathOf(given))

export async function readExtraction(given: Given): Promise<Extraction> {
  const found = await read<Extraction>(`${pathOf(given)}/extraction`)
  // A picture without a caption comes without a text.
  return { ...found, blocks: found.blocks.map((block) => ({ ...block, text: block.text ?? '' })) }
}

/** The blocks with the passages of these channels, each where it stands. */
export function withChannels(
  { blocks, asides = [] }: Extraction,
  wanted: (channel: Channel) => boolean = () => true,
): Block[] {
  const behind = (id: string) =>
    asides.filter(({ after, channel }) => after === id && wanted(channel))
  if (asides.length === 0) return blocks
  return [...behind(''), ...blocks.flatMap((block) => [block, ...behind(block.id)])]
}

/** What of a source is taught beside what is meant for its readers, from the next making on. */
export const chooseChannels = (given: Given, input: Input, channels: Channel[]): Promise<Input> =>
  dataOf(
    client.PATCH(CHANGED_AT[given.input_type], {
      params: { path: { input_id: input.id }, header: ifMatch(input.version) },
      body: { channels },
    }),
  )

const CHANGED_AT = {
  document_input: '/v1/document_inputs/{input_id}',
  web_page_input: '/v1/web_page_inputs/{input_id}',
  youtube_input: '/v1/youtube_inputs/{input_id}',
  media_input: '/v1/media_inputs/{input_id}',
  topic_input: '/v1/topic_inputs/{input_id}',
  combined_input: '/v1/combined_inputs/{input_id}',
} as const

export const readPicture = async (given: Given, { content_hash }: Picture): Promise<Blob> =>
  (await fetched(`${pathOf(given)}/pictures/${content_hash}`, 'image/webp')).blob()

/** What b12.1, b12.2 and so on say. */
export const readParts = async (given: Given, block: string): Promise<string[]> =>
  (await read<{ parts: string[] }>(`${pathOf(given)}/blocks/${block}`)).parts
