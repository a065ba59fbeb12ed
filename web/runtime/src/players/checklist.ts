/** What should have been said, line by line, for the learner to tick: it counts nothing and helps to judge oneself. */
import { h } from '../dom'
import { hasFormula, said } from '../said'

const FEWEST = 3 // lines; fewer are one sentence
const SHORTEST = 4 // words of a line; what is shorter is a list of names

/** The lines of an answer that says several things; none of one that is a whole. */
export function linesOf(answer: string): string[] {
  const lines = hasFormula(answer) ? [] : answer.split('; ')
  const tells = lines.every((line) => line.split(' ').length >= SHORTEST)
  if (lines.length < FEWEST || !tells) return []
  return lines.map((line, at) => (at + 1 < lines.length ? `${line};` : line)) // all that the answer says
}

export function checklist(lines: string[]): HTMLElement {
  const ticked = (line: string) => h('label', {}, h('input', { type: 'checkbox' }), said(line))
  return h('ul', { class: 'told' }, ...lines.map((line) => h('li', {}, ticked(line))))
}
