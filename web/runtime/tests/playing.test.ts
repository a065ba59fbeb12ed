// @vitest-environment happy-dom
/** Plays the demo as a learner does: from view to view, over a reload, by keyboard. */
import { beforeEach, expect, test, vi } from 'vitest'
import type { Item } from '../src/payload'
import type { Choice } from '../src/players/choice'
import { activity, exercise, find, goto, page, payload, press, start, stateOf } from './demo_play'

beforeEach(async () => {
  localStorage.clear()
  await start()
})

test('a started app says so and shows its title, goals and every section', () => {
  expect(page.dataset['ready']).toBe('true')
  expect(page.dataset['progress']).toBe('0/14')
  expect(find('h1').textContent).toBe(payload.title)
  for (const { id } of payload.sections) find(`[data-goto="${id}"]`)
  for (const { text } of payload.goals) expect(document.body.textContent).toContain(text)
})

test('only the section that is shown is in the page', () => {
  goto('s2')
  expect(document.querySelectorAll('[data-section]')).toHaveLength(1)
  expect(find('[data-section]').dataset['section']).toBe('s2')
  expect(document.activeElement).toBe(find('h1'))
})

test('evidence opens with its quote and closes again', () => {
  goto('s1')
  const { id } = activity('choice').items[0] as Choice
  press('evidence', exercise(id))
  const quote = find('[data-evidence="b7.1"]', exercise(id))
  expect(quote.textContent).toContain('the roughness of the bed')
  expect(quote.textContent).toContain('page 5')
  press('evidence', exercise(id))
  expect(find('.evidence', exercise(id)).hidden).toBe(true)
})

test('evidence of one of several sources names it and where it can be visited', async () => {
  const content = structuredClone(payload)
  const origin = {
    title: 'A talk',
    address: 'https://www.youtube.com/watch?v=x&t=65s',
    date: '2024',
  }
  const found = content.evidence['b7.1']
  if (!found || !content.source) throw new Error('the demo has changed')
  Object.assign(found, { label: 'A talk, 1:05', origin })
  content.source.origins = [{ title: 'A paper' }, origin]
  await start(content)
  expect([...document.querySelectorAll('.origin')].map((line) => line.textContent)).toEqual([
    'A paper',
    'A talk · https://www.youtube.com/watch?v=x&t=65s · 2024',
  ])
  goto('s1')
  const { id } = activity('choice').items[0] as Choice
  press('evidence', exercise(id))
  const caption = find('[data-evidence="b7.1"] figcaption', exercise(id))
  expect(caption.querySelector('span')?.textContent).toBe('A talk, 1:05')
  expect(find('.address', caption).textContent).toBe(origin.address)
  expect(caption.querySelector('a')).toBeNull()
})

test('what was answered is still there after a new start', async () => {
  goto('s1')
  const { id } = activity('flashcards').items[0] as { id: string }
  press('reveal', exercise(id))
  press('knew', exercise(id))
  window.dispatchEvent(new Event('pagehide'))
  await start()
  goto('s1')
  expect(stateOf(id)).toBe('right')
  expect(page.dataset['progress']).toBe('1/14')
})

test('markup in the texts of items is shown, never run', async () => {
  const hostile = '<img src=x onerror="window.ran = true">'
  const content = structuredClone(payload)
  const first = content.sections[0]?.activities[0]?.items[0] as Item & { term: string }
  first.term = hostile
  await start(content)
  goto('s1')
  expect(exercise(first.id).textContent).toContain(hostile)
  expect(exercise(first.id).querySelector('img')).toBeNull()
})

test('evidence says whether it is word for word, and the app whether all of it leads back', async () => {
  expect(document.body.textContent).not.toContain('leads back')
  const content = structuredClone(payload)
  const items = content.sections.flatMap(({ activities }) => activities.flatMap((a) => a.items))
  for (const item of items) Object.assign(item, { evidence: ['b7.1', 'restated'] })
  await start(content)
  expect(document.body.textContent).toContain('Every answer leads back to its source.')
  goto('s1')
  const { id } = activity('choice').items[0] as Choice
  press('evidence', exercise(id))
  expect(find('[data-verdict]', exercise(id)).textContent).toContain('In other words')
})

test('what the source does not say is marked where it is asked and looked up', async () => {
  const content = structuredClone(payload)
  const term = content.sections[0]?.activities[0]?.items[0] as { id: string; evidence: string[] }
  term.evidence = ['unsupported']
  await start(content)
  goto('s1')
  const noted = exercise(term.id)
  expect(find('[data-unsupported]', noted).textContent).toBe('The source does not say this')
  expect(noted.querySelector('[data-action="evidence"]')).toBeNull()
  expect(document.querySelectorAll('[data-exercise] [data-unsupported]')).toHaveLength(1)
  goto('glossary')
  expect(document.querySelectorAll('dl [data-unsupported]')).toHaveLength(1)
})

test('the glossary finds a term without its accents and case', () => {
  goto('glossary')
  const search = find<HTMLInputElement>('input[type="search"]')
  search.value = 'CÀTCH'
  search.dispatchEvent(new Event('input'))
  const shown = [...document.querySelectorAll<HTMLElement>('dl > div')].filter((div) => !div.hidden)
  expect(shown.map((div) => find('dt', div).textContent)).toEqual(['catchment', 'watershed'])
})

test('an app without terms has no glossary, and one without exercises is complete', async () => {
  const content = structuredClone(payload)
  for (const section of content.sections) section.activities = []
  await start(content)
  expect(document.querySelector('[data-goto="glossary"]')).toBeNull()
  expect(page.dataset['complete']).toBe('true')
})

test('what comes due is asked afresh in the review and then comes back later', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-05T12:00:00Z') })
  const { id } = activity('flashcards').items[0] as { id: string }
  goto('s1')
  press('reveal', exercise(id))
  press('again', exercise(id))
  goto('review')
  expect(document.body.textContent).toContain('The next item is due tomorrow.')
  vi.setSystemTime(new Date('2026-01-07T12:00:00Z'))
  window.dispatchEvent(new Event('pagehide'))
  await start()
  expect(find('[data-goto="review"]').textContent).toContain('1 item due')
  goto('review')
  press('start', document)
  expect(stateOf(id)).toBe('open')
  press('reveal', exercise(id))
  press('knew', exercise(id))
  await Promise.resolve()
  press('next', document)
  expect(document.body.textContent).toContain('1 of 1 remembered.')
  expect(find('[data-goto="review"]').textContent).not.toContain('due')
  vi.useRealTimers()
})

test('starting over asks first and then forgets every answer', () => {
  goto('s1')
  const { id } = activity('flashcards').items[0] as { id: string }
  press('reveal', exercise(id))
  press('knew', exercise(id))
  goto('home')
  find('.restart button').click()
  expect(page.dataset['progress']).toBe('1/14')
  find('.restart .button').click()
  expect(page.dataset['progress']).toBe('0/14')
  goto('s1')
  expect(stateOf(id)).toBe('open')
})

test('paper gets every section, every question and every answer', () => {
  window.dispatchEvent(new Event('beforeprint'))
  const paper = find('#praxeo-print')
  for (const section of payload.sections) expect(paper.textContent).toContain(section.title)
  const { question, answer } = activity('choice').items[0] as Choice
  expect(paper.textContent).toContain(question)
  expect(find('.answer-key', paper).textContent).toContain(answer)
  window.dispatchEvent(new Event('afterprint'))
  expect(document.querySelector('#praxeo-print')).toBeNull()
})

test('an address names the view to start with, and one that names none starts at home', async () => {
  await start(payload, '#s2')
  expect(find('[data-section]').dataset['section']).toBe('s2')
  for (const nowhere of ['#s99', '#%', '#constructor', '#__proto__']) {
    await start(payload, nowhere)
    expect(find('h1').textContent).toBe(payload.title)
    expect(page.dataset['ready']).toBe('true')
  }
})

test('an app with much to read and little to practise says so', async () => {
  const words = 'mostly to be read'
  expect(document.body.textContent).not.toContain(words)
  const content = structuredClone(payload)
  const long = {
    id: 'b999',
    kind: 'paragraph' as const,
    level: 0,
    label: '',
    html: 'word '.repeat(12_000),
  }
  content.sections[0]?.reading.push(long)
  await start(content)
  expect(document.body.textContent).toContain(words)
})
