import { describe, expect, it } from 'vitest'
import type { Block } from '../src/api/inputs'
import { itemsByBlock, narrowed } from '../src/source/origins'

const SPEC = `## Section: Cells
Read: b1-b3

### Cloze: Gaps
- The [[cell]] is small. {b2.1}
- Both say so. {b2.2, b3.1}
`
const block = (id: string, text: string): Block => ({ id, kind: 'paragraph', text, locator: {} })

describe('what was made from a block', () => {
  it('is every item that rests on it, in plain words; what is read is none', () => {
    const items = itemsByBlock(SPEC)
    expect([...items.keys()]).toEqual(['b2', 'b3'])
    expect(items.get('b2')).toEqual([
      { line: 5, text: 'The cell is small.' },
      { line: 6, text: 'Both say so.' },
    ])
  })
  it('narrows the source to what was used and to words', () => {
    const blocks = [block('b1', 'A cell'), block('b2', 'Small CELL'), block('b3', 'Other')]
    const ids = (found: Block[]) => found.map(({ id }) => id)
    expect(ids(narrowed(blocks, 'cell', null))).toEqual(['b1', 'b2'])
    expect(ids(narrowed(blocks, '', itemsByBlock(SPEC)))).toEqual(['b2', 'b3'])
    expect(narrowed(blocks, 'missing', null)).toEqual([])
  })
})
