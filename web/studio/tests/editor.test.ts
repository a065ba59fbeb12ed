import { EditorState } from '@codemirror/state'
import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { describe, expect, it } from 'vitest'
import { referenceAt } from '../src/editor/evidence-marks'
import { firstItem, itemsOf, KINDS, kindAbove } from '../src/editor/grammar'
import { soundLayout } from '../src/editor/layout'
import { completions, type Source } from '../src/editor/spec-completion'
import { entryAt, outlineOf } from '../src/editor/spec-outline'
import type { Block } from '../src/api/inputs'

const SPEC = `---
spec: 1
---
## Goals
- One {b1.1}

## Section: Heat \\& cold
Read: b1-b9

### Cause and effect: Why
- heat -> steam {b2.1}
#### not one of ours
##no heading
## Section:
`

describe('the outline of a spec', () => {
  const entries = outlineOf(SPEC)
  it('has goals, sections and activities with their lines', () => {
    expect(entries.map(({ line, level, kind, title }) => [line, level, kind, title])).toEqual([
      [4, 2, 'Goals', ''],
      [7, 2, 'Section', 'Heat & cold'],
      [10, 3, 'Cause and effect', 'Why'],
      [14, 2, 'Section', ''],
    ])
  })
  it('counts sections, so that the preview can open where the cursor is', () => {
    expect(entries.map(({ section }) => section)).toEqual([0, 1, 1, 2])
  })
  it('follows the cursor', () => {
    expect([1, 4, 9, 10, 13, 14, 99].map((line) => entryAt(entries, line))).toEqual([
      -1, 0, 1, 2, 2, 3, 3,
    ])
    expect(entryAt([], 5)).toBe(-1)
  })
  it('is quick for a spec of many thousand lines', () => {
    const long = SPEC.repeat(1000)
    const start = performance.now()
    expect(outlineOf(long)).toHaveLength(4000)
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('the grammar at hand', () => {
  it('finds the kind of activity around a line', () => {
    const lines = SPEC.split('\n')
    const above = (line: number) => kindAbove((number) => lines[number] ?? '', line)?.heading
    expect(above(10)).toBe('Cause and effect')
    expect(above(7)).toBeUndefined()
  })
  it('has an example item for each of the eleven kinds', () => {
    expect(KINDS).toHaveLength(11)
    for (const kind of KINDS) {
      expect(itemsOf(kind, 'b1.2')).toContain('{b1.2}')
      expect(itemsOf(kind, 'own').startsWith(firstItem(kind))).toBe(true)
    }
  })
})

const block = (id: string, text: string): Block => ({ id, kind: 'paragraph', text, locator: {} })
const source: Source = {
  blocks: () => [block('b1', 'Water boils.'), block('b2', 'Ice melts. Steam rises.')],
  parts: (id) => Promise.resolve(id === 'b2' ? ['Ice melts.', 'Steam rises.'] : []),
  place: () => 'page 3',
}

async function offered(text: string, explicit = false): Promise<string[]> {
  const context = new CompletionContext(EditorState.create({ doc: text }), text.length, explicit)
  const found: CompletionResult[] = []
  for (const complete of completions(source)) {
    const result = await complete(context)
    if (result) found.push(result)
  }
  return found.flatMap(({ options }) => options.map(({ label }) => label))
}

describe('completion in a spec', () => {
  it('offers headings and kinds at the start of a line', async () => {
    const labels = await offered('## Section: A\n##')
    expect(labels).toContain('## Section:')
    expect(labels).toContain('### Concept map:')
  })
  it('offers an item of the kind at hand', async () => {
    expect(await offered('### Matching: A\n- ')).toEqual(['- one = its partner {own}'])
    expect(await offered('### Ordering: A\n1. ')).toEqual(['1. First step. {own}'])
    expect(await offered('Just prose\n- ')).toEqual([])
  })
  it('offers the blocks of the source by number or by a word', async () => {
    expect(await offered('- Q {')).toEqual(['b1', 'b2'])
    expect(await offered('- Q {steam')).toEqual(['b2'])
    expect(await offered('- Q {b1 b2')).toEqual(['b2'])
  })
  it('offers the sentences of a block after the full stop', async () => {
    expect(await offered('- Q {b2.')).toEqual(['b2.1', 'b2.2'])
    expect(await offered('- Q {b9.')).toEqual([])
  })
})

describe('the reference at the cursor', () => {
  const { doc } = EditorState.create({ doc: 'x\n- one {b1.1 b2}' })
  const at = (position: number) => referenceAt(doc, position)?.text ?? null
  it('is the one it stands in or touches', () => {
    expect([8, 9, 13, 14, 16].map(at)).toEqual([null, 'b1.1', 'b1.1', 'b2', 'b2'])
  })
})

describe('the layout', () => {
  it('keeps what is sound of what was stored', () => {
    expect(soundLayout({ panes: 'both', size: 'tablet', aside: 'none' })).toEqual({
      panes: 'both',
      size: 'tablet',
      aside: 'none',
    })
    const first = { panes: 'spec', size: 'phone', aside: 'outline' }
    for (const wrong of [null, 3, 'both', { panes: 'x', size: 7 }])
      expect(soundLayout(wrong)).toEqual(first)
  })
})
