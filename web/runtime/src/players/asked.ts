/** How a term or a card is asked: chosen, typed, named one by one, or thought of and compared. */
import type { Item, Term } from '../payload'

/** The ways that the app holds for an item; none of them, and it is uncovered and judged by the learner. */
export type Ways = Item & { options?: string[]; typed?: string[]; listed?: string[][] }

export interface Asked {
  front: string
  back: string
  options: string[]
  typed: string[]
  listed: string[][]
  revealButton: () => HTMLElement
}

/** The two sides of an item as it is asked: a term by its meaning, where it can be given in answer. */
export function sidesOf(item: Item): { front: string; back: string } {
  const { term, definition, front, back, options, typed } = item as Ways &
    Partial<Term & { front: string; back: string }>
  if (term === undefined || definition === undefined) {
    return { front: front ?? '', back: back ?? '' }
  }
  const turned = options !== undefined || typed !== undefined
  return turned ? { front: definition, back: term } : { front: term, back: definition }
}

export const waysOf = (item: Item) => {
  const { options = [], typed = [], listed = [] } = item as Ways
  return { options, typed, listed }
}
