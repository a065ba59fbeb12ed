/** What has been done at a desk and is not saved yet. */
import type { Operation } from '../api/desk'

/** The operations with one more; typing on in the same item is one change of it. */
export function joined(
  pending: readonly Operation[],
  operation: Operation,
  /** How many of them are on their way and stay as they are. */
  sent: number,
): Operation[] {
  const before = pending.length > sent ? pending.at(-1) : undefined
  const one = before && together(before, operation)
  return one ? [...pending.slice(0, -1), one] : [...pending, operation]
}

function together(before: Operation, after: Operation): Operation | null {
  if (before.op === 'change_item' && after.op === 'change_item' && before.item === after.item) {
    const fields = { ...before.fields, ...after.fields }
    return { ...before, ...after, ...(Object.keys(fields).length ? { fields } : {}) }
  }
  const same =
    (before.op === 'change_prose' || before.op === 'rename_part') &&
    before.op === after.op &&
    before.part === after.part
  if (
    same ||
    (before.op === 'change_goal' && after.op === 'change_goal' && before.goal === after.goal)
  )
    return after
  return null
}

/** The operations without one that was refused, and without what builds on what it would have made. */
export function withoutRefused(operations: readonly Operation[], at: number): Operation[] {
  const gone = new Set<string>()
  return operations.filter((operation, index) => {
    const { item, part, goal } = operation as { item?: string; part?: string; goal?: string }
    const rests = [item, part, goal].some((name) => name !== undefined && gone.has(name))
    if (index !== at && !rests) return true
    if ('name' in operation) gone.add(operation.name)
    return false
  })
}
