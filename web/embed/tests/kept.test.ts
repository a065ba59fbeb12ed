// @vitest-environment happy-dom
/** What is kept of a learner: shown to the learner alone, whole, and gone for good once it is erased. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { show } from '../src/source'

const PROGRESS = JSON.stringify({
  format: 1,
  place: 's1',
  answers: [
    ['i1', 1],
    ['i2', 0],
  ],
})

beforeEach(() => {
  const frame = document.createElement('div')
  frame.id = 'praxeo-frame'
  Object.assign(frame.dataset, { embed: 'emb_1', counted: 'yes' })
  document.body.replaceChildren(frame)
  document.title = 'Enzymes'
  vi.stubGlobal('localStorage', window.localStorage)
  localStorage.clear()
})
afterEach(() => vi.unstubAllGlobals())

const sheet = () => document.querySelector('dialog')
const buttons = () => [...document.querySelectorAll('dialog button')] as HTMLButtonElement[]
const press = (text: string) =>
  buttons()
    .find((it) => it.textContent === text)
    ?.click()

test('it is shown whole, as a text and as a file, and of other embeds nothing', () => {
  localStorage.setItem('praxeo:emb_1:progress', PROGRESS)
  localStorage.setItem('praxeo:emb_2:progress', 'another')
  show({ type: 'kept' })
  const text = document.querySelector('textarea')?.value ?? ''
  expect(JSON.parse(text)).toEqual({
    format: 1,
    embed: 'emb_1',
    title: 'Enzymes',
    values: { progress: JSON.parse(PROGRESS) as unknown },
  })
  expect(text).not.toContain('another')
  expect(sheet()?.textContent).toContain('(answers: 2)')
  expect(document.querySelector('a')?.download).toBe('Enzymes.json')
})

test('where nothing is kept it says so and offers nothing', () => {
  show({ type: 'kept' })
  expect(sheet()?.textContent).toContain('keeps nothing of you')
  expect(document.querySelector('textarea, dialog a')).toBeNull()
  expect(buttons()).toHaveLength(1)
})

test('where the browser gives no store it says so too', () => {
  vi.stubGlobal(
    'localStorage',
    new Proxy({} as Storage, {
      ownKeys: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }),
  )
  show({ type: 'kept' })
  expect(sheet()?.textContent).toContain('keeps nothing of you')
})

test('it is erased after one question, with what visits left, and nothing else', () => {
  for (const key of ['praxeo:emb_1:progress', 'praxeo-visits:emb_1:browser', 'praxeo:emb_2:x']) {
    localStorage.setItem(key, PROGRESS)
  }
  show({ type: 'kept' })
  press('Erase it')
  expect(localStorage.getItem('praxeo:emb_1:progress')).toBe(PROGRESS)
  press('Erase your progress for good?')
  expect(Object.keys(localStorage)).toEqual(['praxeo:emb_2:x'])
})
