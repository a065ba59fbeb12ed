/** One row: what is given (`key` is the contract's `data-left`) and what belongs to it. */
import { h, icon } from '../dom'
import type { Verdict } from '../progress'
import { said } from '../said'
import { labelled, type Frame, type Outcome } from './frame'
export interface Row {
  key: string
  given: string
  label: string
  answer: string
}

/** Which rows are right; rows with the same key may exchange their answers. */
export function judgeRows(rows: readonly Row[], chosen: readonly string[]): boolean[] {
  const left = new Map<string, string[]>()
  for (const { key, answer } of rows) left.set(key, [...(left.get(key) ?? []), answer])
  return rows.map(({ key }, at) => {
    const open = left.get(key) ?? []
    const found = open.indexOf(chosen[at] ?? '')
    if (found >= 0) open.splice(found, 1)
    return found >= 0
  })
}

const givenOf = ({ given, label }: Row): (Node | string)[] =>
  label ? [said(given), ' ', said(label)] : [said(given)]

/** Every row with its answer. */
export function keyOf(rows: readonly Row[]): HTMLElement {
  const line = (row: Row) =>
    h('li', {}, h('strong', {}, ...givenOf(row)), ' ', icon('next'), ' ', said(row.answer))
  return h('ul', { class: 'key' }, ...rows.map(line))
}

/** Every group with what belongs into it. */
export function groupsOf(rows: readonly Row[], groups: readonly string[]): HTMLElement {
  const line = (group: string) => {
    const own = rows.filter((row) => row.answer === group).map((row) => said(row.given))
    const listed = own.flatMap((each, at) => (at > 0 ? [', ', each] : [each]))
    return h('li', {}, h('strong', {}, said(group)), ': ', ...listed)
  }
  return h('ul', { class: 'key' }, ...groups.map(line))
}

/** What is said when all rows were answered; `right` is how many were, null where nobody knows any more. */
export function outcome(
  frame: Frame,
  rows: readonly Row[],
  key: HTMLElement,
  verdict: Verdict,
  right: number | null,
): Outcome {
  const { say } = frame.app
  const headline =
    verdict === 'wrong' && right !== null ? { headline: say.someRight(right, rows.length) } : {}
  const spoken = rows.map((row) => `${row.key}: ${row.answer}`).join('. ')
  return { verdict, ...headline, solution: labelled(say.rightAnswer, key), spoken }
}
