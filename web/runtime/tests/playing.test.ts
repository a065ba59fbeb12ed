// @vitest-environment happy-dom
/** Plays the demo through the hooks of docs/reference/app-contract.md, without a browser's layout. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { demo } from '../fixtures/demo.mjs'
import type { Activity, Cloze, Item, Payload } from '../src/payload'
import type { Choice } from '../src/players/choice'
import type { Step } from '../src/players/order'
import type { Link, Pair } from '../src/players/pairs'
import { Runtime } from '../src/runtime'

const payload = demo as unknown as Payload
const page = document.documentElement
const find = <E extends HTMLElement>(selector: string, within: ParentNode = document): E => {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`Nothing matches ${selector}`)
  return found
}
const exercise = (id: string) => find(`[data-exercise="${id}"]`)
const press = (action: string, within: ParentNode) =>
  find(`[data-action="${action}"]`, within).click()
const stateOf = (id: string) => exercise(id).dataset['state']
const feedbackOf = (id: string) => find('[data-feedback]', exercise(id)).textContent ?? ''
const activity = (kind: string): Activity =>
  payload.sections.flatMap((s) => s.activities).find((a) => a.kind === kind) as Activity

const listening: [string, EventListener][] = []
const listen = window.addEventListener.bind(window)
window.addEventListener = ((type: string, listener: EventListener) => {
  listening.push([type, listener])
  listen(type, listener)
}) as typeof window.addEventListener

/** Opens the app as a newly loaded page would. */
async function start(content: Payload = payload, hash = ''): Promise<void> {
  for (const [type, listener] of listening.splice(0)) window.removeEventListener(type, listener)
  location.hash = hash
  const root = document.createElement('div')
  document.body.replaceChildren(root)
  await new Runtime(JSON.stringify(content), root).start()
}

function goto(place: string): void {
  find('[data-goto="home"]').click()
  find(`[data-goto="${place}"]`).click()
}

function choosePairs(id: string, pairs: [string, string][]): void {
  for (const [left, right] of pairs) {
    const select = [...exercise(id).querySelectorAll('select')].find(
      (element) => element.dataset['left'] === left,
    ) as HTMLSelectElement
    select.value = right
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }
  press('check', exercise(id))
}

function putInOrder(id: string, texts: string[]): void {
  const steps = () => [...exercise(id).querySelectorAll<HTMLElement>('li[data-step]')]
  texts.forEach((text, place) => {
    for (let turn = 0; turn < texts.length; turn += 1) {
      const at = steps().findIndex((step) => step.dataset['step'] === text)
      if (at === place) break
      press('up', steps()[at] as HTMLElement)
    }
  })
}

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

describe.each(['terms', 'flashcards', 'recall'] as const)('%s', (kind) => {
  const { id } = activity(kind).items[0] as { id: string }
  beforeEach(() => goto(kind === 'recall' ? 's2' : 's1'))
  test('are uncovered and then judged by the learner', () => {
    press('reveal', exercise(id))
    expect(stateOf(id)).toBe('revealed')
    press('knew', exercise(id))
    expect(stateOf(id)).toBe('right')
  })
  test('not known show the answer and can be tried again', () => {
    press('reveal', exercise(id))
    press('again', exercise(id))
    expect(stateOf(id)).toBe('wrong')
    press('retry', exercise(id))
    expect(stateOf(id)).toBe('open')
    press('reveal', exercise(id))
    press('knew', exercise(id))
    expect(stateOf(id)).toBe('right')
    expect(page.dataset['progress']).toBe('1/14')
  })
})

describe('cloze', () => {
  const item = activity('cloze').items[0] as Cloze
  const answer = (text: string) => {
    goto('s1')
    find<HTMLInputElement>('input[data-answer]', exercise(item.id)).value = text
    press('check', exercise(item.id))
  }
  test('takes the answer and every accepted spelling', async () => {
    for (const text of [item.answer.toUpperCase(), ...item.accept]) {
      localStorage.clear()
      await start()
      answer(text)
      expect(stateOf(item.id)).toBe('right')
    }
  })
  test('tells the right answer after a wrong one', () => {
    answer('valley')
    expect(stateOf(item.id)).toBe('wrong')
    expect(feedbackOf(item.id)).toContain(item.answer)
  })
  test('left empty asks for words instead of counting', () => {
    answer('  ')
    expect(stateOf(item.id)).toBe('open')
    expect(page.dataset['progress']).toBe('0/14')
  })
})

describe('choice', () => {
  const item = activity('choice').items[0] as Choice
  const choose = (text: string) => {
    const radios = exercise(item.id).querySelectorAll<HTMLInputElement>('input[data-option]')
    for (const radio of radios) if (radio.value === text) radio.checked = true
    press('check', exercise(item.id))
  }
  beforeEach(() => goto('s1'))
  test('offers the answer and all distractors under its question', () => {
    const options = [...exercise(item.id).querySelectorAll('input')].map((radio) => radio.value)
    expect(options.sort()).toEqual([item.answer, ...item.distractors].sort())
    expect(find('legend', exercise(item.id)).textContent).toBe(item.question)
  })
  test('tells right from wrong', () => {
    choose(item.distractors[0] ?? '')
    expect(stateOf(item.id)).toBe('wrong')
    expect(feedbackOf(item.id)).toContain(item.answer)
    press('retry', exercise(item.id))
    choose(item.answer)
    expect(stateOf(item.id)).toBe('right')
  })
  test('without a choice counts nothing', () => {
    press('check', exercise(item.id))
    expect(stateOf(item.id)).toBe('open')
  })
})

describe.each(['matching', 'cause_effect', 'concept_map'] as const)('%s', (kind) => {
  const { id, items } = activity(kind)
  const pairs = items.map((item): [string, string] => {
    if (kind === 'concept_map') {
      const { start: from, label, end } = item as Link
      return [`${from} ${label}`, end]
    }
    return [(item as Pair).left, (item as Pair).right]
  })
  beforeEach(() => goto(kind === 'matching' ? 's1' : 's2'))
  test('is right when every row is', () => {
    choosePairs(id, pairs)
    expect(stateOf(id)).toBe('right')
  })
  test('is wrong when two rows are swapped, and shows how it should be', () => {
    const [[a, x], [b, y], ...rest] = pairs as [[string, string], [string, string]]
    choosePairs(id, [[a, y], [b, x], ...rest])
    expect(stateOf(id)).toBe('wrong')
    expect(feedbackOf(id)).toContain(x)
    press('retry', exercise(id))
    choosePairs(id, pairs)
    expect(stateOf(id)).toBe('right')
  })
  test('with a row left open counts nothing', () => {
    choosePairs(id, pairs.slice(1))
    expect(stateOf(id)).toBe('open')
  })
})

describe.each(['ordering', 'timeline'] as const)('%s', (kind) => {
  const { id, items } = activity(kind)
  const texts = items.map((item) => (item as Step).text)
  beforeEach(() => goto('s2'))
  test('starts out of order and says so when checked as it stands', () => {
    press('check', exercise(id))
    expect(stateOf(id)).toBe('wrong')
    for (const text of texts) expect(feedbackOf(id)).toContain(text)
  })
  test('is right once the buttons have brought it into order', () => {
    putInOrder(id, texts)
    press('check', exercise(id))
    expect(stateOf(id)).toBe('right')
  })
  test('keeps the focus on the button that was pressed', () => {
    const second = exercise(id).querySelectorAll<HTMLElement>('li[data-step]')[1] as HTMLElement
    press('up', second)
    expect(document.activeElement).toBe(find('[data-action="up"]', second))
  })
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
