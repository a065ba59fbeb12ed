/** The summary: how it went, section by section, and when to come back. */
import type { App } from '../app'
import { h, present } from '../dom'
import { whenText } from '../strings'
import { mixedButton } from './mixed'
import { bar, goButton, restartControl, tallyOf, title } from './pieces'
import { mistakesButton } from './section_end'

export function finishView(app: App): HTMLElement {
  const { payload, progress, say } = app
  const { done, total, complete } = progress
  const mistakes = progress.wrong()
  const wrong = mistakes.length
  const asks = total > 0 // of a text that is only read there is nothing to count and to review
  const root = h('div', { class: 'view finish' })
  const due = progress.nextDue()
  root.append(
    h('p', { class: 'kicker' }, payload.title),
    title(complete || !asks ? say.finished : say.doneOf(done, total)),
    ...present([
      due !== null &&
        h('p', { class: 'lead' }, say.reviewNext(whenText(due, app.clock(), app.spoken))),
      asks &&
        h(
          'dl',
          { class: 'figures' },
          figure(progress.firstRight(), total, say.firstTime),
          figure(done - wrong, total, say.rightNow),
          figure(wrong, null, say.toRepeat),
        ),
    ]),
    h(
      'div',
      { class: 'buttons' },
      mistakes.length > 0 && mistakesButton(app, root, mistakes, 'finish', 'button'),
      complete && mixedButton(app, root),
      asks && goButton(app, 'review', say.review, 'button plain'),
      homeButton(app),
    ),
    h('h2', {}, say.bySection),
    sectionTally(app),
    ...present([done > 0 && restartControl(app)]),
  )
  return root
}

function sectionTally(app: App): HTMLElement {
  const { payload, say } = app
  return h(
    'ol',
    { class: 'tally' },
    ...payload.sections.map((section) => {
      const { right, total } = tallyOf(app, section)
      const onclick = () => app.go(section.id)
      return h(
        'li',
        {},
        h('button', { type: 'button', class: 'link', onclick }, section.title),
        h('span', { class: 'share' }, total > 0 ? say.someRight(right, total) : say.readingOnly),
        total > 0 && bar(right / total),
      )
    }),
  )
}

function figure(value: number, total: number | null, words: string): HTMLElement {
  return h(
    'div',
    {},
    h('dt', {}, words),
    h('dd', {}, String(value), total === null ? null : h('span', {}, ` / ${total}`)),
  )
}

function homeButton(app: App): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'button plain', onclick: () => app.go('home') },
    app.say.home,
  )
}
