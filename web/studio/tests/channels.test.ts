import { describe, expect, it } from 'vitest'
import { withChannels, type Aside, type Block } from '../src/api/inputs'

const block = (id: string): Block => ({ id, kind: 'paragraph', text: id, locator: {} })
const aside = (channel: Aside['channel'], after: string, id: string): Aside => ({
  ...block(id),
  channel,
  after,
})
const blocks = [block('b1'), block('b2')]
const asides = [
  aside('speaker_notes', 'b1', 'b3'),
  aside('comments', '', 'b4'),
  aside('speaker_notes', 'b2', 'b5'),
]
const ids = (found: Block[]) => found.map(({ id }) => id)

describe('passages that were set aside', () => {
  it('stand where they belong once they are chosen, and move no id', () => {
    expect(ids(withChannels({ blocks, asides }, (channel) => channel === 'speaker_notes'))).toEqual(
      ['b1', 'b3', 'b2', 'b5'],
    )
    expect(ids(withChannels({ blocks, asides }))).toEqual(['b4', 'b1', 'b3', 'b2', 'b5'])
  })
  it('are none in what was read before there were any', () => {
    expect(withChannels({ blocks })).toBe(blocks)
  })
})
