/** Terms, flashcards and recall: think of the answer, uncover it, say honestly whether you knew it. */
import { h } from '../dom'
import type { Item, Term } from '../payload'
import type { Verdict } from '../progress'
import { said } from '../said'
import { labelled, type Frame, type Player } from './frame'
import { line } from './paper'

type Card = Item & { front: string; back: string }
type Sides = Pick<Card, 'front' | 'back'>

const sidesOfTerm = (item: Item): Sides => {
  const { term, definition } = item as Term
  return { front: term, back: definition }
}
const sidesOfCard = (item: Item): Sides => item as Card

export const terms: Player = {
  draw: (frame, settled) => drawCard(frame, settled, sidesOfTerm, h('p', { class: 'front term' })),
  card: true,
  asked: (items) => items.map((item) => [said(sidesOfTerm(item).front), line()]),
  solution: (item) => [said(sidesOfTerm(item).front), ': ', said(sidesOfTerm(item).back)],
}

const card: Player = {
  draw: (frame, settled) => drawCard(frame, settled, sidesOfCard, h('p', { class: 'front' })),
  asked: (items) => items.map((item) => [said(sidesOfCard(item).front), line()]),
  solution: (item) => [said(sidesOfCard(item).back)],
}

export const flashcards: Player = { ...card, card: true }

export const recall: Player = {
  ...card,
  draw: (frame, settled) => {
    card.draw(frame, settled)
    if (!settled) frame.body.append(ownWords(frame))
  },
}

function drawCard(
  frame: Frame,
  settled: Verdict | null,
  sides: (item: Item) => Sides,
  question: HTMLElement,
): void {
  const { app, exercise } = frame
  const { front, back } = sides(exercise.items[0] as Item)
  question.replaceChildren(said(front))
  frame.body.replaceChildren(question)
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
  return { verdict, headline, solution: labelled(say.answer, said(back)), spoken: '' }
}

function answer(frame: Frame, back: string): HTMLElement {
  return h(
    'div',
    { class: 'solution back', tabindex: -1 },
    labelled(frame.app.say.answer, said(back)),
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
