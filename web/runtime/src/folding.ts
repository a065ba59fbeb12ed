/** Reading that is long is folded: its beginning stands open, the rest opens at a press. */
import type { App } from './app'
import { h, icon } from './dom'
import { plainText, type Payload, type ReadingBlock, type Section } from './payload'
import { readingOf } from './reading'
import { readingMinutes, wordsOfBlock } from './times'

// A screen or two stay open; what would only fold away a paragraph more is not worth a press.
const OPEN_WORDS = 350
const FOLDED_WORDS = 250

/** The blocks without what of the headings at their head stands above already: the app's and the own title. */
export function withoutTitles(
  payload: Payload,
  section: Section,
  blocks: readonly ReadingBlock[] = section.reading,
): ReadingBlock[] {
  const titles = [payload.title.trim(), section.title.trim()]
  const told = blocks.findIndex((block) => block.kind !== 'heading')
  const first = told < 0 ? blocks.length : told
  const headings = blocks.slice(0, first).filter((one) => !titles.includes(plainText(one.html)))
  return [...headings, ...blocks.slice(first)]
}

/** Reading as it stands in a view, what is beyond its beginning folded away. */
export function foldedReading(app: App, blocks: readonly ReadingBlock[], title: string): Node[] {
  const at = foldAt(blocks)
  if (at < 0) return [readingOf(app, blocks, title)]
  const rest = blocks.slice(at)
  const minutes = app.say.minutes(readingMinutes(rest, app.payload.language))
  const more = h(
    'details',
    { class: 'more' },
    h(
      'summary',
      { 'data-action': 'unfold', lang: app.spoken },
      icon('down'),
      h('span', {}, app.say.readOn(minutes)),
    ),
    readingOf(app, rest, title),
  )
  return [readingOf(app, blocks.slice(0, at), title), more]
}

/** Where the fold is: before a heading, a paragraph or a picture; -1 for what is short enough to stand open. */
function foldAt(blocks: readonly ReadingBlock[]): number {
  const words = blocks.map(wordsOfBlock)
  const whole = words.reduce((sum, more) => sum + more, 0)
  let before = 0
  for (const [at, block] of blocks.entries()) {
    if (whole - before < FOLDED_WORDS) return -1
    const apart = block.kind !== 'list_item' && block.kind !== 'caption'
    if (before >= OPEN_WORDS && apart && blocks[at - 1]?.kind !== 'heading') return at
    before += words[at] ?? 0
  }
  return -1
}

/** Open whatever folds an element away. */
export function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold;) {
    fold.open = true
    fold = fold.parentElement?.closest('details') ?? null
  }
}
