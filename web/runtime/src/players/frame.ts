/** What all exercises share: their frame on the page, feedback, evidence, and the way they settle. */
import type { App, ExerciseState } from '../app'
import { h, icon, present } from '../dom'
import { evidenceFor } from '../evidence'
import { pictureElement } from '../figure'
import type { Exercise, Item } from '../payload'
import type { Verdict } from '../progress'
import { explained, explanations } from './explained'
import { whenText } from '../strings'

/** `practice` shows what was answered before; `review` asks afresh. */
export type Mode = 'practice' | 'review'

/** Fills the frame's body and actions; `settled` is the verdict if it has been answered. */
export type Draw = (frame: Frame, settled: Verdict | null) => void

/** How one kind of activity is played, and how it stands on paper. */
export interface Player {
  draw: Draw
  /** Whether its items are one exercise together; else each of them is one. */
  whole?: boolean
  /** Whether it looks like a card that is turned. */
  card?: boolean
  /** The questions without their answers; `id` is the activity's. */
  asked(items: Item[], id: string): Parts[]
  /** What to choose the answers from, where they are given. */
  bank?(items: Item[], id: string): string
  /** The right answer in the key. */
  solution(item: Item): Parts
}

/** What stands on one line of paper. */
export type Parts = (Node | string)[]

/** What a player says about an answer. */
export interface Outcome {
  verdict: Verdict
  /** A short sentence; the usual one if left out. */
  headline?: string
  /** The right answer, shown after a wrong one. */
  solution: Node | string
  /** The right answer in words for a screen reader. */
  spoken: string
  /** What was chosen or typed in its place, where that can be explained. */
  given?: string
}

export class Frame {
  attempt = 0
  readonly root: HTMLElement
  readonly body = h('div', { class: 'body' })
  readonly feedback = h('div', { class: 'feedback', 'data-feedback': true, tabindex: -1 })
  private readonly buttons = h('div', { class: 'buttons' })
  private readonly evidenceButton: HTMLElement | null

  constructor(
    readonly app: App,
    readonly exercise: Exercise,
    label: string,
    readonly mode: Mode,
    private readonly player: Player,
  ) {
    const references = exercise.items.flatMap((item) => item.evidence)
    const { button, note, panel } = evidenceFor(app, references)
    this.evidenceButton = button
    const actions = h('div', { class: 'actions', lang: app.spoken }, this.buttons, note, button)
    this.root = h(
      'div',
      {
        class: `exercise${player.card ? ' card' : ''}`,
        'data-exercise': exercise.id,
        role: 'group',
        'aria-label': label,
      },
      ...present([...this.pictures(), this.body, this.feedback, actions, panel]),
    )
    const before = mode === 'practice' ? app.progress.answers.get(exercise.id) : undefined
    this.setState(before?.verdict ?? 'open')
    player.draw(this, before?.verdict ?? null)
  }

  /** The figures that the question is about. */
  private pictures(): HTMLElement[] {
    const shown = this.exercise.items.flatMap(({ picture }) => picture ?? [])
    return shown.map((picture) => pictureElement(this.app, picture))
  }

  setState(state: ExerciseState): void {
    this.root.dataset['state'] = state
    this.app.states.set(this.exercise.id, state)
  }

  setButtons(...buttons: HTMLElement[]): void {
    this.buttons.replaceChildren(...buttons)
  }

  addButton(button: HTMLElement): void {
    this.buttons.append(button)
  }

  /** Undo the answer that was just settled, as if it had not been given. */
  takeBack(): void {
    if (this.attempt === 0) this.app.progress.takeBack(this.exercise.id)
  }

  /** A remark before an answer counts, e.g. that nothing is chosen yet; `helps` where nothing is amiss. */
  hint(text: string, helps = false): void {
    this.feedback.replaceChildren(h('p', { class: helps ? 'hint helps' : 'hint' }, text))
    this.app.announce(text)
  }

  /** Record the answer and show what comes of it. */
  settle(outcome: Outcome): void {
    const { app, exercise } = this
    const { progress } = app
    if (this.attempt === 0) progress.answer(exercise.id, outcome.verdict)
    else progress.correct(exercise.id, outcome.verdict)
    this.setState(outcome.verdict)
    this.show(outcome)
    app.announce(`${this.headline(outcome)} ${outcome.verdict === 'wrong' ? outcome.spoken : ''}`)
    app.answered(exercise, outcome.verdict, outcome.given)
    const next = this.buttons.querySelector('button') ?? this.evidenceButton
    if (next instanceof HTMLButtonElement) next.focus()
    else this.feedback.focus()
  }

  /** Show the feedback of an answer that is already recorded. */
  show(outcome: Outcome): void {
    const right = outcome.verdict === 'right'
    const solution = h('div', { class: 'solution' }, outcome.solution)
    const told = `${this.body.textContent} ${solution.textContent}`
    this.feedback.replaceChildren(
      h(
        'p',
        { class: 'verdict' },
        icon(right ? 'check' : 'cross'),
        h('strong', {}, this.headline(outcome)),
        ' ',
        h('span', { class: 'when' }, this.comesBack()),
      ),
      ...(right ? [] : [solution]),
      ...explanations(this.exercise),
      ...(right ? [] : explained(this.app, this.exercise, outcome.given ?? '', told)),
    )
    this.setButtons(...(right ? [] : [this.retryButton()]))
  }

  button(action: string, text: string, onclick: () => void, look = 'button'): HTMLButtonElement {
    return h('button', { type: 'button', class: look, 'data-action': action, onclick }, text)
  }

  private headline(outcome: Outcome): string {
    const { say } = this.app
    return outcome.headline ?? (outcome.verdict === 'right' ? say.right : say.wrong)
  }

  private comesBack(): string {
    const due = this.app.progress.answers.get(this.exercise.id)?.memory.due
    if (due === undefined) return ''
    return this.app.say.comesBack(whenText(due * 1000, this.app.clock(), this.app.spoken))
  }

  private retryButton(): HTMLButtonElement {
    return this.button('retry', this.app.say.retry, () => {
      this.attempt += 1
      this.setState('open')
      this.feedback.replaceChildren()
      this.player.draw(this, null)
      this.root.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
    })
  }
}

/** The words "Right answer:" before a solution. */
export function labelled(label: string, ...content: (Node | string)[]): DocumentFragment {
  const fragment = document.createDocumentFragment()
  fragment.append(h('span', { class: 'label' }, label), ...content)
  return fragment
}
