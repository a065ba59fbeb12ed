/** Evidence references such as b12.3 as people write them, and the places that they lead to. */
import type { Block, ReadSource } from '../api/inputs'
import { clock } from '../api/youtube'
import type { Translate } from '../i18n'

/** `part` is a sentence (row, line) from 1, or null for the whole block. */
export type Reference = { block: string; part: number | null }

const REFERENCE = /^(b[1-9][0-9]{0,6})(?:\.([1-9][0-9]{0,6}))?$/
// The braces at the end of an item's line, and the words that may stand in them.
const BRACES = /\{([^{}]*)\}\s*$/
const WORD = /[^\s,]+/g
const READ = /^Read:(.*)$/

export function parseReference(text: string): Reference | null {
  const found = REFERENCE.exec(text)
  if (!found?.[1]) return null
  return { block: found[1], part: found[2] ? Number(found[2]) : null }
}

export const writeReference = ({ block, part }: Reference): string =>
  part === null ? block : `${block}.${part}`

export type Placed = { text: string; from: number; to: number; reference: Reference }

/** The references of one line of a spec: in the braces at its end, or in a section's `Read:`. */
export function referencesIn(line: string): Placed[] {
  const read = READ.exec(line)
  const braces = read ? null : BRACES.exec(line)
  const words = read?.[1] ?? braces?.[1]
  if (words === undefined) return []
  const start = read ? 'Read:'.length : (braces?.index ?? 0) + 1
  const found: Placed[] = []
  for (const match of words.matchAll(read ? /b[0-9]+/g : WORD)) {
    const reference = parseReference(match[0])
    if (!reference) continue
    const from = start + match.index
    found.push({ text: match[0], from, to: from + match[0].length, reference })
  }
  return found
}

/** Where a block stands, in words: page 12, slide 3, chapter 2, 1:05; '' where a source has no places. */
export function placeOf(block: Block, t: Translate): string {
  const { page, slide, chapter, second } = block.locator
  if (page) return t('source.page', { page })
  if (slide) return t('source.slide', { slide })
  if (chapter) return t('source.chapter', { chapter })
  if (second !== undefined) return clock(second)
  return ''
}

/** Which of the sources a block is of; null where its input stands for itself. */
export const sourceOf = (block: Block, sources: ReadSource[] = []): ReadSource | null =>
  sources[block.locator.source ?? 0] ?? null

/** Where the place can be visited: of a video from its second on; '' for a file. */
export function visitOf(block: Block, source: ReadSource): string {
  const { second } = block.locator
  const start = source.kind === 'youtube_input' && second ? `&t=${second}s` : ''
  return source.address ? `${source.address}${start}` : ''
}

/** The blocks around one, itself included: what a reader needs to see it in its context. */
export function around(blocks: Block[], id: string, count: number): Block[] {
  const at = blocks.findIndex((block) => block.id === id)
  return at < 0 ? [] : blocks.slice(Math.max(0, at - count), at + count + 1)
}

/** When a sentence of a block is said; null for what has no time. */
export function secondOf(block: Block, sentence: number | null): number | null {
  const own = sentence === null ? undefined : block.seconds?.[sentence - 1]
  return own ?? block.locator.second ?? null
}
