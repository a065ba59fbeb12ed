/** Terms, flashcards and recall: the answer is chosen, typed or thought of; uncovering it is always a way out. */
import { h } from '../dom'
import type { Item, Term } from '../payload'
import type { Verdict } from '../progress'
import { said } from '../said'
import { sidesOf, waysOf, type Asked } from './asked'
import { drawOptions } from './choice'
import { labelled, type Frame, type Player } from './frame'
import { drawListed } from './listed'
import { line } from './paper'
import { drawTyped } from './recalled'
import { checklist, linesOf } from './checklist'

const asked = (items: Item[]) => items.map((item) => [said(sidesOf(item).front), line()])

export const terms: Player = {
  draw: drawCard,
  card: true,
  asked,
  solution: (item) => {
    const { term, definition } = item as Term
    return [said(term), ': ', said(definition)]
  },
}

export const flashcards: Player = {
  draw: drawCard,
  card: true,
  asked,
  solution: (item) => [said(sidesOf(item).back)],
}

export const recall: Player = { ...flashcards, card: false }

function drawCard(frame: Frame, settled: Verdict | null): void {
  const { exercise, app } = frame
  const item = exercise.items[0] as Item
  const sides = sidesOf(item)
  const whole: Asked = { ...sides, ...waysOf(item), revealButton: () => reveal(frame, sides.back) }
  const isTerm = exercise.kind === 'terms'
  const isTurned = isTerm && sides.back === (item as Term).term
  frame.body.replaceChildren()
  if (isTurned) frame.body.append(h('p', { class: 'label', lang: app.spoken }, app.say.whichTerm))
  if (whole.options.length > 0 && !(frame.mode === 'review' && whole.typed.length > 0)) {
    const { front: question, back: answer, options: distractors } = whole
    drawOptions(frame, settled, { ...item, question, answer, distractors }, whole.revealButton)
    return
  }
  const dress = isTerm && !isTurned ? 'front term' : 'front'
  frame.body.append(h('p', { class: dress }, said(sides.front)))
  if (whole.typed.length > 0) drawTyped(frame, settled, whole)
  else if (whole.listed.length > 0) drawListed(frame, settled, whole)
  else drawUncovered(frame, settled, sides.back)
  if (settled === 'right') frame.body.append(answer(frame, sides.back))
}

/** What can only be thought of: written down for oneself, where it is more than a word. */
function drawUncovered(frame: Frame, settled: Verdict | null, back: string): void {
  if (settled) return frame.show(outcome(frame, back, settled))
  if (frame.exercise.kind !== 'terms') frame.body.append(ownWords(frame))
  frame.setButtons(reveal(frame, back, 'button'))
}

/** Uncovers the answer, and asks how it went. */
function reveal(frame: Frame, back: string, look = 'button plain'): HTMLElement {
  const { say } = frame.app
  return frame.button(
    'reveal',
    say.reveal,
    () => {
      frame.setState('revealed')
      const shown = answer(frame, back)
      frame.feedback.replaceChildren(shown)
      frame.setButtons(
        frame.button('knew', say.knew, () => grade(frame, back, 'right')),
        frame.button('again', say.again, () => grade(frame, back, 'wrong'), 'button plain'),
      )
      for (const field of frame.body.querySelectorAll('input')) field.disabled = true
      shown.focus()
    },
    look,
  )
}

function grade(frame: Frame, back: string, verdict: Verdict): void {
  if (verdict === 'right') frame.body.append(answer(frame, back))
  frame.settle(outcome(frame, back, verdict))
}

function outcome(frame: Frame, back: string, verdict: Verdict) {
  const { say } = frame.app
  const headline = verdict === 'right' ? say.knewIt : say.notYet
  return { verdict, headline, solution: labelled(say.answer, said(back)), spoken: '' }
}

function answer(frame: Frame, back: string): HTMLElement {
  const lines = linesOf(back)
  const { say } = frame.app
  return h(
    'div',
    { class: 'solution back', tabindex: -1 },
    lines.length > 0 ? labelled(say.tickOff, checklist(lines)) : labelled(say.answer, said(back)),
  )
}

function ownWords(frame: Frame): HTMLElement {
  return h(
    'label',
    { class: 'own-words' },
    h('span', { class: 'label' }, frame.app.say.ownWords),
    h('textarea', { rows: 3, spellcheck: true }),
  )
}
