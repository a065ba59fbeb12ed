/** The parts of an answer, named one by one in any order: what fits takes its place, what does not costs nothing. */
import { h } from '../dom'
import { recalled } from '../kindly'
import type { Verdict } from '../progress'
import { said } from '../said'
import type { Asked } from './asked'
import { labelled, type Frame, type Outcome } from './frame'
import { answerField, onEnter } from './recalled'

export function drawListed(frame: Frame, settled: Verdict | null, asked: Asked): void {
  const { say } = frame.app
  if (settled) return frame.show(outcome(frame, asked, settled))
  const { listed } = asked
  const slots = listed.map(() => h('li', {}, '…'))
  const found = new Set<number>()
  const input = answerField(frame)
  const check = () => {
    const given = input.value.trim()
    const at = listed.findIndex((part, n) => !found.has(n) && recalled(given, part, []) !== 'wrong')
    if (at < 0) frame.hint(given === '' ? say.typeFirst : say.notAmong(given))
    else {
      found.add(at)
      slots[at]?.replaceChildren(said(listed[at]?.[0] ?? ''))
      slots[at]?.classList.add('found')
      frame.hint(say.foundOf(found.size, listed.length), true)
    }
    input.value = ''
    if (found.size < listed.length) return input.focus()
    input.disabled = true
    frame.settle(outcome(frame, asked, 'right'))
  }
  onEnter(input, check)
  frame.body.append(
    h('ul', { class: 'slots' }, ...slots),
    h('label', { class: 'typed' }, h('span', { class: 'label' }, say.oneByOne), input),
  )
  frame.setButtons(frame.button('check', say.check, check), asked.revealButton())
}

function outcome(frame: Frame, asked: Asked, verdict: Verdict): Outcome {
  const { say } = frame.app
  return {
    verdict,
    ...(verdict === 'wrong' ? { headline: say.notYet } : {}),
    solution: labelled(say.answer, said(asked.back)),
    spoken: '',
  }
}
