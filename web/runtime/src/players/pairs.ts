/** Matching, sorting, cause and effect, concept map: choose the other side of every row. */
import { h, icon } from '../dom'
import type { Item } from '../payload'
import type { Verdict } from '../progress'
import { hasFormula, said } from '../said'
import { shuffled } from '../shuffle'
import type { Frame, Player } from './frame'
import { conceptMap, type MapView } from './concept_map'
import { bankOf, GAP } from './paper'
import { groupsOf, judgeRows, keyOf, outcome, type Row } from './row'
import { drawGroups } from './sorting'

export type Pair = Item & { left: string; right: string }
/** The picture between the sides of a row, or none. */
type Joint = Parameters<typeof icon>[0] | ''

export type Link = Item & { start: string; label: string; end: string }

// Longer answers, and formulas, are listed in full under letters, since a select cuts them off on a phone.
const LONG_ANSWER_CHARS = 34
const MOST_TOUCHED = 4 // answers that stand beside every row

const pairs = (joint: Joint): Player => ({
  draw: (frame, settled) => drawPairs(frame, settled, rowOfPair, joint),
  whole: true,
  asked: (items) => (items as Pair[]).map((item) => [said(item.left), ` → ${GAP}`]),
  bank: (items, id) =>
    bankOf(
      (items as Pair[]).map((item) => item.right),
      id,
    ),
  solution: (item) => [said((item as Pair).left), ' → ', said((item as Pair).right)],
})

const matched = pairs('')
/** Few short answers are touched; of more, or longer ones, each row has a list. */
export const matching: Player = {
  ...matched,
  draw: (frame, settled) => {
    const rows = frame.exercise.items.map(rowOfPair)
    const answers = [...new Set(rows.map((row) => row.answer))]
    if (answers.length > MOST_TOUCHED || answers.some(isLong)) return matched.draw(frame, settled)
    const seed = `${frame.exercise.id}/${frame.attempt}`
    const key = () => keyOf(rows)
    drawGroups(frame, settled, { rows, groups: shuffled(answers, seed), once: true, key })
  },
}

export const sorting: Player = {
  ...matched,
  draw: (frame, settled) => {
    const rows = frame.exercise.items.map(rowOfPair)
    const groups = [...new Set(rows.map((row) => row.answer))]
    const seed = `${frame.exercise.id}/${frame.attempt}`
    const key = () => groupsOf(rows, groups)
    drawGroups(frame, settled, { rows: shuffled(rows, seed), groups, once: false, key })
  },
}
export const causeEffect = pairs('next')

export const conceptMapping: Player = {
  draw: (frame, settled) => drawPairs(frame, settled, rowOfLink, ''),
  whole: true,
  asked: (items) =>
    (items as Link[]).map((item) => [said(item.start), ' — ', said(item.label), ` → ${GAP}`]),
  bank: (items, id) =>
    bankOf(
      (items as Link[]).map((item) => item.end),
      id,
    ),
  solution: (item) => {
    const { start, label, end } = item as Link
    return [said(start), ' — ', said(label), ' → ', said(end)]
  },
}

/** `joint` is the picture between the sides; rows with a label are drawn as a map too. */
function drawPairs(
  frame: Frame,
  settled: Verdict | null,
  toRow: (item: Item) => Row,
  joint: Joint,
): void {
  const { exercise } = frame
  const rows = exercise.items.map(toRow)
  const isMap = rows.some((row) => row.label !== '')
  const answers = shuffled(
    [...new Set(rows.map((row) => row.answer))],
    `${exercise.id}/${frame.attempt}`,
  )
  const lettered = answers.some(isLong)
  const map = isMap ? conceptMap(rows) : null
  const selects = rows.map((row) => select(frame, row, answers, lettered))
  const lines = rows.map((row, at) => line(row, at, selects[at] as HTMLElement, joint))
  const list = h('ol', { class: `rows ${exercise.kind}` }, ...lines)
  frame.body.replaceChildren(
    ...(map ? [map.root] : []),
    h(
      'div',
      { class: lettered ? 'pairs with-answers' : 'pairs' },
      list,
      lettered && letters(frame, answers),
    ),
  )
  const chosen = () => selects.map((element) => element.value)
  list.addEventListener('change', () => map?.draw(chosen()))
  if (settled) return showSettled({ frame, rows, selects, lines, map }, settled)
  map?.draw(chosen())
  frame.setButtons(checkButton({ frame, rows, selects, lines, map }))
}

interface Drawn {
  frame: Frame
  rows: Row[]
  selects: HTMLSelectElement[]
  lines: HTMLElement[]
  map: MapView | null
}

/** The exercise as it was left: right with its answers, else closed. */
function showSettled({ frame, rows, selects, lines, map }: Drawn, settled: Verdict): void {
  if (settled === 'right') {
    rows.forEach((row, at) => ((selects[at] as HTMLSelectElement).value = row.answer))
    lock(frame, rows, selects, lines, map)
  } else {
    for (const element of selects) element.disabled = true
    map?.draw(selects.map((element) => element.value))
  }
  frame.show(outcome(frame, rows, keyOf(rows), settled, null))
}

function checkButton({ frame, rows, selects, lines, map }: Drawn): HTMLButtonElement {
  const { say } = frame.app
  return frame.button('check', say.check, () => {
    const open = selects.filter((element) => element.value === '')
    if (open[0]) {
      frame.hint(say.pickAll(open.length))
      open[0].focus()
      return
    }
    const right = lock(frame, rows, selects, lines, map)
    const verdict = right === rows.length ? 'right' : 'wrong'
    frame.settle(outcome(frame, rows, keyOf(rows), verdict, right))
  })
}

const isLong = (answer: string) => answer.length > LONG_ANSWER_CHARS || hasFormula(answer)

function rowOfPair(item: Item): Row {
  const { left, right } = item as Pair
  return { key: left, given: left, label: '', answer: right }
}

function rowOfLink(item: Item): Row {
  const { start, label, end } = item as Link
  return { key: `${start} ${label}`, given: start, label, answer: end }
}

function select(frame: Frame, row: Row, answers: string[], lettered: boolean): HTMLSelectElement {
  return h(
    'select',
    { 'data-left': row.key, 'aria-label': row.key },
    h('option', { value: '' }, frame.app.say.choose),
    ...answers.map((answer, at) =>
      h('option', { value: answer }, lettered ? `${letter(at)} · ${answer}` : answer),
    ),
  )
}

function line(row: Row, at: number, control: HTMLElement, joint: Joint): HTMLElement {
  const isMap = row.label !== ''
  return h(
    'li',
    { class: 'row' },
    isMap && h('span', { class: 'index', 'aria-hidden': 'true' }, String(at + 1)),
    h('span', { class: 'given' }, said(row.given)),
    isMap
      ? h('span', { class: 'link-label' }, said(row.label))
      : h('span', { class: 'joint', 'aria-hidden': 'true' }, joint ? icon(joint) : ''),
    h('span', { class: 'pick' }, control),
  )
}

function letters(frame: Frame, answers: string[]): HTMLElement {
  return h(
    'ul',
    { class: 'letters', 'aria-label': frame.app.say.answers },
    ...answers.map((answer, at) =>
      h('li', {}, h('span', { class: 'letter' }, letter(at)), h('span', {}, said(answer))),
    ),
  )
}

/** A, B, … Z, AA, AB, … */
function letter(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letter(Math.floor(at / 26) - 1) + last
}

/** Lock the selects, mark every row, and give the number of right ones. */
function lock(
  frame: Frame,
  rows: Row[],
  selects: HTMLSelectElement[],
  lines: HTMLElement[],
  map: MapView | null,
): number {
  const chosen = selects.map((element) => element.value)
  const right = judgeRows(rows, chosen)
  lines.forEach((element, at) => {
    const ok = right[at] === true
    ;(selects[at] as HTMLSelectElement).disabled = true
    element.classList.add(ok ? 'right' : 'wrong')
    const word = h('span', { class: 'hidden' }, ok ? frame.app.say.checked : frame.app.say.mistaken)
    element.append(h('span', { class: 'mark' }, icon(ok ? 'check' : 'cross'), word))
  })
  map?.draw(chosen, right)
  return right.filter(Boolean).length
}
