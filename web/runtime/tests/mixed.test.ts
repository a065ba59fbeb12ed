// @vitest-environment happy-dom
/** At the end of an app a round mixes all sections, what went wrong first. */
import { expect, test } from 'vitest'
import type { App } from '../src/app'
import { allExercises, outlineOf } from '../src/exercises'
import { Progress } from '../src/progress'
import { mixedRound } from '../src/views/mixed'
import { payload } from './demo_play'

const exercises = allExercises(payload)
const appWith = (progress: Progress, content = payload) =>
  ({ payload: content, progress, outline: outlineOf(content) }) as unknown as App
const newProgress = () =>
  new Progress(
    [...exercises.keys()],
    () => 0,
    () => undefined,
  )
const sectionOf = (id: string) => exercises.get(id)?.section.id ?? ''

test('a round has each exercise once, of every section', () => {
  const round = mixedRound(appWith(newProgress()))
  expect(round).toHaveLength(12)
  expect(new Set(round).size).toBe(12)
  expect(new Set(round.map(sectionOf))).toEqual(new Set([...exercises.keys()].map(sectionOf)))
})

test('what went wrong is in it', () => {
  const progress = newProgress()
  const ids = [...exercises.keys()]
  for (const id of ids) progress.answer(id, ids.indexOf(id) % 5 === 0 ? 'wrong' : 'right')
  expect(mixedRound(appWith(progress))).toEqual(expect.arrayContaining(progress.wrong()))
})

test('the next round is in another order', () => {
  const progress = newProgress()
  const before = mixedRound(appWith(progress))
  progress.answer(before[0] ?? '', 'right')
  expect(mixedRound(appWith(progress))).not.toEqual(before)
})

test('an app of one section has none', () => {
  const [first] = payload.sections
  const content = { ...payload, sections: first ? [first] : [] }
  expect(mixedRound(appWith(newProgress(), content))).toEqual([])
})
