/** The whole app on paper: reading, exercises with room to write, and the answer key at the end. */
import type { App } from '../app'
import { h } from '../dom'
import { withoutTitles } from '../folding'
import { groupsOf, type Group } from '../groups'
import { type Section } from '../payload'
import { playerOf } from '../players'
import { proseOf, readingOf } from '../reading'

/** Open the browser's print dialogue; the sheets are made by `preparePrint`. */
export function printApp(app: App): void {
  preparePrint(app)
  window.print()
}

/** Put the printable whole into the page, where only paper shows it. */
export function preparePrint(app: App): void {
  clearPrint()
  const { payload, say } = app
  const practised = payload.sections.filter((section) => section.activities.length > 0)
  const key = practised.map((section) => answerKey(section))
  document.body.append(
    h(
      'div',
      { id: 'praxeo-print', 'aria-hidden': 'true' },
      h('h1', {}, payload.title),
      payload.source && h('p', { class: 'credit' }, say.from(payload.source.name)),
      payload.summary && h('p', {}, payload.summary),
      ...payload.sections.map((section) => sheet(app, section)),
      app.progress.withKey &&
        key.length > 0 &&
        h('div', { class: 'answer-key' }, h('h2', {}, say.answerKey), ...key),
    ),
  )
}

export function clearPrint(): void {
  document.getElementById('praxeo-print')?.remove()
}

function sheet(app: App, section: Section): HTMLElement {
  const reading = readingOf(app, withoutTitles(app.payload, section), section.title, 2)
  for (const block of reading.querySelectorAll('[id]')) block.removeAttribute('id')
  return h(
    'div',
    { class: 'sheet' },
    h('h2', {}, section.title),
    section.prose && proseOf(app, section.prose, 2),
    reading,
    ...groupsOf(section).map((group) => questions(app, group)),
  )
}

function questions(app: App, { activity, exercises }: Group): HTMLElement {
  const items = exercises.flatMap((exercise) => exercise.items)
  const player = playerOf(activity.kind)
  const bank = player.bank?.(items, activity.id)
  return h(
    'div',
    { class: 'questions' },
    h('h3', {}, activity.title),
    h('ol', {}, ...player.asked(items, activity.id).map((parts) => h('li', {}, ...parts))),
    bank !== undefined && h('p', {}, `${app.say.answers}: ${bank}`),
  )
}

function answerKey(section: Section): HTMLElement {
  const groups = groupsOf(section).map(({ activity }) => [
    h('h4', {}, activity.title),
    h(
      'ol',
      {},
      ...activity.items.map((item) => h('li', {}, ...playerOf(activity.kind).solution(item))),
    ),
  ])
  return h('div', {}, h('h3', {}, section.title), ...groups.flat())
}
