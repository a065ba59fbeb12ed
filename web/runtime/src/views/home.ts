/** The start view: what this is, what one will learn, and where one stands. */
import type { App } from '../app'
import { h, icon, present } from '../dom'
import { evidenceFor, leadsBack } from '../evidence'
import type { Section } from '../payload'
import { said } from '../said'
import { printApp } from './print'
import { minutesOfSeconds, wordsOfBlock } from '../times'
import { bar, layoutSwitch, minutesOf, restartControl, secondsOf, tallyOf, title } from './pieces'

// As the offline author warns whoever makes the app.
const MUCH_TO_READ = 1500 // words
const FEW_A_THOUSAND = 1.5 // exercises in a thousand words

export function homeView(app: App): HTMLElement {
  return h('div', { class: 'view home' }, hero(app), goals(app), sections(app), credit(app))
}

function hero(app: App): HTMLElement {
  const { payload, progress, say } = app
  const seconds = payload.sections.reduce((sum, section) => sum + secondsOf(app, section), 0)
  const facts = [
    say.aboutMinutes(minutesOfSeconds(seconds)),
    say.sectionCount(payload.sections.length),
    progress.total > 0 && say.exerciseCount(progress.total),
  ]
  return h(
    'div',
    { class: 'hero' },
    payload.source && h('p', { class: 'kicker' }, sourceName(app)),
    title(payload.title),
    ...payload.summary
      .split(/\n\s*\n/)
      .filter(Boolean)
      .map((text) => h('p', { class: 'lead' }, text)),
    isSparse(app) && h('p', { class: 'lead', lang: app.spoken }, say.mostlyReading),
    h('ul', { class: 'facts' }, ...present(facts).map((fact) => h('li', {}, fact))),
    h('div', { class: 'begin' }, mainButton(app), progress.done > 0 && overall(app)),
  )
}

/** Whether there is much to read and little to practise, which nobody should have to find out. */
function isSparse({ payload, progress }: App): boolean {
  const words = payload.sections
    .flatMap(({ reading }) => reading)
    .reduce((sum, block) => sum + wordsOfBlock(block), 0)
  return (
    words >= MUCH_TO_READ && progress.total > 0 && progress.total * 1000 < FEW_A_THOUSAND * words
  )
}

/** What the app was made from, unless that only repeats the app's title, and by whom. */
function sourceName(app: App): string {
  const { source, title: own } = app.payload
  if (!source) return ''
  const authors = source.authors.join(', ')
  const stem = own.replace(/\s*…$/, '').toLowerCase()
  if (source.title.toLowerCase().startsWith(stem)) return authors || source.name
  return [source.title || source.name, authors && app.say.by(authors)].filter(Boolean).join(' ')
}

function mainButton(app: App): HTMLElement | null {
  const { payload, progress, say } = app
  const first = payload.sections[0]
  if (!first) return null
  const finished = progress.complete && progress.total > 0
  const place = finished ? 'finish' : (nextSection(app) ?? first).id
  const begun = progress.done > 0 || progress.place !== ''
  const words = finished
    ? say.toSummary
    : begun
      ? say.resume((nextSection(app) ?? first).title)
      : say.start
  return h(
    'button',
    { type: 'button', class: 'button large', onclick: () => app.go(place) },
    h('span', {}, words),
    icon('next'),
  )
}

/** Whether all of its practice is done; of a section without any, whether it was read. */
function isFinished(app: App, section: Section): boolean {
  const { done, total } = tallyOf(app, section)
  return total > 0 ? done === total : app.progress.read.has(section.id)
}

/** The last visited section if something is open there, else the first with something open. */
function nextSection(app: App): Section | undefined {
  const isOpen = (section: Section) => !isFinished(app, section)
  const { sections } = app.payload
  const last = sections.find((section) => section.id === app.progress.place)
  if (last && isOpen(last)) return last
  return sections.find(isOpen) ?? last
}

function overall(app: App): HTMLElement {
  const { done, total } = app.progress
  return h('p', { class: 'overall' }, bar(done / total), app.say.doneOf(done, total))
}

function goals(app: App): HTMLElement | null {
  if (app.payload.goals.length === 0) return null
  const items = app.payload.goals.map((goal) => {
    const { button, note, panel } = evidenceFor(app, goal.evidence)
    return h(
      'li',
      {},
      h('div', { class: 'goal' }, h('span', {}, said(goal.text)), note, button),
      panel,
    )
  })
  return h('section', { class: 'goals' }, h('h2', {}, app.say.goals), h('ul', {}, ...items))
}

function sections(app: App): HTMLElement {
  const rows = app.payload.sections.map((section, at) => sectionRow(app, section, at))
  return h('section', { class: 'contents' }, h('h2', {}, app.say.sections), h('ol', {}, ...rows))
}

function sectionRow(app: App, section: Section, at: number): HTMLElement {
  const { say } = app
  const { done, total } = tallyOf(app, section)
  const finished = isFinished(app, section)
  const reading = finished ? say.wasRead : say.readingOnly
  const facts = [
    say.minutes(minutesOf(app, section)),
    total > 0 ? say.doneOf(done, total) : reading,
  ]
  return h(
    'li',
    { class: finished ? 'finished' : '' },
    h(
      'button',
      {
        type: 'button',
        class: 'section-row',
        'data-goto': section.id,
        onclick: () => app.go(section.id),
      },
      h(
        'span',
        { class: 'number', 'aria-hidden': 'true' },
        finished ? icon('check') : String(at + 1),
      ),
      h(
        'span',
        { class: 'names' },
        h('span', { class: 'name' }, section.title),
        h('span', { class: 'detail' }, facts.join(' · ')),
        total > 0 && bar(done / total),
      ),
      icon('next'),
    ),
  )
}

function credit(app: App): HTMLElement {
  const { source } = app.payload
  const { say } = app
  const facts = source
    ? [say.from(source.name), source.date, source.licence && say.licence(source.licence)]
    : []
  return h(
    'div',
    { class: 'credit' },
    !app.lasting && h('p', { class: 'note' }, say.notKept),
    h(
      'div',
      { class: 'tools' },
      layoutSwitch(app),
      ...(app.embedded ? [] : printTools(app)),
      restartOrNothing(app),
      app.showKept &&
        h('button', { type: 'button', class: 'link', onclick: app.showKept }, say.yourData),
    ),
    h('p', {}, facts.filter(Boolean).join(' · ')),
    ...origins(app),
    h('p', {}, leadsBack(app) ? `${say.madeWith} ${say.leadsBack}` : say.madeWith),
  )
}

/** The sources that can be visited, or of which there are several, each on a line of its own. */
function origins(app: App): HTMLElement[] {
  const all = app.payload.source?.origins ?? []
  if (all.length < 2 && !all[0]?.address) return []
  return all.map(({ title, address, date }) =>
    h('p', { class: 'origin' }, [title, address, date].filter(Boolean).join(' · ')),
  )
}

function printTools(app: App): HTMLElement[] {
  const { progress, say } = app
  const print = { type: 'button', class: 'link', onclick: () => printApp(app) }
  const key = h('input', { type: 'checkbox', checked: progress.withKey })
  key.addEventListener('change', () => progress.printKey(key.checked))
  const some = progress.total > 0
  return [
    h('button', print, icon('print'), say.print),
    ...(some ? [h('label', { class: 'check' }, key, h('span', {}, say.withKey))] : []),
  ]
}

function restartOrNothing(app: App): HTMLElement | null {
  return app.progress.done > 0 ? restartControl(app) : null
}
