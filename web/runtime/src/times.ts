/** How long reading and practising take: by the language's pace of reading and the kind of exercise. */
import type { Exercise, Item, ReadingBlock, Section } from './payload'
import { waysOf } from './players/asked'

/**
 * Words a minute of texts read with care, by language: Trauzettel-Klosinski and Dietz 2012
 * (doi 10.1167/iovs.11-8284); of Chinese and Japanese half of their signs, as words are counted here.
 */
const WORDS_PER_MINUTE: Readonly<Record<string, number>> = {
  ...{ ar: 138, de: 179, en: 228, es: 218, fi: 161, fr: 195, he: 187, it: 188, ja: 178 },
  ...{ nl: 202, pl: 166, pt: 181, ru: 184, sl: 180, sv: 199, tr: 166, zh: 128 },
}
const USUAL_WORDS_PER_MINUTE = 185
// Beside reading it: thinking, choosing, typing, comparing with the answer. Until it is known how long one takes.
const SECONDS: Readonly<Record<string, number>> = {
  terms: 8,
  flashcards: 8,
  choice: 7,
  cloze: 12,
  matching: 8,
  sorting: 5,
  cause_effect: 8,
  concept_map: 8,
  ordering: 7,
  timeline: 7,
  recall: 30,
}
const USUAL_SECONDS = 10
const SECONDS_TO_TYPE = 5
const NOT_READ = new Set(['id', 'evidence', 'typed', 'listed'])
const UNPARTED = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g

/** Words of text or sanitised markup, also of scripts that do not part them. */
export function countWords(markup: string): number {
  const text = markup.replace(/<[^>]*>/g, ' ')
  const parted = text.split(/\s+/).filter(Boolean).length
  return parted + Math.floor((text.match(UNPARTED)?.length ?? 0) / 2)
}

export function wordsOfBlock(block: ReadingBlock): number {
  if (!block.rows) return countWords(block.html)
  return block.rows.flat().reduce((sum, cell) => sum + countWords(cell.text), 0)
}

/** Minutes to read these blocks, at least one. */
export function readingMinutes(blocks: readonly ReadingBlock[], language: string): number {
  return minutesOfSeconds(
    secondsToRead(
      blocks.reduce((sum, b) => sum + wordsOfBlock(b), 0),
      language,
    ),
  )
}

export function secondsToReadSection(section: Section, language: string): number {
  const words = section.reading.reduce((sum, block) => sum + wordsOfBlock(block), 0)
  return secondsToRead(words + countWords(section.prose), language)
}

/** Seconds to do an exercise at the first go, as long as nobody has been timed at one. */
export function secondsFor({ kind, items }: Exercise, language: string): number {
  const words = items.reduce((sum, item) => sum + wordsOfItem(item), 0)
  const typing = items.reduce((sum, item) => sum + SECONDS_TO_TYPE * answersToType(item), 0)
  return items.length * (SECONDS[kind] ?? USUAL_SECONDS) + typing + secondsToRead(words, language)
}

export function minutesOfSeconds(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60))
}

function secondsToRead(words: number, language: string): number {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  return (60 * words) / (WORDS_PER_MINUTE[primary] ?? USUAL_WORDS_PER_MINUTE)
}

/** How many words are to be typed: what is chosen at the first go is not. */
function answersToType(item: Item): number {
  const { options, typed, listed } = waysOf(item)
  return options.length > 0 ? 0 : Math.min(1, typed.length) + listed.length
}

function wordsOfItem(item: Item): number {
  return Object.entries(item)
    .filter(([name]) => !NOT_READ.has(name))
    .flatMap(([, said]) => said as string | string[])
    .reduce((sum: number, text) => sum + countWords(String(text)), 0)
}
