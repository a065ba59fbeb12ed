/** Where items and parts of a desk stand. */
import type { Desk, Goal, Item, Part } from '../api/desk'

export const partOf = (desk: Desk, key: string): Part | undefined =>
  desk.parts.find((part) => part.key === key)

export const partWith = (desk: Desk, item: string): Part | undefined =>
  desk.parts.find((part) => part.items.some(({ key }) => key === item))

export const itemOf = (desk: Desk, key: string): Item | undefined =>
  partWith(desk, key)?.items.find((item) => item.key === key)

export const goalOf = (desk: Desk, key: string): Goal | undefined =>
  desk.goals.find((goal) => goal.key === key)

export const itemsOf = (desk: Desk): readonly Item[] => desk.parts.flatMap(({ items }) => items)

type Keyed = { readonly key: string }

/** The key of what follows, null at the end. */
export function keyAfter(list: readonly Keyed[], key: string): string | null {
  const at = list.findIndex((one) => one.key === key)
  return at < 0 ? null : (list[at + 1]?.key ?? null)
}

/** The list with one more, before the one of that key, else at the end. */
export function put<T extends Keyed>(list: readonly T[], one: T, before: string | null): T[] {
  const at = before === null ? -1 : list.findIndex(({ key }) => key === before)
  return at < 0 ? [...list, one] : [...list.slice(0, at), one, ...list.slice(at)]
}

export const without = <T extends Keyed>(list: readonly T[], key: string): T[] =>
  list.filter((one) => one.key !== key)

/** Whether its lines could not be read: then it is shown as it is written. */
export const isUnread = ({ text, fields }: Item): boolean =>
  text !== '' && Object.keys(fields).length === 0
