/** One section, screen by screen or as one page, and the way on. */
import type { App } from '../app'
import { h, icon } from '../dom'
import type { Section } from '../payload'
import { goButton, layoutSwitch, minutesOf, title } from './pieces'
import { sectionPage } from './section_page'
import { sectionScreen } from './section_screen'

/** The section as it is arranged; `at` is the screen to show (from 0). */
export function sectionView(app: App, section: Section, at: number): HTMLElement {
  const { payload, progress, say } = app
  const place = payload.sections.indexOf(section)
  const steps = progress.layout === 'steps'
  const root = h('div', { class: 'view section', 'data-section': section.id })
  root.append(
    h(
      'div',
      { class: 'above' },
      h(
        'p',
        { class: 'kicker' },
        (!steps || at === 0) && section.title !== payload.title && h('span', {}, payload.title),
        `${say.sectionOf(place + 1, payload.sections.length)} · ${say.minutes(minutesOf(app, section))}`,
      ),
      !steps && layoutSwitch(app),
    ),
    title(section.title),
    ...(steps ? sectionScreen(app, section, at, root) : sectionPage(app, section)),
    allDone(app),
    ...(steps ? [] : [wayOn(app, place)]),
  )
  return root
}

/** Shown as soon as every exercise of the app is done. */
function allDone(app: App): HTMLElement {
  const { progress, say } = app
  const hidden = !(progress.complete && progress.total > 0)
  return h(
    'div',
    { class: 'all-done', hidden },
    h('p', {}, say.finishHint),
    goButton(app, 'finish', say.toSummary),
  )
}

function wayOn(app: App, at: number): HTMLElement {
  const { payload, say } = app
  const before = payload.sections[at - 1]
  const after = payload.sections[at + 1]
  return h(
    'nav',
    { class: 'way-on', 'aria-label': say.sections },
    before ? step(app, before, say.previous, 'back') : h('span'),
    after ? step(app, after, say.nextSection, 'next') : goButton(app, 'finish', say.toSummary),
  )
}

function step(app: App, section: Section, words: string, look: 'back' | 'next'): HTMLElement {
  return h(
    'button',
    { type: 'button', class: `step-on ${look}`, onclick: () => app.go(section.id) },
    icon(look),
    h('span', {}, h('span', { class: 'label' }, words), h('span', {}, section.title)),
  )
}
