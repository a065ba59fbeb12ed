/** The bar above every view: where to go, how far one has come, light or dark. */
import type { Scheme } from '../../bridge/protocol'
import type { App } from './app'
import { h, icon } from './dom'
import { glossaryOf } from './payload'

export interface Header {
  root: HTMLElement
  skip: HTMLElement
  update(place: string, scheme: Scheme): void
}

export function headerView(app: App, toggleScheme: () => void): Header {
  const { say } = app
  const badge = h('span', { class: 'badge-count', 'aria-hidden': 'true' })
  const hiddenCount = h('span', { class: 'hidden' })
  const places = {
    home: place(app, 'home', say.home, 'home'),
    review: place(app, 'review', say.review, 'repeat'),
    ...(glossaryOf(app.payload).length > 0
      ? { glossary: place(app, 'glossary', say.glossary, 'book') }
      : {}),
  }
  places.review.append(badge, hiddenCount)
  const look = { type: 'button', class: 'tool', onclick: toggleScheme }
  const scheme = h('button', look, icon('contrast'))
  const meter = meterOf(app)
  const root = h(
    'header',
    { class: 'top', lang: app.spoken },
    h('nav', { 'aria-label': say.mainNavigation }, ...Object.values(places), scheme),
    meter.root,
  )
  const skip = h('a', { class: 'skip', href: '#main', onclick: toContent }, say.skip)
  const update = (current: string, shown: Scheme) => {
    for (const [name, button] of Object.entries(places)) {
      if (name === current) button.setAttribute('aria-current', 'page')
      else button.removeAttribute('aria-current')
    }
    const due = app.progress.due().length
    badge.textContent = due > 0 ? String(due) : ''
    hiddenCount.textContent = due > 0 ? ` (${say.reviewDue(due)})` : ''
    scheme.setAttribute('aria-label', shown === 'dark' ? say.toLight : say.toDark)
    meter.update()
  }
  return { root, skip, update }
}

/** How many of the exercises are done, as a bar. */
function meterOf({ progress, say }: App): { root: HTMLElement; update(): void } {
  const fill = h('span')
  const root = h(
    'div',
    { class: 'progress', role: 'progressbar', 'aria-label': say.progress, 'aria-valuemin': 0 },
    fill,
  )
  const update = () => {
    const { done, total } = progress
    root.hidden = total === 0
    root.setAttribute('aria-valuemax', String(Math.max(total, 1)))
    root.setAttribute('aria-valuenow', String(done))
    root.setAttribute('aria-valuetext', say.doneOf(done, total))
    fill.style.setProperty('inline-size', `${total ? (100 * done) / total : 0}%`)
  }
  return { root, update }
}

function place(
  app: App,
  name: string,
  words: string,
  look: 'home' | 'repeat' | 'book',
): HTMLElement {
  const onclick = () => app.go(name)
  return h(
    'button',
    { type: 'button', class: 'tool', 'data-goto': name, onclick },
    icon(look),
    h('span', { class: 'words' }, words),
  )
}

function toContent(event: Event): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('main h1')?.focus()
}
