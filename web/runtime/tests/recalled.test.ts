// @vitest-environment happy-dom
/** Terms and short answers are chosen, typed or named one by one, and judged kindly. */
import { beforeEach, describe, expect, test } from 'vitest'
import { recalled } from '../src/kindly'
import type { Payload, Term } from '../src/payload'
import { hintOf } from '../src/players/recalled'
import { activity, exercise, feedbackOf, find, goto, page, payload, press, start, stateOf } from './demo_play' // prettier-ignore

describe('a term typed from memory', () => {
  test.each([
    ['the enzyme', 'enzyme'],
    ['Enzym', 'das Enzym'],
    ['Venen', 'Vene'],
    ['rote Blutkörperchen', 'Roten Blutkörperchen'],
    ['epicentre', 'Épicentre'],
    ['green house', 'greenhouse'],
    ['cities', 'city'],
    ['greenhose effect', 'greenhouse effect'],
    ['photosinthesis', 'photosynthesis'],
  ])('%s is right for %s', (given, answer) => {
    expect(recalled(given, [answer], [answer])).not.toBe('wrong')
  })
  test.each([
    ['', 'enzyme'],
    ['ethen', 'ether'],
    ['sulfite', 'sulfate'],
    ['afferent', 'efferent'],
    ['cofactor', 'enzyme'],
    ['prime', 'prime meridian'],
  ])('%s is wrong for %s', (given, answer) => {
    expect(recalled(given, [answer], [answer])).toBe('wrong')
  })
  test('is wrong where it is another of the words that are taught', () => {
    expect(recalled('stoma', ['stroma'], ['stroma', 'stoma'])).toBe('wrong')
    expect(recalled('stoma', ['stroma'], ['stroma'])).toBe('close')
  })
  test('has a hint that tells its first letter and how long it is', () => {
    expect(hintOf('water cycle')).toBe('w···· ·····')
  })
})

const [source, catchment] = activity('terms').items as [Term, Term]
const card = activity('flashcards').items[0] as { id: string }

/** The demo with the ways in which its first terms and cards are answered. */
function withWays(): Payload {
  const content = structuredClone(payload)
  const items = content.sections.flatMap((section) => section.activities).flatMap((a) => a.items)
  const put = (id: string, ways: object) =>
    Object.assign(items.find((item) => item.id === id) ?? {}, ways)
  put(source.id, { options: ['catchment', 'watershed', 'mouth'], typed: ['source'] })
  put(catchment.id, { typed: ['catchment'] })
  put(card.id, { listed: [['the gradient', 'gradient'], ['the bed', 'bed']] }) // prettier-ignore
  return content
}

const type = (id: string, text: string) => {
  find<HTMLInputElement>('input[data-answer]', exercise(id)).value = text
  press('check', exercise(id))
}

beforeEach(async () => {
  localStorage.clear()
  await start(withWays())
  goto('s1')
})

test('a term is asked by its meaning, and its own words are nowhere to be seen', () => {
  const shown = exercise(catchment.id).textContent
  expect(shown).toContain(catchment.definition)
  expect(shown).not.toContain(catchment.term)
})

test('what is typed nearly right is right, and its spelling is told', () => {
  type(catchment.id, 'catchments')
  expect(stateOf(catchment.id)).toBe('right')
  expect(feedbackOf(catchment.id)).toContain('It is written: catchment')
})

test('another term of the app is wrong, and said to be what it is', () => {
  type(catchment.id, 'Source')
  expect(stateOf(catchment.id)).toBe('wrong')
  expect(feedbackOf(catchment.id)).toContain(catchment.term)
  expect(feedbackOf(catchment.id)).toContain(source.definition)
})

test('an answer in words that nobody foresaw can be counted, as if it had been right at once', () => {
  type(catchment.id, 'drainage basin')
  press('mine', exercise(catchment.id))
  expect(stateOf(catchment.id)).toBe('right')
  expect(page.dataset['progress']).toBe('1/14')
  press('evidence', exercise(catchment.id))
  goto('s1')
  expect(exercise(catchment.id).querySelector('[data-action="retry"]')).toBeNull()
})

test('showing the answer stays a way out, of what is chosen, too', () => {
  for (const id of [source.id, catchment.id]) {
    press('reveal', exercise(id))
    press('again', exercise(id))
    expect(stateOf(id)).toBe('wrong')
  }
})

test('an option that is wrong is told by what it is', () => {
  find<HTMLInputElement>('[data-option="watershed"]', exercise(source.id)).click()
  press('check', exercise(source.id))
  expect(feedbackOf(source.id)).toContain('the edge of a catchment')
})

test('the parts of an answer are named in any order, and a wrong guess costs nothing', () => {
  type(card.id, 'gold')
  type(card.id, 'bed')
  expect(feedbackOf(card.id)).toContain('1 of 2 found.')
  expect(stateOf(card.id)).toBe('open')
  type(card.id, 'Gradient')
  expect(stateOf(card.id)).toBe('right')
})

test('what was chosen at first is typed when it comes back, and asked once more where it was wrong', () => {
  press('reveal', exercise(source.id))
  press('again', exercise(source.id))
  goto('review')
  press('start', document)
  type(source.id, 'mouth')
  return settled().then(async () => {
    press('next', document)
    type(source.id, 'source')
    await settled()
    press('next', document)
    expect(document.body.textContent).toContain('0 of 1 remembered.')
    expect(document.querySelector('[data-action="mistakes"]')).not.toBeNull()
  })
})

/** What follows an answer is told by an observer of the page. */
const settled = () => new Promise((go) => setTimeout(go, 0))

describe('what a text says about something', () => {
  const { id } = activity('recall').items[0] as { id: string }
  const told = (back: string) => {
    const content = structuredClone(payload)
    const items = content.sections.flatMap((section) => section.activities).flatMap((a) => a.items)
    Object.assign(items.find((item) => item.id === id) ?? {}, { back })
    return content
  }
  const boxes = () => [...exercise(id).querySelectorAll<HTMLInputElement>('[type=checkbox]')]
  test('is a list of lines to tick, which counts nothing', async () => {
    localStorage.clear()
    await start(told('Two bends meet there; The river takes the short way; A lake is left behind'))
    goto('s2')
    press('reveal', exercise(id))
    expect(boxes().map((box) => box.parentElement?.textContent)).toEqual([
      'Two bends meet there;',
      'The river takes the short way;',
      'A lake is left behind',
    ])
    for (const box of boxes()) box.click()
    expect(stateOf(id)).toBe('revealed')
    press('knew', exercise(id))
    expect(stateOf(id)).toBe('right')
  })
  test('is one answer where it has no more than two parts', async () => {
    localStorage.clear()
    await start(told('Two bends meet; the river takes the short way'))
    goto('s2')
    press('reveal', exercise(id))
    expect(boxes()).toEqual([])
  })
})
