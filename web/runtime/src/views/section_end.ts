/** How a section went: what was right at the first try, and its mistakes to be practised again. */
import type { App } from '../app'
import { h, present } from '../dom'
import type { Section } from '../payload'
import { bar } from './pieces'
import { startQueue } from './queue'

export function sectionEnd(app: App, section: Section, root: HTMLElement): Node[] {
  const { say, progress } = app
  const outline = app.outline.get(section.id)
  const ids = outline?.exercises ?? []
  const answers = ids.flatMap((id) => progress.answers.get(id) ?? [])
  const first = answers.filter((answered) => answered.first === 'right').length
  const open = ids.length - answers.length
  const wrong = progress.wrong().filter((id) => ids.includes(id))
  return present([
    h('h2', { tabindex: -1, 'data-heading': true, lang: app.spoken }, say.howItWent),
    h(
      'div',
      { class: 'panel', lang: app.spoken },
      answers.length > 0 && h('p', { class: 'state' }, say.firstTryOf(first, answers.length)),
      answers.length > 0 && bar(first / answers.length),
      open > 0 && h('p', {}, say.stillOpen(open)),
      h(
        'div',
        { class: 'buttons' },
        wrong.length > 0 &&
          mistakesButton(
            app,
            root,
            wrong,
            `${section.id}.${outline?.screens.length ?? 1}`,
            'button',
          ),
        open > 0 && openButton(app, section, ids),
      ),
    ),
  ]) as Node[]
}

/** Again, only the mistakes: asked one after the other within `root`. */
export function mistakesButton(
  app: App,
  root: HTMLElement,
  ids: string[],
  back: string,
  dress = 'button plain',
): HTMLElement {
  const { say } = app
  const named = { title: say.mistakes, done: say.reviewDone, back }
  const onclick = () => startQueue(app, root, ids, named)
  const look = { type: 'button', class: dress, 'data-action': 'mistakes', onclick }
  return h('button', look, say.reviewWrong(ids.length))
}

function openButton(app: App, section: Section, ids: string[]): HTMLElement {
  const first = ids.find((id) => !app.progress.answers.has(id)) ?? section.id
  const look = { type: 'button', class: 'button plain', onclick: () => app.go(first) }
  return h('button', look, app.say.toOpen)
}
