/** Spaced review: what is due, one at a time. */
import type { App } from '../app'
import { h } from '../dom'
import { play } from '../players'
import { whenText } from '../strings'
import { bar, title } from './pieces'

export function reviewView(app: App): HTMLElement {
  const { progress, say } = app
  const root = h('div', { class: 'view review' })
  const due = progress.due()
  const wrong = progress.wrong()
  const start = (ids: string[]) => ask(app, root, ids, 0, 0)
  const next = progress.nextDue()
  const state =
    progress.done === 0
      ? say.reviewNone
      : due.length > 0
        ? say.reviewDue(due.length)
        : say.reviewEmpty
  root.append(
    title(say.review),
    h('p', { class: 'lead' }, say.reviewIntro),
    h(
      'div',
      { class: 'panel' },
      h('p', { class: 'state' }, state),
      (due.length === 0 &&
        next !== null &&
        h('p', {}, say.reviewNext(whenText(next, app.clock(), app.spoken)))) ||
        '',
      h(
        'div',
        { class: 'buttons' },
        due.length > 0 && startButton(say.reviewStart(due.length), () => start(due), 'button'),
        wrong.length > 0 &&
          startButton(
            say.reviewWrong(wrong.length),
            () => start(wrong),
            due.length > 0 ? 'button plain' : 'button',
          ),
      ),
    ),
  )
  root.append(h('p', { class: 'credit' }, say.reviewCredit))
  return root
}

function startButton(text: string, onclick: () => void, look: string): HTMLElement {
  return h('button', { type: 'button', class: look, 'data-action': 'start', onclick }, text)
}

/** Show one item of the queue; the button for the next comes with the answer. */
function ask(app: App, root: HTMLElement, ids: string[], at: number, right: number): void {
  const exercise = app.exercises.get(ids[at] ?? '')
  if (!exercise) {
    finish(app, root, ids.length, right)
    return
  }
  const { say } = app
  const heading = title(exercise.title)
  const label = say.exerciseOf(at + 1, ids.length)
  const onclick = () => ask(app, root, ids, at + 1, right + (firstTry === 'right' ? 1 : 0))
  const words = at + 1 < ids.length ? say.next : say.reviewDone
  const next = h(
    'button',
    { type: 'button', class: 'button', 'data-action': 'next', onclick },
    words,
  )
  const card = h('div', { class: 'activity' }, play(app, exercise, label, 'review'))
  next.hidden = true
  let firstTry = ''
  // The players know nothing of a queue; the frame tells through its state.
  new MutationObserver(() => {
    const state = card.querySelector<HTMLElement>('[data-exercise]')?.dataset['state'] ?? ''
    if (state !== 'right' && state !== 'wrong') return
    firstTry ||= state
    next.hidden = false
    if (state === 'right') next.focus()
  }).observe(card, { subtree: true, attributeFilter: ['data-state'] })
  root.replaceChildren(
    h('p', { class: 'kicker' }, `${say.review} · ${say.ofQueue(at + 1, ids.length)}`),
    heading,
    bar(at / ids.length),
    card,
    h('div', { class: 'queue' }, next),
  )
  heading.focus()
}

function finish(app: App, root: HTMLElement, total: number, right: number): void {
  const { say, progress } = app
  const heading = title(say.reviewDone)
  const due = progress.nextDue()
  const when = due === null ? '' : say.reviewNext(whenText(due, app.clock(), app.spoken))
  const onclick = () => app.go('home')
  root.replaceChildren(
    heading,
    h('p', { class: 'lead' }, `${say.reviewScore(right, total)} ${when}`),
    h('button', { type: 'button', class: 'button', onclick }, say.home),
  )
  heading.focus()
}
