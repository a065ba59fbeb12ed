// @vitest-environment happy-dom
/** Plays every kind of activity as a learner does, right and wrong. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Cloze } from '../src/payload'
import type { Choice } from '../src/players/choice'
import type { Step } from '../src/players/order'
import type { Link, Pair } from '../src/players/pairs'
import {
  activity,
  choosePairs,
  exercise,
  feedbackOf,
  find,
  goto,
  page,
  payload,
  press,
  putInOrder,
  start,
  stateOf,
} from './demo_play'

beforeEach(async () => {
  localStorage.clear()
  await start()
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
  test('is checked by Enter on an option, too', () => {
    const option = find<HTMLInputElement>(`[data-option="${item.answer}"]`, exercise(item.id))
    option.checked = true
    option.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
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

describe('few short answers', () => {
  const { id, items } = activity('matching')
  const short = items.map((item, at) => ({ ...item, right: ['sand', 'mud', 'gravel'][at % 3] }))
  const told = (item: (typeof short)[number]) =>
    [(item as Pair).left, item.right] as [string, string]
  const played = async (kind: string, answers: typeof short) => {
    const content = structuredClone(payload)
    for (const section of content.sections) {
      const found = section.activities.find((one) => one.id === id)
      if (found) Object.assign(found, { kind, items: answers })
    }
    await start(content)
    goto('s1')
  }
  test.each(['matching', 'sorting'])('are touched beside every row of a %s', async (kind) => {
    const answers = kind === 'sorting' ? short.map((one, at) => ({ ...one, right: at === 0 ? 'mud' : 'sand' })) : short // prettier-ignore
    await played(kind, answers)
    expect(exercise(id).querySelector('select')).toBeNull()
    choosePairs(id, answers.slice(1).map(told))
    expect(stateOf(id)).toBe('open')
    choosePairs(
      id,
      answers.map((one) => [told(one)[0], answers[0]?.right ?? '']),
    )
    expect(stateOf(id)).toBe('wrong')
    for (const one of answers) expect(feedbackOf(id)).toContain(one.right)
    press('retry', exercise(id))
    choosePairs(id, answers.map(told))
    expect(stateOf(id)).toBe('right')
  })
  test('what one row has taken steps back in the others of a matching', async () => {
    await played('matching', short)
    const first = find('fieldset.thing', exercise(id))
    const input = find<HTMLInputElement>('input', first)
    input.click()
    input.dispatchEvent(new Event('change', { bubbles: true }))
    const taken = [...exercise(id).querySelectorAll('.taken')].map((one) => one.textContent)
    expect(taken).toEqual(short.slice(1).map(() => input.value))
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
  test('is right once the steps were dragged into order, each by its grip', () => {
    for (const [at, text] of texts.entries()) drag(id, text, at)
    press('check', exercise(id))
    expect(stateOf(id)).toBe('right')
  })
  test('what is settled is not dragged any more', () => {
    press('check', exercise(id))
    const before = stepsOf(id).map((step) => step.dataset['step'])
    drag(id, before[0] ?? '', 2)
    expect(stepsOf(id).map((step) => step.dataset['step'])).toEqual(before)
  })
})

const ROW_PX = 50
const stepsOf = (id: string) => [...exercise(id).querySelectorAll<HTMLElement>('li[data-step]')]

/** Take a step by its grip and let it go in the middle of a place, past every row between. */
function drag(id: string, text: string, to: number): void {
  const list = find('ol.steps', exercise(id))
  list.setPointerCapture = () => {}
  for (const step of stepsOf(id)) {
    step.getBoundingClientRect = () =>
      new DOMRect(0, ROW_PX * [...list.children].indexOf(step), 300, ROW_PX)
  }
  const step = stepsOf(id).find((one) => one.dataset['step'] === text) as HTMLElement
  const middle = (at: number) => ROW_PX * (at + 0.5)
  const from = stepsOf(id).indexOf(step)
  const pointer = (type: string, target: Element, y: number) =>
    target.dispatchEvent(
      new PointerEvent(type, { bubbles: true, pointerType: 'touch', clientY: y, button: 0 }),
    )
  pointer('pointerdown', step.querySelector('.grip') ?? step, middle(from))
  const by = Math.sign(to - from)
  for (let at = from; at !== to; at += by) pointer('pointermove', list, middle(at + by) + by)
  pointer('pointerup', list, middle(to))
}
