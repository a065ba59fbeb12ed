// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { partsOf } from '../src/source/block-words'
import { drawn } from '../src/source/formula'

const SQUARE = '<math><msup><mi>x</mi><mn>2</mn></msup></math>'

describe('the words of a block', () => {
  it('are parted from its formulas, whatever signs stand before them', () => {
    const text = '🏻 is x² and y.'
    expect(
      partsOf({
        text,
        marks: [
          [5, 7, 'formula', SQUARE, 'x^2'],
          [0, 2, 'strong'],
        ],
      }),
    ).toEqual([
      { text: '🏻 is ', mathml: '' },
      { text: 'x²', mathml: SQUARE },
      { text: ' and y.', mathml: '' },
    ])
  })
  it('are one part without formulas', () => {
    expect(partsOf({ text: 'plain' })).toEqual([{ text: 'plain', mathml: '' }])
  })
})

describe('a formula', () => {
  it('is drawn from its MathML', () => {
    expect(drawn(SQUARE)?.textContent).toBe('x2')
  })
  it.each([
    '<img src="x" onerror="alert(1)"/>',
    '<!DOCTYPE math [<!ENTITY a "b">]><math><mi>x</mi></math>',
    'no markup',
  ])('%s is none', (mathml) => {
    expect(drawn(mathml)).toBeNull()
  })
  it('loses what may act and every attribute that is not on the list', () => {
    const evil =
      '<math href="javascript:alert(1)" onclick="alert(1)"><mi style="x">x</mi><script>alert(1)</script><mtext><img src="x"/></mtext></math>'
    const made = drawn(evil)
    expect(made?.outerHTML).not.toMatch(/alert|script|img|style|href/)
    expect(made?.textContent).toBe('x')
  })
})
