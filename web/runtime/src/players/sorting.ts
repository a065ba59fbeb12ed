/** Every row has a few names beside it, and the one that belongs to it is touched: groups to sort into, or terms to match. */
import { h, icon } from '../dom'
import type { Verdict } from '../progress'
import { said } from '../said'
import type { Frame } from './frame'
import { judgeRows, outcome, type Row } from './row'

let lists = 0

interface Groups {
  rows: Row[]
  groups: string[]
  /** Whether every group is for one row, so that one that was chosen steps back in the others. */
  once: boolean
  key: () => HTMLElement
}

export function drawGroups(frame: Frame, settled: Verdict | null, given: Groups): void {
  const { rows, groups } = given
  const lines = rows.map((row) => line(row, groups))
  const list = h('div', { class: 'sorted' }, ...lines)
  frame.body.replaceChildren(list)
  if (given.once) list.addEventListener('change', () => stepBack(lines))
  if (!settled) return frame.setButtons(checkButton(frame, given, lines))
  if (settled === 'right') rows.forEach(({ answer }, at) => choose(lines[at], answer))
  lock(frame, rows, lines, settled === 'right')
  frame.show(outcome(frame, rows, given.key(), settled, null))
}

function line(row: Row, groups: string[]): HTMLElement {
  lists += 1
  const name = `sort-${lists}`
  const options = groups.map((group) =>
    h(
      'label',
      { class: 'group' },
      h('input', { type: 'radio', name, value: group }),
      h('span', {}, said(group)),
    ),
  )
  return h(
    'fieldset',
    { class: 'thing', 'data-left': row.key },
    h('legend', {}, said(row.given)),
    h('div', { class: 'groups' }, ...options),
  )
}

const inputsOf = (line: HTMLElement | undefined) => [...(line?.querySelectorAll('input') ?? [])]

const chosenIn = (line: HTMLElement) => inputsOf(line).find(({ checked }) => checked)?.value ?? ''

function choose(line: HTMLElement | undefined, value: string): void {
  for (const input of inputsOf(line)) input.checked = input.value === value
}

/** What was chosen in another row stays to be chosen here, but less so. */
function stepBack(lines: HTMLElement[]): void {
  const chosen = lines.map(chosenIn)
  lines.forEach((one, at) => {
    for (const input of inputsOf(one)) {
      const taken = chosen.some((value, row) => row !== at && value === input.value)
      input.parentElement?.classList.toggle('taken', taken)
    }
  })
}

function checkButton(frame: Frame, { rows, key }: Groups, lines: HTMLElement[]): HTMLButtonElement {
  const { say } = frame.app
  return frame.button('check', say.check, () => {
    const open = lines.filter((one) => chosenIn(one) === '')
    if (open[0]) {
      frame.hint(say.pickAll(open.length))
      inputsOf(open[0])[0]?.focus()
      return
    }
    const right = lock(frame, rows, lines, true)
    const verdict = right === rows.length ? 'right' : 'wrong'
    frame.settle(outcome(frame, rows, key(), verdict, right))
  })
}

/** Lock all; where it is `told`, every row is marked. Gives the number of right ones. */
function lock(frame: Frame, rows: Row[], lines: HTMLElement[], told: boolean): number {
  const { say } = frame.app
  const rights = judgeRows(rows, lines.map(chosenIn))
  lines.forEach((one, at) => {
    for (const input of inputsOf(one)) input.disabled = true
    if (!told) return
    const ok = rights[at] === true
    one.classList.add(ok ? 'right' : 'wrong')
    const word = h('span', { class: 'hidden' }, ok ? say.checked : say.mistaken)
    const mark = h('span', { class: 'mark' }, icon(ok ? 'check' : 'cross'), word)
    one.querySelector('legend')?.append(mark)
  })
  return rights.filter(Boolean).length
}
