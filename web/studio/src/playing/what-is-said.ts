/** What a recording says and shows, by seconds: its captions, its parts, and the small pictures of it. */
import type { Block } from '../api/inputs'

export type Said = { start: number; end: number; text: string }
export type Part = { second: number; title: string }
export type Sprite = { start: number; end: number; file: string; box: number[] }

const LONGEST_SECONDS = 12 // that a sentence stays when nothing follows it
const SENTENCE = /[^.!?…]+(?:[.!?…]+["”’')\]]*(?=\s|$)|$|[.!?…]+)/g
const CUE = /([\d:.]+) --> ([\d:.]+)\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/g

/** The sentences that were spoken, each from its second until the next one. */
export function whatIsSaid(blocks: readonly Block[]): Said[] {
  const starts = blocks.filter(isSpoken).flatMap((block) => sentencesOf(block))
  return starts.map(({ start, text }, place) => {
    const next = starts[place + 1]?.start ?? Infinity
    const end = next > start ? Math.min(next, start + LONGEST_SECONDS) : start + 1
    return { start, end, text }
  })
}

const isSpoken = ({ kind, ocr_confidence, locator }: Block): boolean =>
  kind === 'paragraph' && ocr_confidence == null && locator.second !== undefined

function sentencesOf({ text, seconds = [], locator }: Block): { start: number; text: string }[] {
  const sentences = (text.match(SENTENCE) ?? []).map((each) => each.trim()).filter(Boolean)
  if (sentences.length !== seconds.length) return [{ start: locator.second ?? 0, text }]
  return sentences.map((sentence, place) => ({ start: seconds[place] ?? 0, text: sentence }))
}

export const partsOf = (blocks: readonly Block[]): Part[] =>
  blocks
    .filter(({ kind, locator }) => kind === 'heading' && locator.second !== undefined)
    .map(({ text, locator }) => ({ second: locator.second ?? 0, title: text }))

export const spritesIn = (text: string): Sprite[] =>
  [...text.matchAll(CUE)].map(([, from = '', to = '', file = '', ...box]) => ({
    start: secondsOf(from),
    end: secondsOf(to),
    file,
    box: box.map(Number),
  }))

const secondsOf = (clock: string): number =>
  clock.split(':').reduce((total, part) => total * 60 + Number(part), 0)
