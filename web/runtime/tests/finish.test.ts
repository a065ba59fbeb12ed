// @vitest-environment happy-dom
/** The end of an app says how its practice went, if it has any. */
import { expect, test } from 'vitest'
import type { App } from '../src/app'
import { allExercises, outlineOf } from '../src/exercises'
import type { Payload } from '../src/payload'
import { Progress } from '../src/progress'
import { stringsFor } from '../src/strings'
import { finishView } from '../src/views/finish'
import { payload } from './demo_play'

function endOf(content: Payload): HTMLElement {
  const ids = [...allExercises(content).keys()]
  const progress = new Progress(
    ids,
    () => 0,
    () => undefined,
  )
  const app = { payload: content, progress, outline: outlineOf(content), spoken: 'en' }
  return finishView({ ...app, say: stringsFor('en'), clock: () => 0 } as unknown as App)
}

test('an app with exercises counts them', () => {
  const end = endOf(payload)
  expect(end.querySelector('h1')?.textContent).toContain('0 of ')
  expect(end.querySelectorAll('.figures dd')).toHaveLength(3)
  expect(end.textContent).toContain('Review')
})

test('one that is only read counts and reviews nothing', () => {
  const sections = payload.sections.map((section) => ({ ...section, activities: [] }))
  const end = endOf({ ...payload, sections })
  expect(end.querySelector('h1')?.textContent).toBe('You have done it all')
  expect(end.querySelector('.figures')).toBeNull()
  expect(end.textContent).not.toContain('Review')
})
