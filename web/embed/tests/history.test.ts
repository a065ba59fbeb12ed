/** When an app is taken away for filling the history. */
import { expect, test } from 'vitest'
import { HistoryWatch } from '../src/history'

/** A watch over a history that grows by `grow` at each look, every fifth of a second. */
function flooded(
  looks: number,
  grow: (look: number) => number,
  acted: (look: number) => boolean = () => false,
) {
  let [at, length, look] = [0, 3, 0]
  const watch = new HistoryWatch(
    () => length,
    () => acted(look),
    () => at,
  )
  for (; look < looks; look += 1) {
    if (watch.isFlooded()) return length - 3
    at += 200
    length += grow(look)
  }
  return null
}

test('a loop of entries is noticed at the next look', () => {
  expect(flooded(10, () => 4)).toBe(8)
  expect(flooded(10, () => 47)).toBe(47)
})

test('five entries may come by themselves, and more if they take their time', () => {
  expect(flooded(100, (look) => (look < 5 ? 1 : 0))).toBeNull()
  expect(flooded(3000, (look) => (look % 70 === 0 ? 1 : 0))).toBeNull() // one in fourteen seconds
  expect(flooded(3000, (look) => (look % 10 === 0 ? 1 : 0))).toBe(6) // one in two seconds
})

test('entries that a person makes do not count', () => {
  expect(
    flooded(
      100,
      () => 1,
      () => true,
    ),
  ).toBeNull()
  expect(
    flooded(
      100,
      () => 1,
      (look) => look < 20,
    ),
  ).toBe(25)
})
