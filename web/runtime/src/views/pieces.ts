/** Small parts that several views share. */
import type { App } from '../app'
import { h, icon } from '../dom'
import type { Section } from '../payload'
import { minutesOfSeconds } from '../times'

/** Longer titles are set smaller. */
const LONG_TITLE_CHARS = 60

export interface Tally {
  done: number
  right: number
  total: number
}

export function tallyOf(app: App, section: Section): Tally {
  const ids = app.outline.get(section.id)?.exercises ?? []
  const answers = ids.flatMap((id) => app.progress.answers.get(id) ?? [])
  const right = answers.filter((answered) => answered.verdict === 'right').length
  return { done: answers.length, right, total: ids.length }
}

/** Minutes that a section takes this learner. */
export function minutesOf(app: App, section: Section): number {
  return minutesOfSeconds(secondsOf(app, section))
}

export function secondsOf(app: App, section: Section): number {
  const outline = app.outline.get(section.id)
  let seconds = outline?.reading ?? 0
  for (const [kind, expected] of outline?.practice ?? []) {
    seconds += expected * app.progress.paceOf(kind)
  }
  return seconds
}

/** The switch between one screen after the other and a section as one page. */
export function layoutSwitch(app: App): HTMLElement {
  const all = app.progress.layout === 'all'
  const onclick = () => app.arrange(all ? 'steps' : 'all')
  const look = { type: 'button', class: 'link switch', 'data-action': 'all' }
  return h(
    'button',
    { ...look, 'aria-pressed': String(all), onclick },
    icon('page'),
    app.say.allAtOnce,
  )
}

/** A view's title, which takes the focus when the view is shown. */
export function title(text: string): HTMLHeadingElement {
  return h('h1', { tabindex: -1, class: text.length > LONG_TITLE_CHARS ? 'long' : null }, text)
}

/** A thin bar; the words beside it say the same, so a screen reader need not see it. */
export function bar(share: number): HTMLElement {
  const fill = h('span')
  fill.style.setProperty('inline-size', `${Math.round(share * 100)}%`)
  return h('span', { class: 'meter', 'aria-hidden': 'true' }, fill)
}

export function goButton(app: App, place: string, text: string, look = 'button'): HTMLElement {
  const onclick = () => app.go(place)
  return h('button', { type: 'button', class: look, 'data-goto': place, onclick }, text)
}

/** "Start over" with one question before anything is lost. */
export function restartControl(app: App): HTMLElement {
  const { say } = app
  const root = h('div', { class: 'restart' })
  const ask = h('button', { type: 'button', class: 'link' }, say.restart)
  const yes = h('button', { type: 'button', class: 'button plain' }, say.restartYes)
  const no = h('button', { type: 'button', class: 'link' }, say.restartNo)
  ask.addEventListener('click', () => {
    root.replaceChildren(h('span', {}, say.restartSure), yes, no)
    no.focus()
  })
  no.addEventListener('click', () => {
    root.replaceChildren(ask)
    ask.focus()
  })
  yes.addEventListener('click', () => {
    app.progress.restart()
    app.states.clear()
    app.go('home')
    app.announce(say.restarted)
  })
  root.append(ask)
  return root
}
