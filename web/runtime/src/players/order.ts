/** Ordering and timeline: bring the steps into order, by dragging or with buttons that a keyboard reaches. */
import { h, icon } from '../dom'
import type { Item } from '../payload'
import type { Verdict } from '../progress'
import { said } from '../said'
import { disordered, shuffled } from '../shuffle'
import { draggable } from './dragging'
import { labelled, type Frame, type Outcome, type Player } from './frame'

export type Step = Item & { text: string }
export type Event = Step & { when: string }

interface Entry {
  text: string
  /** The date of a timeline's event, else "". */
  when: string
  /** Entries of the same rank may stand in any order among themselves. */
  rank: string
}

export const ordering: Player = {
  draw: (frame, settled) => drawOrder(frame, settled, false),
  whole: true,
  asked: (items, id) => shuffled(items as Step[], `${id}/0`).map((item) => ['☐ ', said(item.text)]),
  solution: (item) => [said((item as Step).text)],
}

export const timeline: Player = {
  ...ordering,
  draw: (frame, settled) => drawOrder(frame, settled, true),
  solution: (item) => [said((item as Event).when), ': ', said((item as Event).text)],
}

function drawOrder(frame: Frame, settled: Verdict | null, isTimeline: boolean): void {
  const { app, exercise } = frame
  const entries = exercise.items.map((item) => toEntry(item as Step | Event))
  const inOrder = (order: readonly Entry[]) => judgeOrder(entries, order).every(Boolean)
  const seed = `${exercise.id}/${frame.attempt}`
  const order = settled === 'right' ? entries : disordered(entries, seed, inOrder)
  const list = h('ol', { class: isTimeline ? 'steps timeline' : 'steps' })
  const shown = new Map<Element, Entry>()
  for (const entry of order) {
    const element = stepElement(frame, list, entry)
    shown.set(element, entry)
    list.append(element)
  }
  renumber(list)
  draggable(
    list,
    () => renumber(list),
    (element) => tellPlace(frame, list, element),
  )
  const current = () => [...list.children].map((child) => shown.get(child) as Entry)
  frame.body.replaceChildren(
    h('p', { class: 'how' }, isTimeline ? app.say.timeHint : app.say.orderHint),
    list,
  )
  if (settled) {
    lock(frame, list, current(), settled === 'right' ? judgeOrder(entries, current()) : null)
    frame.show(outcome(frame, entries, settled, null))
    return
  }
  frame.setButtons(
    frame.button('check', app.say.check, () => {
      const right = judgeOrder(entries, current())
      lock(frame, list, current(), right)
      const count = right.filter(Boolean).length
      frame.settle(outcome(frame, entries, right.every(Boolean) ? 'right' : 'wrong', count))
    }),
  )
}

/** Which places hold an entry that belongs there. */
export function judgeOrder(right: readonly Entry[], given: readonly Entry[]): boolean[] {
  return right.map((entry, at) => entry.rank === given[at]?.rank)
}

function toEntry(item: Step | Event): Entry {
  return 'when' in item
    ? { text: item.text, when: item.when, rank: item.when }
    : { text: item.text, when: '', rank: item.text }
}

function stepElement(frame: Frame, list: HTMLElement, entry: Entry): HTMLElement {
  const { say } = frame.app
  const move = (by: -1 | 1) => () => {
    const other = by < 0 ? element.previousElementSibling : element.nextElementSibling
    if (!other) return
    const pressed = by < 0 ? up : down
    if (by < 0) other.before(element)
    else other.after(element)
    renumber(list)
    pressed.focus() // moving an element in the page takes the focus away
    element.classList.remove('moved')
    requestAnimationFrame(() => element.classList.add('moved'))
    tellPlace(frame, list, element)
  }
  const control = (action: 'up' | 'down', label: string, onclick: () => void) =>
    h(
      'button',
      { type: 'button', class: 'arrow', 'data-action': action, 'aria-label': label, onclick },
      icon(action),
    )
  const up = control('up', say.up(entry.text), move(-1))
  const down = control('down', say.down(entry.text), move(1))
  const element: HTMLElement = h(
    'li',
    { class: 'step', 'data-step': entry.text },
    h(
      'span',
      { class: 'grip', 'aria-hidden': 'true' },
      h('span', { class: 'place' }),
      icon('grip'),
    ),
    h('span', { class: 'what' }, h('span', { class: 'date' }), h('span', {}, said(entry.text))),
    h('span', { class: 'arrows' }, up, down),
  )
  return element
}

function tellPlace({ app }: Frame, list: HTMLElement, element: HTMLElement): void {
  const at = [...list.children].indexOf(element) + 1
  app.announce(app.say.moved(element.dataset['step'] ?? '', at, list.childElementCount))
}

function renumber(list: HTMLElement): void {
  const last = list.childElementCount - 1
  ;[...list.children].forEach((element, at) => {
    const place = element.querySelector('.place')
    if (place) place.textContent = String(at + 1)
    // Not `disabled`, which would drop the focus of whoever just reached the end.
    element.querySelector('[data-action=up]')?.setAttribute('aria-disabled', String(at === 0))
    element.querySelector('[data-action=down]')?.setAttribute('aria-disabled', String(at === last))
  })
}

/** Take the buttons away; show the dates and which places are right. */
function lock(frame: Frame, list: HTMLElement, order: Entry[], right: boolean[] | null): void {
  list.classList.add('settled')
  ;[...list.children].forEach((element, at) => {
    element.querySelector('.arrows')?.remove()
    element.querySelector('.grip .icon')?.remove()
    const date = element.querySelector('.date')
    if (date) date.textContent = order[at]?.when ?? ''
    if (!right) return
    const ok = right[at] === true
    element.classList.add(ok ? 'right' : 'wrong')
    const word = h('span', { class: 'hidden' }, ok ? frame.app.say.checked : frame.app.say.mistaken)
    element.append(h('span', { class: 'mark' }, icon(ok ? 'check' : 'cross'), word))
  })
}

function outcome(frame: Frame, entries: Entry[], verdict: Verdict, count: number | null): Outcome {
  const { say } = frame.app
  const words = entries.map(({ when, text }) => (when ? `${when}: ${text}` : text))
  const key = h(
    'ol',
    { class: 'key' },
    ...entries.map(({ when, text }) => h('li', {}, when && `${when}: `, said(text))),
  )
  const headline =
    verdict === 'wrong' && count !== null ? { headline: say.someRight(count, entries.length) } : {}
  return { verdict, ...headline, solution: labelled(say.rightOrder, key), spoken: words.join('. ') }
}
