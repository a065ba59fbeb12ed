/** Terms, flashcards and recall: think of the answer, uncover it, say honestly whether you knew it. */
import { h } from '../dom'
import type { Card, Kind, Term } from '../payload'
import type { Verdict } from '../progress'
import { labelled, type Frame } from './frame'

export function drawCard(frame: Frame, settled: Verdict | null): void {
  const { app, exercise } = frame
  const { front, back } = sides(exercise.kind, exercise.items[0] as Term | Card)
  const isTerm = exercise.kind === 'terms'
  frame.body.replaceChildren(h('p', { class: isTerm ? 'front term' : 'front' }, front))
  if (exercise.kind === 'recall' && !settled) frame.body.append(ownWords(frame))
  if (settled) {
    frame.show(outcome(frame, back, settled))
    if (settled === 'right') frame.body.append(answer(frame, back))
    return
  }
  frame.setButtons(
    frame.button('reveal', app.say.reveal, () => {
      frame.setState('revealed')
      const shown = answer(frame, back)
      frame.feedback.replaceChildren(shown)
      frame.setButtons(
        frame.button('knew', app.say.knew, () => grade(frame, back, 'right')),
        frame.button('again', app.say.again, () => grade(frame, back, 'wrong'), 'button plain'),
      )
      shown.focus()
    }),
  )
}

function grade(frame: Frame, back: string, verdict: Verdict): void {
  if (verdict === 'right') frame.body.append(answer(frame, back))
  frame.settle(outcome(frame, back, verdict))
}

function outcome(frame: Frame, back: string, verdict: Verdict) {
  const { say } = frame.app
  const headline = verdict === 'right' ? say.knewIt : say.notYet
  return { verdict, headline, solution: labelled(say.answer, back), spoken: '' }
}

function answer(frame: Frame, back: string): HTMLElement {
  return h('div', { class: 'solution back', tabindex: -1 }, labelled(frame.app.say.answer, back))
}

function ownWords(frame: Frame): HTMLElement {
  return h(
    'label',
    { class: 'own-words' },
    h('span', { class: 'label' }, frame.app.say.ownWords),
    h('textarea', { rows: 3, spellcheck: true }),
  )
}

function sides(kind: Kind, item: Term | Card): { front: string; back: string } {
  if (kind === 'terms') {
    const { term, definition } = item as Term
    return { front: term, back: definition }
  }
  return item as Card
}
