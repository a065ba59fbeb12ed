/** Progress in few characters: it fits, and says again what counts. */
import { expect, test } from 'vitest'
import { parseSaved, Progress, type Verdict } from '../../runtime/src/progress'
import { lengthened, savedOf, shortened } from '../src/short-progress'

const SCORM_12_CHARS = 4_096
const NOW = Date.UTC(2026, 10, 30, 8)
const DAY = 86_400_000

const idsOf = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `i${(at * 2_654_435_761).toString(16).padStart(12, '0')}`,
  )

/** Everything answered, over some days, every third wrong at first. */
function played(ids: readonly string[]): Progress {
  let now = NOW
  const progress = new Progress(
    ids,
    () => now,
    () => undefined,
  )
  ids.forEach((id, at) => {
    now = NOW + (at % 20) * DAY
    const first: Verdict = at % 3 === 0 ? 'wrong' : 'right'
    progress.answer(id, first)
    if (at % 6 === 0) progress.correct(id, 'right')
  })
  progress.visit('s12')
  for (let section = 1; section <= 40; section += 1) progress.wasRead(`s${section}`)
  progress.choose('dark')
  return progress
}

function kept(progress: Progress, ids: readonly string[], limit = SCORM_12_CHARS) {
  const text = shortened(savedOf(progress.toText()), ids, limit)
  return { text, saved: parseSaved(lengthened(text, ids) ?? '') }
}

test('500 answered exercises fit the state of SCORM 1.2 with their memory', () => {
  const ids = idsOf(500)
  const progress = played(ids)
  const { text, saved } = kept(progress, ids)
  expect(text.length).toBeLessThanOrEqual(SCORM_12_CHARS)
  expect(saved?.place).toBe('s12')
  expect(saved?.scheme).toBe('dark')
  expect(saved?.read.size).toBe(40)
  for (const id of ids) {
    const [before, after] = [progress.answers.get(id)!, saved!.answers.get(id)!]
    expect([after.verdict, after.first]).toEqual([before.verdict, before.first])
    expect(after.memory.reps).toBe(before.memory.reps)
    expect(Math.abs(after.memory.last - before.memory.last)).toBeLessThan(86_400)
    expect(after.memory.stability / before.memory.stability).toBeGreaterThan(0.7)
    expect(after.memory.stability / before.memory.stability).toBeLessThan(1.4)
  }
})

test.each([800, 3_000, 10_000])('of %i exercises the verdicts come back', (count) => {
  const ids = idsOf(count)
  const progress = played(ids)
  const { text, saved } = kept(progress, ids)
  expect(text.length).toBeLessThanOrEqual(SCORM_12_CHARS)
  for (const id of ids)
    expect(saved?.answers.get(id)?.verdict).toBe(progress.answers.get(id)?.verdict)
})

test('what is answered stays so in a version with other exercises around it', () => {
  const ids = idsOf(60)
  const { text } = kept(played(ids), ids)
  const later = ['inew', ...ids.slice(0, 30), 'iother', ...ids.slice(31)]
  const saved = parseSaved(lengthened(text, later) ?? '')
  expect([...(saved?.answers.keys() ?? [])].sort()).toEqual(ids.filter((_, at) => at !== 30).sort())
})

test('a state that is no progress is no progress', () => {
  for (const text of ['', 'x', 'mA', 'hello world', '{"a":1}', 'm~~~', 'vAAAA~~~!!']) {
    const restored = lengthened(text, idsOf(3))
    expect(restored === null || parseSaved(restored) !== null).toBe(true)
  }
})

test('an app without answers keeps its place', () => {
  const ids = idsOf(5)
  const progress = new Progress(
    ids,
    () => NOW,
    () => undefined,
  )
  progress.visit('s2')
  expect(kept(progress, ids).saved?.place).toBe('s2')
})
