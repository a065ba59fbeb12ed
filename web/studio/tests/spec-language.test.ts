import { describe, expect, it } from 'vitest'
import { classHighlighter, highlightTree } from '@lezer/highlight'
import { specLanguage } from '../src/editor/spec-language'

/** Each coloured piece of a spec with the name of its colour. */
function coloured(text: string): [string, string][] {
  const found: [string, string][] = []
  highlightTree(specLanguage().parser.parse(text), classHighlighter, (from, to, name) =>
    found.push([text.slice(from, to), name.replaceAll('tok-', '')]),
  )
  return found
}

describe('the colours of a spec', () => {
  it('tell the head from what follows it', () => {
    expect(coloured('---\ntitle: Heat\n---\ntitle: plain\n')).toEqual([
      ['---', 'meta'],
      ['title', 'propertyName'],
      [': Heat', 'string'],
      ['---', 'meta'],
    ])
  })
  it('show headings, questions, options, gaps and evidence', () => {
    const text = '### Choice: Check\n- Q: Which? {b1.2}\n  - [x] one\n- An [[gap]] **here**. {own}'
    expect(coloured(text)).toEqual([
      ['### Choice: Check', 'heading'],
      ['- Q:', 'keyword'],
      ['{b1.2}', 'link'],
      ['  -', 'meta'],
      ['[x]', 'bool'],
      ['-', 'meta'],
      ['[[gap]]', 'strong'],
      ['**here**', 'strong'],
      ['{own}', 'link'],
    ])
  })
  it('take marks inside of formulas and code, and after a backslash, as plain text', () => {
    expect(coloured('a $`[[x]]`$ b `{c}` \\[[d]] \\{e}')).toEqual([
      ['$`[[x]]`$', 'number'],
      ['`{c}`', 'number'],
    ])
  })
  it('come to the end of a long line of marks in time', () => {
    const line = '[[$`*{'.repeat(20_000)
    const begun = performance.now()
    specLanguage().parser.parse(line)
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})
