import { describe, expect, it } from 'vitest'
import type { Block } from '../src/api/inputs'
import { around, parseReference, referencesIn, sourceOf, visitOf } from '../src/evidence/references'

const block = (id: string): Block => ({ id, kind: 'paragraph', text: id, locator: {} })

describe('evidence references', () => {
  it('lead to a part of a block or to the whole block', () => {
    expect(parseReference('b12.3')).toEqual({ block: 'b12', part: 3 })
    expect(parseReference('b12')).toEqual({ block: 'b12', part: null })
    for (const wrong of ['own', 'b0', 'b12.', 'b12.0', 'xb12', 'b12.3.4', ''])
      expect(parseReference(wrong)).toBeNull()
  })
  it('are found in the braces at the end of a line, at their places', () => {
    const line = '- **catalyst**: speeds {it} up {b12.1 b14}  '
    expect(referencesIn(line).map(({ text }) => text)).toEqual(['b12.1', 'b14'])
    for (const { text, from, to } of referencesIn(line)) expect(line.slice(from, to)).toBe(text)
  })
  it('are found in the blocks that a section reads', () => {
    expect(referencesIn('Read: b10-b24, b27').map(({ text }) => text)).toEqual([
      'b10',
      'b24',
      'b27',
    ])
  })
  it('are not seen where braces are the writer’s own or stand within a line', () => {
    expect(referencesIn('- one {own}')).toEqual([])
    expect(referencesIn('a set {b12} of them')).toEqual([])
  })
})

describe('the surroundings of a block', () => {
  const blocks = ['b1', 'b2', 'b3', 'b4', 'b5'].map(block)
  const ids = (id: string) => around(blocks, id, 1).map((near) => near.id)
  it('end where the source does', () => {
    expect(ids('b1')).toEqual(['b1', 'b2'])
    expect(ids('b3')).toEqual(['b2', 'b3', 'b4'])
    expect(ids('b9')).toEqual([])
  })
})

describe('the source of a block', () => {
  const paper = { title: 'A paper', kind: 'document_input' }
  const talk = { title: 'A talk', kind: 'youtube_input', address: 'https://youtu.be/x?v=1' }
  const said: Block = { ...block('b2'), locator: { second: 65, source: 1 } }
  it('is the one that its place names, or the only one', () => {
    expect(sourceOf(said, [paper, talk])).toBe(talk)
    expect(sourceOf(block('b1'), [paper])).toBe(paper)
    expect(sourceOf(block('b1'))).toBeNull()
  })
  it('is visited at the second of a video, and a file nowhere', () => {
    expect(visitOf(said, talk)).toBe('https://youtu.be/x?v=1&t=65s')
    expect(visitOf(block('b1'), { ...talk, kind: 'web_page_input' })).toBe(talk.address)
    expect(visitOf(said, paper)).toBe('')
  })
})
