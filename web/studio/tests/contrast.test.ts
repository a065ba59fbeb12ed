import { describe, expect, it } from 'vitest'
import { contrast, nearestReadable } from '../src/publish/contrast'

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
  it('offers the nearest colour that can be read, on light and dark ground', () => {
    for (const ground of ['#fff', '#14181c', '#ffee00', '#777777', '#16202a']) {
      for (const ink of ['#ffee00', '#0b5d6b', '#777777', '#fff', '#000000']) {
        const offered = nearestReadable(ink, ground)
        expect(contrast(offered, ground)).toBeGreaterThanOrEqual(4.5)
      }
    }
    expect(nearestReadable('#0b5d6b', '#ffffff')).toBe('#0b5d6b')
    expect(contrast(nearestReadable('#777777', '#fff'), '#fff')).toBeLessThan(4.7) // no further than needed
    // What a theme is saved with (embeds/readability.py) is the same.
    expect(nearestReadable('#ffffff', '#ffee00')).toBe('#696969')
    expect(nearestReadable('#000', '#14181c')).toBe('#808080')
  })
})
