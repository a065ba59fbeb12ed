import { describe, expect, it } from 'vitest'
import { isInk, reachesItsRims } from '../src/ink'

const WHITE = [255, 255, 255, 255]
const BLACK = [0, 0, 0, 255]

function pixels(...parts: [number[], number][]): number[] {
  return parts.flatMap(([pixel, count]) => Array.from({ length: count }, () => pixel).flat())
}

describe('line art', () => {
  it('is black and grey on much white', () => {
    expect(isInk(pixels([WHITE, 80], [BLACK, 12], [[120, 122, 118, 255], 8]))).toBe(true)
  })

  it('is no picture with a colour in it, and none that is dark itself', () => {
    expect(isInk(pixels([WHITE, 99], [[0, 90, 160, 255], 1]))).toBe(false)
    expect(isInk(pixels([WHITE, 40], [BLACK, 60]))).toBe(false)
    expect(isInk([])).toBe(false)
  })
})

describe('a photograph', () => {
  it('reaches its rims, a chart on white paper does not', () => {
    const side = 48
    const chart = new Uint8ClampedArray(side * side * 4).fill(255)
    for (let y = 10; y < side; y++) chart.set([10, 60, 160, 255], 4 * (y * side + 20))
    expect(reachesItsRims(chart)).toBe(false)
    expect(reachesItsRims(new Uint8ClampedArray(side * side * 4).fill(120))).toBe(true)
  })
})
