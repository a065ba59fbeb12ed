/** What a learner has done, and what is kept of it. */
import { describe, expect, test } from 'vitest'
import { parseSaved, Progress } from '../src/progress'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 0, 5, 12)

describe('progress', () => {
  const fresh = (clock = () => NOW) => new Progress(['a', 'b', 'c'], clock, () => undefined)

  test('counts an exercise as done once it has been answered, right or wrong', () => {
    const progress = fresh()
    progress.answer('a', 'wrong')
    progress.answer('b', 'right')
    expect([progress.done, progress.total, progress.complete]).toEqual([2, 3, false])
    progress.answer('c', 'right')
    expect(progress.complete).toBe(true)
  })
  test('remembers the first verdict when a mistake is put right, and leaves its date', () => {
    const progress = fresh()
    const { memory } = progress.answer('a', 'wrong')
    progress.correct('a', 'right')
    expect(progress.answers.get('a')).toEqual({ verdict: 'right', first: 'wrong', memory })
    expect([progress.firstRight(), progress.wrong()]).toEqual([0, []])
  })
  test('lists as due what has come back', () => {
    let now = NOW
    const progress = fresh(() => now)
    progress.answer('a', 'wrong')
    progress.answer('b', 'right')
    expect(progress.due()).toEqual([])
    now = NOW + 2 * DAY
    expect(progress.due()).toEqual(['a'])
  })
  test('survives being written down, also for exercises that this version lacks', () => {
    const progress = fresh()
    progress.answer('a', 'wrong')
    progress.visit('s2')
    progress.choose('dark')
    const again = new Progress(
      ['b'],
      () => NOW,
      () => undefined,
    )
    again.restore(progress.toText())
    expect(again.toText()).toBe(progress.toText())
    expect([again.done, again.place, again.scheme]).toEqual([0, 's2', 'dark'])
  })
  test('keeps how sections are arranged, what is printed, and how fast the learner is', () => {
    const progress = fresh()
    progress.arrange('all')
    progress.printKey(false)
    progress.wasRead('s3')
    progress.wasRead('s7')
    for (let n = 0; n < 4; n += 1) progress.timed('choice', 3)
    expect(progress.paceOf('choice')).toBe(2)
    const again = fresh()
    again.restore(progress.toText())
    expect([again.layout, again.withKey, again.paceOf('choice')]).toEqual(['all', false, 2])
    expect([...again.read]).toEqual(['s3', 's7'])
    expect(
      parseSaved('{"format":1,"answers":[],"pace":{"choice":[1,"x"],"cloze":7}}')?.pace,
    ).toEqual({})
  })
  test('of an earlier release is taken over whole', () => {
    const text = '{"format":1,"place":"s2","scheme":"dark","answers":[["a",1,0,9,8,1.5,2,3,1]]}'
    const progress = fresh()
    progress.restore(text)
    expect(progress.toText()).toBe(text)
    expect(progress.layout).toBe('steps')
  })
  test('answered before the saved state arrived is kept', () => {
    const saved = fresh()
    saved.answer('a', 'wrong')
    const progress = fresh()
    progress.answer('a', 'right')
    progress.restore(saved.toText())
    expect(progress.answers.get('a')?.verdict).toBe('right')
  })
  test.each(['', '{', 'null', '[]', '{"format":2,"answers":[]}', '{"format":1,"answers":{}}'])(
    'ignores saved text that is none: %s',
    (text) => expect(parseSaved(text)).toBeNull(),
  )
  test('leaves out rows that are damaged and keeps the others', () => {
    const text =
      '{"format":1,"answers":[["a",1],[1,2],null,["b",1,1,9,8,1,1,1,0],["c",1,1,"x",8,1,1,1,0]]}'
    expect([...(parseSaved(text)?.answers.keys() ?? [])]).toEqual(['b'])
  })
})
