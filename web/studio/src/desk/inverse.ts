/** What undoes an operation on a desk as it was before. */
import type { Desk, Fields, Item, Operation, Part } from '../api/desk'
import { goalOf, isUnread, itemOf, keyAfter, partOf, partWith } from './places'

/** Empty if there was nothing to be done in the first place. */
export function inverse(desk: Desk, operation: Operation): Operation[] {
  switch (operation.op) {
    case 'add_item':
    case 'duplicate_item':
      return [{ op: 'drop_item', item: operation.name }]
    case 'change_item':
      return [itemOf(desk, operation.item)].flatMap((item) =>
        item ? { op: 'change_item', item: item.key, ...asBefore(item, operation) } : [],
      )
    case 'change_kind':
      return [itemOf(desk, operation.item)].flatMap((item) =>
        item
          ? [
              { op: 'change_kind', item: item.key, kind: item.kind },
              { op: 'change_item', item: item.key, fields: item.fields },
            ]
          : [],
      )
    case 'move_item':
    case 'drop_item':
      return putBack(desk, operation)
    case 'add_part':
      return [{ op: 'drop_part', part: operation.name }]
    case 'add_goal':
      return [{ op: 'drop_goal', goal: operation.name }]
    case 'change_goal':
    case 'move_goal':
    case 'set_evidence':
    case 'drop_goal':
      return goalBefore(desk, operation)
    default:
      if (operation.part === undefined) return [{ op: 'change_prose', prose: desk.summary }]
      return [partOf(desk, operation.part)].flatMap((part) =>
        part ? partBefore(desk, part, operation.op) : [],
      )
  }
}

type Of<Name extends Operation['op']> = Extract<Operation, { op: Name }>

function putBack(desk: Desk, { op, item: key }: Of<'move_item' | 'drop_item'>): Operation[] {
  const part = partWith(desk, key)
  const item = itemOf(desk, key)
  if (!part || !item) return []
  const before = keyAfter(part.items, key)
  if (op === 'move_item') return [{ op, item: key, part: part.key, before }]
  return [added(item, part.key, before)]
}

/** The operation that makes this item as it is. */
export function added(item: Item, part: string, before: string | null): Of<'add_item'> {
  const { key: name, kind, title, fields, evidence, text } = item
  const { explanation, picture, picture_alt } = item
  const place = { op: 'add_item', part, before, name } as const
  return isUnread(item)
    ? { ...place, kind, text }
    : { ...place, kind, title, fields, evidence, explanation, picture, picture_alt }
}

/** What a change changes, as it was. */
function asBefore(item: Item, change: Of<'change_item'>) {
  const fields = Object.fromEntries(
    Object.keys(change.fields ?? {}).map((name) => [name, item.fields[name as keyof Fields] ?? '']),
  )
  const { title, evidence, explanation, picture, picture_alt } = item
  return {
    ...(change.fields ? { fields } : {}),
    ...(change.title === undefined ? {} : { title }),
    ...(change.explanation === undefined ? {} : { explanation }),
    ...(change.picture === undefined ? {} : { picture, picture_alt }),
    ...(change.picture_alt === undefined ? {} : { picture_alt }),
    ...(change.evidence === undefined ? {} : { evidence }),
  }
}

function partBefore(desk: Desk, part: Part, op: Operation['op']): Operation[] {
  const { key, title, prose, reading, items } = part
  const before = keyAfter(desk.parts, key)
  if (op === 'rename_part') return [{ op, part: key, title }]
  if (op === 'change_prose') return [{ op, part: key, prose }]
  if (op === 'change_reading') return [{ op, part: key, reading }]
  if (op === 'move_part') return [{ op, part: key, before }]
  return [
    { op: 'add_part', title, prose, reading, before, name: key },
    ...items.map((item) => added(item, key, null)),
  ]
}

type GoalOperation = Of<'change_goal' | 'move_goal' | 'set_evidence' | 'drop_goal'>

function goalBefore(desk: Desk, { op, goal: key }: GoalOperation): Operation[] {
  const goal = goalOf(desk, key)
  if (!goal) return []
  const { text, evidence } = goal
  const before = keyAfter(desk.goals, key)
  if (op === 'change_goal') return [{ op, goal: key, text }]
  if (op === 'set_evidence') return [{ op, goal: key, evidence }]
  if (op === 'move_goal') return [{ op, goal: key, before }]
  return [{ op: 'add_goal', text, evidence, before, name: key }]
}
