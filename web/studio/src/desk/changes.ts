/** What an operation makes of a desk at once, before the server has said so. */
import type { Desk, Goal, Item, NewItem, Operation, Part, Support } from '../api/desk'
import { emptyFields, fieldsAs } from './kinds'
import { itemOf, partWith, put, without } from './places'

export const changed = (desk: Desk, operations: readonly Operation[]): Desk =>
  operations.reduce(after, desk)

function after(desk: Desk, operation: Operation): Desk {
  switch (operation.op) {
    case 'add_item':
      return withItem(desk, operation.part, newItem(operation), operation.before)
    case 'change_item':
      return withChanged(desk, operation.item, (item) => ({
        ...item,
        ...givenIn(operation),
        fields: { ...item.fields, ...operation.fields },
      }))
    case 'change_kind':
      return withChanged(desk, operation.item, (item) => ({
        ...item,
        kind: operation.kind,
        fields: fieldsAs(item, operation.kind),
      }))
    case 'move_item':
      return moved(desk, operation)
    case 'duplicate_item':
      return duplicated(desk, operation)
    case 'drop_item':
      return withParts(desk, (part) => ({ ...part, items: without(part.items, operation.item) }))
    case 'add_part':
    case 'rename_part':
    case 'move_part':
    case 'drop_part':
    case 'change_reading':
      return { ...desk, parts: partsAfter(desk.parts, operation) }
    case 'change_prose':
      return operation.part === undefined
        ? { ...desk, summary: operation.prose }
        : { ...desk, parts: partsAfter(desk.parts, operation) }
    default:
      return { ...desk, goals: goalsAfter(desk.goals, operation) }
  }
}

const withParts = (desk: Desk, change: (part: Part) => Part): Desk => ({
  ...desk,
  parts: desk.parts.map(change),
})

const withItem = (desk: Desk, part: string, item: Item, before: string | null): Desk =>
  withParts(desk, (one) =>
    one.key === part ? { ...one, items: put(one.items, item, before) } : one,
  )

const withChanged = (desk: Desk, key: string, change: (item: Item) => Item): Desk =>
  withParts(desk, (part) =>
    part.items.some((item) => item.key === key)
      ? { ...part, items: part.items.map((item) => (item.key === key ? change(item) : item)) }
      : part,
  )

const supportOf = (evidence: readonly string[]): Support =>
  evidence.includes('unsupported') ? 'unsupported' : evidence.length ? 'source' : 'own'

function newItem(given: NewItem & { name: string }): Item {
  const { kind = 'choice', evidence = [], text = '' } = given
  return {
    key: given.name,
    kind,
    title: given.title ?? '',
    activity: '',
    fields: text ? {} : { ...emptyFields(kind), ...given.fields },
    evidence,
    explanation: given.explanation ?? '',
    picture: given.picture ?? '',
    picture_alt: given.picture_alt ?? '',
    support: supportOf(evidence),
    lines: [0, 0],
    text,
    faults: [],
  }
}

/** What an operation says of an item beside its fields. */
function givenIn(given: NewItem): Partial<Item> {
  const { title, evidence, explanation, picture, picture_alt } = given
  return {
    ...(title === undefined ? {} : { title }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(picture === undefined ? {} : { picture, picture_alt: '' }), // the words were for the one before
    ...(picture_alt === undefined ? {} : { picture_alt }),
    ...(evidence === undefined ? {} : { evidence, support: supportOf(evidence) }),
  }
}

type Of<Name extends Operation['op']> = Extract<Operation, { op: Name }>

function moved(desk: Desk, { item: key, part, before }: Of<'move_item'>): Desk {
  const item = itemOf(desk, key)
  if (!item) return desk
  const left = withParts(desk, (one) => ({ ...one, items: without(one.items, key) }))
  return withItem(left, part, item, before)
}

function duplicated(desk: Desk, { item: key, name }: Of<'duplicate_item'>): Desk {
  const part = partWith(desk, key)
  const at = part?.items.findIndex((item) => item.key === key) ?? -1
  const item = part?.items[at]
  if (!part || !item) return desk
  return withItem(desk, part.key, { ...item, key: name }, part.items[at + 1]?.key ?? null)
}

type PartOperation = Of<
  'add_part' | 'rename_part' | 'move_part' | 'drop_part' | 'change_prose' | 'change_reading'
>

function partsAfter(parts: Part[], operation: PartOperation): Part[] {
  if (operation.op === 'add_part') {
    const { name: key, title, prose, reading, before } = operation
    return put(parts, { key, title, prose, reading, line: 0, items: [], faults: [] }, before)
  }
  const { part: key } = operation
  if (key === undefined) return parts
  if (operation.op === 'drop_part') return without(parts, key)
  if (operation.op === 'move_part') {
    const part = parts.find((one) => one.key === key)
    return part ? put(without(parts, key), part, operation.before) : parts
  }
  const said = Object.entries(operation).filter(([name]) => name !== 'op' && name !== 'part')
  return parts.map((part) =>
    part.key === key ? { ...part, ...(Object.fromEntries(said) as Partial<Part>) } : part,
  )
}

type GoalOperation = Of<'add_goal' | 'change_goal' | 'move_goal' | 'set_evidence' | 'drop_goal'>

function goalsAfter(goals: Goal[], operation: GoalOperation): Goal[] {
  if (operation.op === 'add_goal') {
    const { name: key, text, evidence, before } = operation
    return put(
      goals,
      { key, text, evidence, support: supportOf(evidence), line: 0, faults: [] },
      before,
    )
  }
  if (operation.op === 'drop_goal') return without(goals, operation.goal)
  const goal = goals.find(({ key }) => key === operation.goal)
  if (!goal) return goals
  if (operation.op === 'move_goal') return put(without(goals, goal.key), goal, operation.before)
  const changed =
    operation.op === 'set_evidence'
      ? { evidence: operation.evidence, support: supportOf(operation.evidence) }
      : { text: operation.text }
  return goals.map((one) => (one === goal ? { ...goal, ...changed } : one))
}
