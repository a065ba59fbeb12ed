import { describe, expect, it } from 'vitest'
import type { Block } from '../src/api/inputs'
import { secondOf } from '../src/evidence/references'
import { partsOf, spritesIn, whatIsSaid } from '../src/playing/what-is-said'

const block = (more: Partial<Block>): Block => ({
  id: 'b1',
  kind: 'paragraph',
  text: '',
  locator: {},
  ...more,
})
const SAID = block({ text: 'One is said. Two is said.', seconds: [3, 7], locator: { second: 3 } })
const LAST = block({ id: 'b2', text: 'It ends', locator: { second: 30 } })
const SLIDE = block({ text: 'On a slide', ocr_confidence: 90, locator: { second: 1 } })

describe('what a recording says', () => {
  it('is each sentence from its second to the next, without what stands on slides', () => {
    expect(whatIsSaid([SLIDE, SAID, LAST])).toEqual([
      { start: 3, end: 7, text: 'One is said.' },
      { start: 7, end: 19, text: 'Two is said.' },
      { start: 30, end: 42, text: 'It ends' },
    ])
  })
  it('stays whole where its sentences are counted in another way', () => {
    const odd = block({ ...SAID, text: 'One e.g. two. Three.', seconds: [3, 5, 9] })
    expect(whatIsSaid([odd])).toEqual([{ start: 3, end: 15, text: 'One e.g. two. Three.' }])
  })
  it('is led to by the sentence, else by the block', () => {
    expect([
      secondOf(SAID, 2),
      secondOf(SAID, null),
      secondOf(LAST, 1),
      secondOf(block({}), 1),
    ]).toEqual([7, 3, 30, null])
  })
  it('has its headings as parts', () => {
    expect(
      partsOf([block({ kind: 'heading', text: 'Heart', locator: { second: 5 } }), SAID]),
    ).toEqual([{ second: 5, title: 'Heart' }])
  })
})

it('small pictures are told by what the sheet says of them', () => {
  const text = 'WEBVTT\n\n00:00:05.000 --> 00:01:10.500\nsprite-001.jpg#xywh=160,0,160,90\n\n'
  expect(spritesIn(text)).toEqual([
    { start: 5, end: 70.5, file: 'sprite-001.jpg', box: [160, 0, 160, 90] },
  ])
})
