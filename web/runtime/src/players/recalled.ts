/** An answer that is typed from memory, with a hint and the answer itself as ways out. */
import { h } from '../dom'
import { isNearMiss } from '../judge'
import { recalled } from '../kindly'
import { wordsOf } from '../payload'
import type { Verdict } from '../progress'
import { said } from '../said'
import type { Asked } from './asked'
import { labelled, type Frame, type Outcome } from './frame'

export function drawTyped(frame: Frame, settled: Verdict | null, asked: Asked): void {
  const { say } = frame.app
  if (settled) return frame.show(outcome(frame, asked, settled))
  const input = answerField(frame)
  const check = () => {
    const given = input.value.trim()
    if (given === '') {
      frame.hint(say.typeFirst)
      return input.focus()
    }
    input.disabled = true
    const found = recalled(given, asked.typed, wordsOf(frame.app.payload))
    const verdict = found === 'wrong' ? 'wrong' : 'right'
    frame.settle({
      ...outcome(frame, asked, verdict, given),
      ...(found === 'close' ? { headline: say.closeEnough(asked.back) } : {}),
    })
    if (verdict === 'wrong') offerMine(frame, asked)
  }
  onEnter(input, check)
  frame.body.append(h('label', { class: 'typed' }, h('span', { class: 'label' }, say.yourAnswer), input)) // prettier-ignore
  frame.setButtons(
    frame.button('check', say.check, check),
    asked.revealButton(),
    frame.button('hint', say.hint, () => frame.hint(hintOf(asked.typed[0] ?? ''), true), 'link'),
  )
}

/** What was typed may be right in words that nobody foresaw: the learner says so. */
function offerMine(frame: Frame, asked: Asked): void {
  const mine = frame.button(
    'mine',
    frame.app.say.mineToo,
    () => {
      frame.takeBack()
      frame.settle(outcome(frame, asked, 'right'))
    },
    'link',
  )
  frame.addButton(mine)
}

/** The first letter, and a dot for each of the others. */
export function hintOf(answer: string): string {
  return [...answer].map((c, at) => (at === 0 || /[\s\-–/]/.test(c) ? c : '·')).join('')
}

export function answerField(frame: Frame): HTMLInputElement {
  return h('input', {
    type: 'text',
    'data-answer': true,
    'aria-label': frame.app.say.yourAnswer,
    'aria-describedby': questionOf(frame),
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
  })
}

/** The id of the question, which is told with the field to whoever comes to it first. */
function questionOf(frame: Frame): string {
  const front = frame.body.querySelector('.front')
  if (front) front.id = `${frame.exercise.id}-front`
  return front?.id ?? ''
}

export function onEnter(input: HTMLInputElement, check: () => void): void {
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    check()
  })
}

function outcome(frame: Frame, asked: Asked, verdict: Verdict, given = ''): Outcome {
  const { say } = frame.app
  const near = verdict === 'wrong' && isNearMiss(given, asked.back, wordsOf(frame.app.payload))
  return {
    verdict,
    ...(near ? { headline: say.nearMiss } : {}),
    solution: labelled(say.rightAnswer, said(asked.back)),
    spoken: `${say.rightAnswer}: ${asked.back}`,
    given,
  }
}
