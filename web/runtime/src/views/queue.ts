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
  ask({ app, root, ids, named, asked: new Set(), wrong: [] }, 0)
}

interface Queue {
  app: App
  root: HTMLElement
  /** What is asked, in order: what went wrong is asked once more at the end. */
  ids: string[]
  named: Named
  asked: Set<string>
  wrong: string[]
}

/** Show one item of the queue; the button for the next comes with the answer. */
function ask(queue: Queue, at: number): void {
  const { app, root, ids, named } = queue
  const exercise = app.exercises.get(ids[at] ?? '')
  if (!exercise) return finish(queue)
  const { say } = app
  const heading = title(exercise.title)
  const label = say.exerciseOf(at + 1, ids.length)
  const onclick = () => ask(queue, at + 1)
  const look = { type: 'button', class: 'button', 'data-action': 'next', hidden: true, onclick }
  const next = h('button', look)
  const card = h('div', { class: 'activity' }, play(app, exercise, label, 'review'))
  onAnswer(card, (state) => {
    note(queue, exercise.id, state)
    next.textContent = at + 1 < queue.ids.length ? say.next : named.done
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

/** What is wrong at its first go comes again, once, after all others. */
function note(queue: Queue, id: string, state: string): void {
  if (queue.asked.has(id)) return
  queue.asked.add(id)
  if (state === 'right') return
  queue.wrong = [...queue.wrong, id]
  queue.ids = [...queue.ids, id]
}

function finish({ app, root, named, asked, wrong }: Queue): void {
  const { say, progress } = app
  const heading = title(named.done)
  const due = progress.nextDue()
  const when = due === null ? '' : say.reviewNext(whenText(due, app.clock(), app.spoken))
  const words = named.back === 'home' ? say.home : say.goOn
  root.replaceChildren(
    heading,
    h('p', { class: 'lead' }, `${say.reviewScore(asked.size - wrong.length, asked.size)} ${when}`),
    h(
      'div',
      { class: 'buttons' },
      wrong.length > 0 && againButton(app, root, wrong, named),
      goButton(app, named.back, words),
    ),
  )
  heading.focus()
}

/** Again, only what went wrong. */
function againButton(app: App, root: HTMLElement, ids: string[], named: Named): HTMLElement {
  const onclick = () => startQueue(app, root, ids, named)
  const look = { type: 'button', class: 'button plain', 'data-action': 'mistakes', onclick }
  return h('button', look, app.say.reviewWrong(ids.length))
}
