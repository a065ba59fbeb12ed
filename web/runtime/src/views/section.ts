/** One section: reading first, then practice, then the way on. */
import type { App } from '../app'
import { h, icon } from '../dom'
import { groupsOf, type Group } from '../exercises'
import { plainText, type Payload, type Section } from '../payload'
import { play } from '../players'
import { proseOf, readingOf } from '../reading'
import { goButton, minutesOf, tallyOf, title } from './pieces'

export function sectionView(app: App, section: Section): HTMLElement {
  const { payload, say } = app
  const at = payload.sections.indexOf(section)
  const groups = groupsOf(section)
  return h(
    'div',
    { class: 'view section', 'data-section': section.id },
    h(
      'p',
      { class: 'kicker' },
      section.title !== payload.title && h('span', {}, payload.title),
      `${say.sectionOf(at + 1, payload.sections.length)} · ${say.minutes(minutesOf(app, section))}`,
    ),
    title(section.title),
    section.prose && proseOf(app, section.prose),
    section.reading.length > 0 && readingOf(app, withoutTitles(payload, section), section.title),
    groups.length > 0 && practice(app, section, groups),
    allDone(app),
    wayOn(app, at),
  )
}

/** The blocks after the headings that repeat what already stands above: the app's and own title. */
export function withoutTitles(payload: Payload, section: Section): Section['reading'] {
  const titles = [payload.title.trim(), section.title.trim()]
  const first = section.reading.findIndex(
    (block) => block.kind !== 'heading' || !titles.includes(plainText(block.html)),
  )
  return first < 0 ? [] : section.reading.slice(first)
}

function practice(app: App, section: Section, groups: Group[]): HTMLElement {
  return h(
    'section',
    { class: 'practice' },
    h(
      'div',
      { class: 'practice-head' },
      h('h2', { lang: app.spoken }, app.say.practice),
      h('p', { class: 'count', 'data-count': section.id }, countText(app, section)),
    ),
    ...groups.map((group) => groupElement(app, group)),
  )
}

export function countText(app: App, section: Section): string {
  const { done, total } = tallyOf(app, section)
  return app.say.doneOf(done, total)
}

function groupElement(app: App, { activity, exercises }: Group): HTMLElement {
  const many = exercises.length > 1
  return h(
    'section',
    { class: 'activity', 'data-activity': activity.id, 'data-kind': activity.kind },
    h('h3', {}, activity.title),
    ...exercises.map((exercise, at) =>
      play(
        app,
        exercise,
        many
          ? `${activity.title}: ${app.say.exerciseOf(at + 1, exercises.length)}`
          : activity.title,
        'practice',
      ),
    ),
  )
}

/** Shown as soon as every exercise of the app is done. */
function allDone(app: App): HTMLElement {
  const { progress, say } = app
  const hidden = !(progress.complete && progress.total > 0)
  const button = h(
    'button',
    { type: 'button', class: 'button', onclick: () => app.go('finish') },
    say.toSummary,
  )
  return h('div', { class: 'all-done', hidden }, h('p', {}, say.finishHint), button)
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
