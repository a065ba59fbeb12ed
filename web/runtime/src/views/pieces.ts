/** Small parts that several views share. */
import type { App } from '../app'
import { h } from '../dom'
import type { Section } from '../payload'

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

export function minutesOf(app: App, section: Section): number {
  return app.outline.get(section.id)?.minutes ?? 1
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
