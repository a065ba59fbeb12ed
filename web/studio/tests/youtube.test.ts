import { describe, expect, it } from 'vitest'
import { clock, durationSeconds } from '../src/api/youtube'

describe('the length of a video', () => {
  it.each([
    ['PT12M3S', 723, '12:03'],
    ['PT1H4M5S', 3845, '1:04:05'],
    ['P1DT1S', 86401, '24:00:01'],
    ['PT9S', 9, '0:09'],
    ['P0D', 0, '0:00'],
    ['nonsense', 0, '0:00'],
  ])('%s is shown as players show it', (text, seconds, shown) => {
    expect(durationSeconds(text)).toBe(seconds)
    expect(clock(seconds)).toBe(shown)
  })
})
