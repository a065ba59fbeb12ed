// @vitest-environment happy-dom
/** A section screen by screen: what is read and asked where, how it went, and its mistakes once more. */
import { beforeEach, expect, test } from 'vitest'
import type { Choice } from '../src/players/choice'
import { activity, exercise, find, goto, page, payload, press, start, stateOf } from './demo_play'

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
const onward = () => press('onward', document)
const screen = () => find('[data-section]').dataset['screen']
const settled = () => new Promise((go) => setTimeout(go))
const answerCard = async (verdict: 'knew' | 'again') => {
  press('reveal', document)
  press(verdict, document)
  await settled()
}

beforeEach(async () => {
  localStorage.clear()
  await start(payload, '', 'steps')
})

test('a section begins with a piece to read, and exercises on it come one at a time', () => {
  goto('s1')
  expect(screen()).toBe('1/12')
  expect(all('[data-exercise]')).toHaveLength(0)
  expect(find('.reading:not(.prose)').textContent).toContain('catchment')
  expect(find('main').textContent).not.toContain('cross-section')
  const seen: string[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    onward()
    expect(all('[data-exercise]')).toHaveLength(1)
    seen.push(find('[data-activity]').dataset['kind'] ?? '')
  }
  expect(seen).toEqual(['terms', 'choice', 'cloze'])
  expect(document.activeElement).toBe(find('[data-heading]'))
  expect(find('[data-heading]').textContent).toContain('Exercise 3 of 9')
  onward()
  expect(find('main').textContent).toContain('cross-section')
})

test('every exercise is on exactly one screen, and all reading is on some', () => {
  goto('s1')
  const seen: string[] = []
  let words = ''
  for (;;) {
    seen.push(...all('[data-exercise]').map((element) => element.dataset['exercise'] ?? ''))
    words += find('main').textContent
    if (!document.querySelector('[data-action="onward"]')) break
    onward()
  }
  const ids = payload.sections[0]?.activities.flatMap(({ id, kind, items }) =>
    kind === 'matching' ? [id] : items.map((item) => item.id),
  )
  expect(seen.toSorted()).toEqual(ids?.toSorted())
  for (const { html, kind } of payload.sections[0]?.reading ?? [])
    if (kind !== 'table') expect(words).toContain(html.replace(/<[^>]*>/g, ''))
})

test('the way on says that it skips until there is an answer, and then takes the focus', async () => {
  goto('s1')
  onward()
  expect(find('[data-action="onward"]').textContent).toBe('Skip')
  await answerCard('knew')
  expect(find('[data-action="onward"]').textContent).toBe('Continue')
  expect(document.activeElement).toBe(find('[data-action="onward"]'))
})

test('the end of a section says how it went and asks its mistakes once more, and only those', async () => {
  goto('s1')
  onward()
  const [first] = activity('terms').items
  await answerCard('again')
  find('.where summary').click()
  find('[data-goto="s1.12"]').click()
  expect(find('.panel').textContent).toContain('0 of 1 right at the first try')
  expect(find('.panel').textContent).toContain('8 exercises are still open.')
  press('mistakes', document)
  expect(all('[data-exercise]').map((element) => element.dataset['exercise'])).toEqual([first?.id])
  await answerCard('knew')
  press('next', document)
  expect(find('main').textContent).toContain('1 of 1 remembered.')
  find('[data-goto="s1.12"]').click()
  expect(document.querySelector('[data-action="mistakes"]')).toBeNull()
})

test('one goes on where something is open, at what is to be read before it', async () => {
  goto('s1')
  for (let turn = 0; turn < 3; turn += 1) {
    onward()
    const { kind } = find('[data-activity]').dataset
    if (kind === 'terms') await answerCard('knew')
    if (kind === 'choice') {
      const { answer } = activity('choice').items[1] as Choice
      find<HTMLInputElement>(`[data-option="${answer}"]`).click()
      press('check', document)
    }
    if (kind === 'cloze') {
      find<HTMLInputElement>('[data-answer]').value = 'watershed'
      press('check', document)
    }
  }
  goto('s1')
  expect(screen()).toBe('5/12')
  window.dispatchEvent(new Event('pagehide'))
  await start(payload, '', 'steps')
  goto('s1')
  expect(screen()).toBe('5/12')
})

test('an exercise has an address of its own, and so has every screen', async () => {
  const { id } = activity('matching')
  await start(payload, `#${id}`, 'steps')
  expect(stateOf(id)).toBe('open')
  await start(payload, '#s1.4', 'steps')
  expect(screen()).toBe('4/12')
  for (const nowhere of ['#s1.99', '#s1.x', '#s1.-1', '#s1.']) {
    await start(payload, nowhere, 'steps')
    expect(screen()).toBe('1/12')
  }
})

test('what is in the text is shown on the screen where it is read', () => {
  goto('s1')
  for (let turn = 0; turn < 6; turn += 1) onward()
  const shown = find('[data-exercise]').dataset['exercise'] ?? ''
  press('evidence', exercise(shown))
  find('.quote .link').click()
  expect(all('[data-exercise]')).toHaveLength(0)
  expect(document.activeElement?.id).toMatch(/^b\d+$/)
})

test('the switch shows a section on one page, is kept, and shows screens again', async () => {
  goto('s1')
  press('all', document)
  expect(all('[data-exercise]')).toHaveLength(9)
  expect(document.activeElement).toBe(find('[data-action="all"]'))
  window.dispatchEvent(new Event('pagehide'))
  await start(payload, '', 'all')
  goto('s2')
  expect(all('[data-exercise]')).toHaveLength(5)
  press('all', document)
  expect(all('[data-exercise]')).toHaveLength(0)
  expect(page.dataset['progress']).toBe('0/14')
})

test('long reading is folded after its beginning, and opens where something in it is shown', async () => {
  const content = structuredClone(payload)
  const section = content.sections[1]
  const long = Array.from({ length: 12 }, (_, at) => ({
    ...{ id: `b9${at}`, kind: 'paragraph' as const, level: 0, label: '' },
    html: `word${at} `.repeat(100),
  }))
  section?.reading.unshift(...long)
  await start(content, '', 'steps')
  goto('s2')
  const fold = find<HTMLDetailsElement>('details.more')
  expect(fold.open).toBe(false)
  expect(find('summary', fold).textContent).toBe('Read on (4 min)')
  expect(fold.textContent).toContain('word11')
  expect(fold.textContent).not.toContain('word3 ')
  goto('s2')
  onward()
  press('evidence', document)
  find('.quote .link').click()
  expect(find<HTMLDetailsElement>('details.more').open).toBe(true)
})

test('paper shows all, and the key only where it is wanted', async () => {
  const print = () => {
    window.dispatchEvent(new Event('beforeprint'))
    return find('#praxeo-print')
  }
  expect(print().querySelector('.answer-key')).not.toBeNull()
  goto('home')
  find<HTMLInputElement>('.check input').click()
  expect(print().querySelector('.answer-key')).toBeNull()
  expect(print().querySelectorAll('.sheet')).toHaveLength(3)
})

test('a section without practice is read by whoever goes on from it', async () => {
  const content = structuredClone(payload)
  content.sections = content.sections.toReversed()
  await start(content, '', 'steps')
  const row = () => find('.contents [data-goto="s3"]').textContent
  goto('s3')
  goto('home')
  expect(row()).toContain('Reading')
  goto('s3')
  find('.ways [data-goto="s2"]').click()
  goto('home')
  expect(row()).toContain('Read')
  expect(row()).not.toContain('Reading')
  expect(find('.begin .button').textContent).toContain(content.sections[1]?.title)
})
