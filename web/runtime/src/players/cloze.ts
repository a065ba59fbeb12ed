/** Cloze: a sentence with one gap to type into. */
import { h, icon } from '../dom'
import { isNearMiss, isRight } from '../judge'
import { wordsOf, type Cloze } from '../payload'
import type { Verdict } from '../progress'
import { said } from '../said'
import { labelled, type Frame, type Outcome, type Player } from './frame'
import { GAP } from './paper'

// The gap has one of three widths, so that it does not give the length of the word away.
const GAP_WIDTHS_CH = [10, 18, 28]

export const cloze: Player = {
  draw: drawCloze,
  asked: (items) => (items as Cloze[]).map((item) => [said(item.before), GAP, said(item.after)]),
  solution: (item) => [said((item as Cloze).answer)],
}

function drawCloze(frame: Frame, settled: Verdict | null): void {
  const { say } = frame.app
  const item = frame.exercise.items[0] as Cloze
  if (settled) {
    frame.body.replaceChildren(
      sentence(item, gap(settled === 'right' ? item.answer : '…', settled)),
    )
    frame.show(outcome(frame, item, settled))
    return
  }
  const width = GAP_WIDTHS_CH.find((chars) => item.answer.length < chars - 2) ?? GAP_WIDTHS_CH[2]
  const input = h('input', {
    type: 'text',
    'data-answer': true,
    'aria-label': say.gap,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    size: width,
  })
  const check = () => {
    if (input.value.trim() === '') {
      frame.hint(say.gapEmpty)
      input.focus()
      return
    }
    const verdict = isRight(input.value, item.answer, item.accept) ? 'right' : 'wrong'
    input.replaceWith(gap(verdict === 'right' ? item.answer : input.value.trim(), verdict))
    frame.settle(outcome(frame, item, verdict, input.value))
  }
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    check()
  })
  frame.body.replaceChildren(sentence(item, input))
  frame.setButtons(frame.button('check', say.check, check))
}

function outcome(frame: Frame, item: Cloze, verdict: Verdict, given = ''): Outcome {
  const { say } = frame.app
  const near = verdict === 'wrong' && isNearMiss(given, item.answer, wordsOf(frame.app.payload))
  return {
    verdict,
    ...(near ? { headline: say.nearMiss } : {}),
    solution: labelled(say.rightAnswer, said(item.answer)),
    spoken: `${say.rightAnswer}: ${item.answer}`,
  }
}

function sentence(item: Cloze, slot: HTMLElement): HTMLElement {
  return h('p', { class: 'sentence' }, said(item.before), slot, said(item.after))
}

function gap(text: string, verdict: Verdict): HTMLElement {
  return h(
    'span',
    { class: `gap ${verdict}` },
    said(text),
    icon(verdict === 'right' ? 'check' : 'cross'),
  )
}
