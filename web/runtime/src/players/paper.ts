/** What players put on paper: gaps to write into, and answers in an order that tells nothing. */
import { h } from '../dom'
import { shuffled } from '../shuffle'

export const GAP = '________________'

/** A line to write an answer on. */
export const line = (): HTMLElement => h('span', { class: 'write' })

/** Each answer once. */
export const bankOf = (answers: string[], id: string): string =>
  shuffled([...new Set(answers)], `${id}/0`).join(' · ')
