import { describe, expect, it } from 'vitest'
import { contrast } from '../src/publish/contrast'

describe('contrast', () => {
  it('is 21 between black and white, 1 between equals, whatever the order and spelling', () => {
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21)
    expect(contrast('#0b5d6b', '#0b5d6b')).toBe(1)
  })
  it('knows the textbook grey that just passes', () => {
    expect(contrast('#767676', '#fff')).toBeGreaterThan(4.5)
    expect(contrast('#777777', '#fff')).toBeLessThan(4.5)
  })
})
