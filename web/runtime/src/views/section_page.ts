/** A section as one page: reading first, then all of its practice. */
import type { App } from '../app'
import { h, present } from '../dom'
import { foldedReading, withoutTitles } from '../folding'
import { groupsOf, type Group } from '../groups'
import type { Section } from '../payload'
import { play } from '../players'
import { proseOf } from '../reading'
import { tallyOf } from './pieces'

export function sectionPage(app: App, section: Section): Node[] {
  const groups = groupsOf(section)
  const blocks = withoutTitles(app.payload, section)
  return present([
    section.prose && proseOf(app, section.prose),
    ...(blocks.length > 0 ? foldedReading(app, blocks, section.title) : []),
    groups.length > 0 && practice(app, section, groups),
  ]) as Node[]
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
