/** Names of a desk's own for what the server names by its words: they stay while the words change. */
import type { Desk, Operation } from '../api/desk'

const PLACES = ['item', 'part', 'goal', 'before'] as const
type Placed = Partial<Record<(typeof PLACES)[number] | 'name', string | null>>

/** Each name with the server's key, as of one version of the spec. */
export type Names = ReadonlyMap<string, string>

let last = 0
/** A name that nothing else has, here or in what another visit has left. */
export const newName = (): string => `n${Date.now().toString(36)}-${(last += 1)}`

/** The desk by names: those that are known, else new ones. */
export function named(desk: Desk, known: Names = new Map()): { desk: Desk; names: Names } {
  const byKey = new Map([...known].map(([name, key]) => [key, name]))
  const names = new Map<string, string>()
  const name = <T extends { key: string }>(one: T): T => {
    const given = byKey.get(one.key) ?? newName()
    byKey.delete(one.key) // a second of the same key is another thing
    names.set(given, one.key)
    return { ...one, key: given }
  }
  const parts = desk.parts.map((part) => ({ ...name(part), items: part.items.map(name) }))
  return { desk: { ...desk, parts, goals: desk.goals.map(name) }, names }
}

/** The operations as the server understands them: by its keys, and names for what is new. */
export function written(operations: readonly Operation[], names: Names): Operation[] {
  const now = new Map(names)
  return operations.map((operation) => {
    const renamed: Placed = {}
    for (const place of PLACES) {
      const name = (operation as Placed)[place]
      if (typeof name === 'string') renamed[place] = now.get(name) ?? name
    }
    const { name } = operation as Placed
    if (typeof name === 'string') now.set(name, name)
    return { ...operation, ...renamed } as Operation
  })
}

/** The other way round, for operations that were kept as the server understands them. */
export const readBack = (operations: readonly Operation[], names: Names): Operation[] =>
  written(operations, new Map([...names].map(([name, key]) => [key, name])))

/** The names after an answer, which tells what became of each key that was named. */
export function following(
  names: Names,
  sent: readonly Operation[],
  keys: Readonly<Record<string, string>>,
): Names {
  const made = sent.flatMap((operation) =>
    'name' in operation ? [[operation.name, operation.name]] : [],
  )
  const all = new Map([...names, ...(made as [string, string][])])
  return new Map([...all].map(([name, key]) => [name, keys[key] ?? key]))
}
