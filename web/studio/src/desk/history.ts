/** Undo and redo: for each step of a person the operations that take it back. */
import type { Desk, Operation } from '../api/desk'
import { changed } from './changes'
import { inverse } from './inverse'
import { goalOf, itemOf, partOf } from './places'

export type Step = { readonly operations: readonly Operation[]; readonly at: number }

/** How long after a key the next one still belongs to the same step, in ms. */
const TYPING_MS = 1_200
const STEPS_KEPT = 200

/** What takes these operations back, the last one first. */
export function backOf(desk: Desk, operations: readonly Operation[]): Operation[] {
  let now = desk
  const back: Operation[][] = []
  for (const operation of operations) {
    back.unshift(inverse(now, operation))
    now = changed(now, [operation])
  }
  return back.flat()
}

/** The steps with one more; typing on in the same field is the same step. */
export function withStep(steps: readonly Step[], back: readonly Operation[], at: number): Step[] {
  const before = steps.at(-1)
  if (before && at - before.at < TYPING_MS && sameField(before.operations, back))
    return [...steps.slice(0, -1), { operations: before.operations, at }]
  return [...steps.slice(1 - STEPS_KEPT), { operations: back, at }]
}

function sameField(one: readonly Operation[], other: readonly Operation[]): boolean {
  const [a, b] = [one[0], other[0]]
  if (!a || !b || one.length > 1 || other.length > 1) return false
  return spotOf(a) !== '' && spotOf(a) === spotOf(b)
}

/** Where somebody types, or '' for anything else that they do. */
function spotOf(operation: Operation): string {
  switch (operation.op) {
    case 'change_item':
      return `${operation.item} ${Object.keys(operation.fields ?? operation).join(' ')}`
    case 'change_goal':
      return operation.goal
    case 'change_prose':
    case 'rename_part':
      return `${operation.part ?? ''} ${operation.op}`
    default:
      return ''
  }
}

/** Whether all that a step is about is still there: somebody else may have taken it out. */
export function stillFits(desk: Desk, step: Step): boolean {
  const made = new Set<string>()
  return step.operations.every((operation) => {
    if ('name' in operation) made.add(operation.name)
    const { item, part, goal } = operation as { item?: string; part?: string; goal?: string }
    const there = (name: string | undefined, found: (desk: Desk, key: string) => unknown) =>
      name === undefined || made.has(name) || found(desk, name) !== undefined
    return there(item, itemOf) && there(part, partOf) && there(goal, goalOf)
  })
}
