/** What a sentence of the source becomes as a question: its weightiest word is the gap. */
import type { Kind, NewItem } from '../api/desk'
import type { Picked } from './sentence-picker'

const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]*/gu

/** Kind and fields; another kind or another gap is a matter of one change. */
export function fromSentence({ reference, text }: Picked): NewItem & { kind: Kind } {
  const evidence = [reference]
  const words = [...text.matchAll(WORD)].slice(1) // a gap needs words before it to be asked of
  const [first, ...others] = words
  if (!first) return { kind: 'choice', fields: { answer: text }, evidence }
  const gap = others.reduce((best, word) => (word[0].length > best[0].length ? word : best), first)
  const end = gap.index + gap[0].length
  const fields = {
    before: text.slice(0, gap.index),
    answer: gap[0],
    after: text.slice(end),
  }
  return { kind: 'cloze', fields, evidence }
}
