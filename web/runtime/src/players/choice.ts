/** Choice: one right option among others of its kind. */
import { h, icon } from '../dom'
import type { Item } from '../payload'
import type { Verdict } from '../progress'
import { hasFormula, said } from '../said'
import { shuffled } from '../shuffle'
import { labelled, type Frame, type Outcome, type Player } from './frame'

export type Choice = Item & { question: string; answer: string; distractors: string[] }

let groups = 0

export const choice: Player = {
  draw: (frame, settled) => drawOptions(frame, settled, frame.exercise.items[0] as Choice),
  asked: (items) => (items as Choice[]).map((item) => [said(item.question), boxes(item)]),
  solution: (item) => [said((item as Choice).answer)],
}

const boxes = (item: Choice): HTMLElement => {
  const options = shuffled([item.answer, ...item.distractors], `${item.id}/0`)
  return h('ul', {}, ...options.map((text) => h('li', {}, '☐ ', said(text))))
}

/** The options of an item; with a `wayOut`, a button beside the one that checks, they go below what stands there. */
export function drawOptions(
  frame: Frame,
  settled: Verdict | null,
  item: Choice,
  wayOut?: () => HTMLElement,
): void {
  const { say } = frame.app
  const options = shuffled([item.answer, ...item.distractors], `${item.id}/${frame.attempt}`)
  groups += 1
  const name = `choice-${groups}`
  const list = h('div', { class: 'options' }, ...options.map((text) => option(name, text)))
  const fieldset = h('fieldset', {}, h('legend', {}, said(item.question)), list)
  if (wayOut) frame.body.append(fieldset)
  else frame.body.replaceChildren(fieldset)
  if (settled) {
    mark(frame, list, item, settled === 'right' ? item.answer : null)
    frame.show(outcome(frame, item, settled))
    return
  }
  const check = frame.button('check', say.check, () => {
    const chosen = list.querySelector<HTMLInputElement>('input:checked')
    if (!chosen) {
      frame.hint(say.pickFirst)
      list.querySelector('input')?.focus()
      return
    }
    mark(frame, list, item, chosen.value)
    const verdict = chosen.value === item.answer ? 'right' : 'wrong'
    frame.settle({ ...outcome(frame, item, verdict), given: chosen.value })
  })
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    check.click()
  })
  frame.setButtons(check, ...(wayOut ? [wayOut()] : []))
}

function option(name: string, text: string): HTMLElement {
  const input = h('input', {
    type: 'radio',
    name,
    value: text,
    'data-option': text,
    'aria-label': hasFormula(text) ? text : null, // a label of MathML alone names nothing to some readers
  })
  return h('label', { class: 'option' }, input, h('span', {}, said(text)))
}

/** Lock the options; tick the right one, cross out the chosen one if it is another. */
function mark(frame: Frame, list: HTMLElement, item: Choice, chosen: string | null): void {
  const { say } = frame.app
  for (const input of list.querySelectorAll('input')) {
    const isAnswer = input.value === item.answer
    const isChosen = input.value === chosen
    input.disabled = true
    input.checked = isChosen
    if (!isAnswer && !isChosen) continue
    const label = input.parentElement
    label?.classList.add(isAnswer ? 'right' : 'wrong')
    label?.append(
      h('span', { class: 'hidden' }, `(${isAnswer ? say.rightAnswer : say.mistaken})`),
      icon(isAnswer ? 'check' : 'cross'),
    )
  }
}

function outcome(frame: Frame, item: Choice, verdict: Verdict): Outcome {
  const { say } = frame.app
  return {
    verdict,
    solution: labelled(say.rightAnswer, said(item.answer)),
    spoken: `${say.rightAnswer}: ${item.answer}`,
  }
}
