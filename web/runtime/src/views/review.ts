/** Spaced review: what is due, one at a time. */
import type { App } from '../app'
import { h } from '../dom'
import { whenText } from '../strings'
import { title } from './pieces'
import { startQueue } from './queue'

export function reviewView(app: App): HTMLElement {
  const { progress, say } = app
  const root = h('div', { class: 'view review' })
  const due = progress.due()
  const wrong = progress.wrong()
  const named = { title: say.review, done: say.reviewDone, back: 'home' }
  const start = (ids: string[]) => startQueue(app, root, ids, named)
  const next = progress.nextDue()
  const some = due.length > 0 ? say.reviewDue(due.length) : say.reviewEmpty
  const state = progress.done === 0 ? say.reviewNone : some
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
    h('p', { class: 'credit' }, say.reviewCredit),
  )
  return root
}

function startButton(text: string, onclick: () => void, look: string): HTMLElement {
  return h('button', { type: 'button', class: look, 'data-action': 'start', onclick }, text)
}
