/** One screen of a section: a piece to read, one exercise, or how it went. */
import type { App } from '../app'
import { h, icon, present } from '../dom'
import { foldedReading } from '../folding'
import { plainText, type Exercise, type Item, type Section } from '../payload'
import { play } from '../players'
import { sidesOf } from '../players/asked'
import { proseOf } from '../reading'
import type { Screen } from '../outline'
import { secondsFor } from '../times'
import { bar, goButton, layoutSwitch, tallyOf } from './pieces'
import { sectionEnd } from './section_end'
import { onAnswer } from './settled'

type ExerciseScreen = Extract<Screen, { kind: 'exercise' }>

/** What stands under the section's title; `root` is the view, which a repetition of mistakes fills. */
export function sectionScreen(app: App, section: Section, at: number, root: HTMLElement): Node[] {
  const screens = app.outline.get(section.id)?.screens ?? []
  const screen = screens[at]
  root.dataset['screen'] = `${at + 1}/${Math.max(1, screens.length)}`
  if (!screen) return [ways(app, section, at, null)]
  const where = whereAmI(app, section, at)
  if (screen.kind === 'exercise') return [where, ...exerciseScreen(app, section, at, screen)]
  const content =
    screen.kind === 'end'
      ? sectionEnd(app, section, root)
      : present([
          screen.prose && proseOf(app, screen.prose),
          ...(screen.blocks.length > 0 ? foldedReading(app, screen.blocks, section.title) : []),
        ])
  const onward = at + 1 < screens.length ? onwardButton(app, section, at, app.say.goOn) : null
  return [where, h('div', { class: 'screen' }, ...content), ways(app, section, at, onward)]
}

/** Which exercise this is, how far the section is done, and all of its screens to go to. */
function whereAmI(app: App, section: Section, at: number): HTMLElement {
  const { say } = app
  const screens = app.outline.get(section.id)?.screens ?? []
  if (screens.length < 2) return h('div', { class: 'where' })
  const list = h('ol', {})
  const onclick = () => list.replaceChildren(...screens.map((_, n) => row(app, section, n, at)))
  return h(
    'details',
    { class: 'where', lang: app.spoken },
    h(
      'summary',
      { onclick },
      h('span', {}, say.screenOf(at + 1, screens.length)),
      bar((at + 1) / screens.length),
    ),
    list,
    layoutSwitch(app),
  )
}

/** A screen to go to, with what came of it. */
function row(app: App, section: Section, at: number, shown: number): HTMLElement {
  const { say, progress } = app
  const screen = app.outline.get(section.id)?.screens[at]
  const id = screen?.kind === 'exercise' ? screen.exercise.id : ''
  const state = progress.answers.get(id)?.verdict
  const place = `${section.id}.${at + 1}`
  const look = {
    ...{ type: 'button', class: 'link', 'data-goto': place, onclick: () => app.go(place) },
    'aria-current': at === shown ? 'step' : null,
  }
  return h(
    'li',
    { class: state ?? '' },
    h('button', look, screen ? nameOf(app, screen) : ''),
    state && icon(state === 'right' ? 'check' : 'cross'),
    state && h('span', { class: 'hidden' }, state === 'right' ? say.checked : say.mistaken),
  )
}

/** How a list calls an exercise: by what it asks, of several things by their title. */
function askedIn({ items, title }: Exercise): string {
  const [item, ...more] = items as (Item & Partial<Record<string, string>>)[]
  if (!item || more.length > 0) return title
  const gapped = item['before'] === undefined ? '' : `${item['before']}… ${item['after'] ?? ''}`
  return item['question'] ?? (sidesOf(item).front || gapped || title)
}

function nameOf(app: App, screen: Screen): string {
  if (screen.kind === 'end') return app.say.howItWent
  if (screen.kind === 'exercise') return `${screen.at + 1}. ${askedIn(screen.exercise)}`
  const heading = screen.blocks.find((block) => block.kind === 'heading')
  return heading ? `${app.say.readingOnly}: ${plainText(heading.html)}` : app.say.readingOnly
}

function exerciseScreen(
  app: App,
  section: Section,
  at: number,
  { exercise, activity, at: number }: ExerciseScreen,
): Node[] {
  const { say, progress } = app
  const { total } = tallyOf(app, section)
  const label = say.exerciseOf(number + 1, total)
  const done = progress.answers.has(exercise.id)
  const onward = onwardButton(app, section, at, done ? say.goOn : say.skipIt)
  onward.classList.toggle('plain', !done)
  const card = h(
    'section',
    { class: 'activity', 'data-activity': activity, 'data-kind': exercise.kind },
    h(
      'h2',
      { tabindex: -1, 'data-heading': true },
      h('span', { class: 'nth', lang: app.spoken }, label),
      h('span', { class: 'hidden' }, ': '),
      exercise.title,
    ),
    play(app, exercise, label, 'practice'),
  )
  const begun = app.clock()
  let timed = done
  onAnswer(card, (verdict) => {
    const expected = secondsFor(exercise, app.payload.language)
    if (!timed) progress.timed(exercise.kind, (app.clock() - begun) / 1000 / expected)
    timed = true
    onward.textContent = say.goOn
    onward.classList.remove('plain')
    if (verdict === 'right') onward.focus()
  })
  return [card, ways(app, section, at, onward)]
}

function onwardButton(app: App, section: Section, at: number, words: string): HTMLElement {
  const onclick = () => app.go(`${section.id}.${at + 2}`)
  return h('button', { type: 'button', class: 'button', 'data-action': 'onward', onclick }, words)
}

/** Back and on; from the last screen on to the next section. */
function ways(app: App, section: Section, at: number, onward: HTMLElement | null): HTMLElement {
  const { payload, say } = app
  const place = payload.sections.indexOf(section)
  const after = payload.sections[place + 1]
  const before = at > 0 ? `${section.id}.${at}` : payload.sections[place - 1]?.id
  const back = before && {
    type: 'button',
    class: 'link back',
    'data-action': 'back',
    onclick: () => app.go(before),
  }
  return h(
    'nav',
    { class: 'ways', 'aria-label': say.practice, lang: app.spoken },
    back ? h('button', back, icon('back'), say.back) : h('span'),
    onward ??
      (after
        ? goButton(app, after.id, say.onTo(after.title))
        : goButton(app, 'finish', say.toSummary)),
  )
}
