/** Exercises asked afresh one at a time: what is due, or only what went wrong. */
import type { App } from '../app'
import { h } from '../dom'
import { play } from '../players'
import { whenText } from '../strings'
import { bar, goButton, title } from './pieces'
import { onAnswer } from './settled'

export interface Named {
  /** What stands above each exercise, and at the end. */
  title: string
  done: string
  /** The place to which the end leads. */
  back: string
}

/** Ask these exercises within `root`, then say how it went. */
export function startQueue(app: App, root: HTMLElement, ids: string[], named: Named): void {
  const queue = { app, root, ids, named }
  ask(queue, 0, 0)
}

interface Queue {
  app: App
  root: HTMLElement
  ids: string[]
  named: Named
}

/** Show one item of the queue; the button for the next comes with the answer. */
function ask(queue: Queue, at: number, right: number): void {
  const { app, root, ids, named } = queue
  const exercise = app.exercises.get(ids[at] ?? '')
  if (!exercise) return finish(queue, right)
  const { say } = app
  const heading = title(exercise.title)
  const label = say.exerciseOf(at + 1, ids.length)
  let firstTry = ''
  const onclick = () => ask(queue, at + 1, right + (firstTry === 'right' ? 1 : 0))
  const words = at + 1 < ids.length ? say.next : named.done
  const look = { type: 'button', class: 'button', 'data-action': 'next', hidden: true, onclick }
  const next = h('button', look, words)
  const card = h('div', { class: 'activity' }, play(app, exercise, label, 'review'))
  onAnswer(card, (state) => {
    firstTry ||= state
    next.hidden = false
    if (state === 'right') next.focus()
  })
  root.replaceChildren(
    h('p', { class: 'kicker' }, `${named.title} · ${say.ofQueue(at + 1, ids.length)}`),
    heading,
    bar(at / ids.length),
    card,
    h('div', { class: 'queue' }, next),
  )
  heading.focus()
}

function finish({ app, root, ids, named }: Queue, right: number): void {
  const { say, progress } = app
  const heading = title(named.done)
  const due = progress.nextDue()
  const when = due === null ? '' : say.reviewNext(whenText(due, app.clock(), app.spoken))
  const words = named.back === 'home' ? say.home : say.goOn
  root.replaceChildren(
    heading,
    h('p', { class: 'lead' }, `${say.reviewScore(right, ids.length)} ${when}`),
    goButton(app, named.back, words),
  )
  heading.focus()
}
