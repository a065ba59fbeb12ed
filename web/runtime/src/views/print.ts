/** The whole app on paper: reading, exercises with room to write, and the answer key at the end. */
import type { App } from '../app'
import { h } from '../dom'
import {
  groupsOf,
  type Card,
  type Choice,
  type Cloze,
  type Event,
  type Group,
  type Item,
  type Kind,
  type Link,
  type Pair,
  type Section,
  type Step,
  type Term,
} from '../payload'
import { proseOf, readingOf } from '../reading'
import { shuffled } from '../shuffle'
import { withoutTitles } from './section'

const GAP = '________________'

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
      h('div', { class: 'answer-key' }, h('h2', {}, say.answerKey), ...key),
    ),
  )
}

export function clearPrint(): void {
  document.getElementById('praxeo-print')?.remove()
}

function sheet(app: App, section: Section): HTMLElement {
  const reading = readingOf(withoutTitles(app.payload, section), section.title, 2)
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
  return h(
    'div',
    { class: 'questions' },
    h('h3', {}, activity.title),
    h('ol', {}, ...asked(activity.kind, activity.id, items).map((parts) => h('li', {}, ...parts))),
    ['matching', 'cause_effect', 'concept_map'].includes(activity.kind) &&
      h('p', {}, `${app.say.answers}: ${bank(activity.id, items)}`),
  )
}

/** The questions without their answers. */
function asked(kind: Kind, id: string, items: Item[]): (Node | string)[][] {
  switch (kind) {
    case 'terms':
      return (items as Term[]).map((item) => [item.term, line()])
    case 'flashcards':
    case 'recall':
      return (items as Card[]).map((item) => [item.front, line()])
    case 'cloze':
      return (items as Cloze[]).map((item) => [item.before, GAP, item.after])
    case 'choice':
      return (items as Choice[]).map((item) => [
        item.question,
        h(
          'ul',
          {},
          ...shuffled([item.answer, ...item.distractors], `${item.id}/0`).map((text) =>
            h('li', {}, `☐ ${text}`),
          ),
        ),
      ])
    case 'matching':
    case 'cause_effect':
      return (items as Pair[]).map((item) => [`${item.left} → ${GAP}`])
    case 'concept_map':
      return (items as Link[]).map((item) => [`${item.start} — ${item.label} → ${GAP}`])
    default:
      return shuffled(items as (Step | Event)[], `${id}/0`).map((item) => [`☐ ${item.text}`])
  }
}

function bank(id: string, items: Item[]): string {
  const answers = items.map((item) => ('end' in item ? item.end : (item as Pair).right))
  return shuffled([...new Set(answers)], `${id}/0`).join(' · ')
}

function answerKey(section: Section): HTMLElement {
  const groups = groupsOf(section).map(({ activity }) => [
    h('h4', {}, activity.title),
    h('ol', {}, ...activity.items.map((item) => h('li', {}, solution(item)))),
  ])
  return h('div', {}, h('h3', {}, section.title), ...groups.flat())
}

function solution(item: Item): string {
  if ('definition' in item) return `${item.term}: ${item.definition}`
  if ('back' in item) return item.back
  if ('answer' in item) return item.answer
  if ('right' in item) return `${item.left} → ${item.right}`
  if ('end' in item) return `${item.start} — ${item.label} → ${item.end}`
  return 'when' in item ? `${item.when}: ${item.text}` : item.text
}

function line(): HTMLElement {
  return h('span', { class: 'write' })
}
