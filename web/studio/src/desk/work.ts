/** The desk while somebody works at it: what is shown, what is still to be saved, and what can be undone. */
import type { Desk, Operation, SavedEdits } from '../api/desk'
import { changed } from './changes'
import { backOf, stillFits, withStep, type Step } from './history'
import { following, named, readBack, written, type Names } from './names'
import { joined, withoutRefused } from './pending'

/** What is not saved, as the server understands it; `based_on` is the spec that it was done on. */
export type Kept = { based_on: string; operations: readonly Operation[] }

export type Working = {
  readonly desk: Desk
  readonly names: Names
  readonly pending: readonly Operation[]
  /** How many of them are on their way. */
  readonly sent: number
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
  /** The desk with all that is pending. */
  readonly shown: Desk
}

const showing = (working: Omit<Working, 'shown'>): Working => ({
  ...working,
  shown: changed(working.desk, working.pending),
})

/** A desk as it was read, with what an earlier visit did not get saved. */
export function begun(desk: Desk, kept: Kept | null = null): Working {
  const { desk: own, names } = named(desk)
  const fits = kept?.based_on === desk.spec_id
  const pending = fits ? readBack(kept.operations, names) : []
  return showing({ desk: own, names, pending, sent: 0, undo: [], redo: [] })
}

export const keptOf = ({ desk, pending, names }: Working): Kept | null =>
  pending.length ? { based_on: desk.spec_id, operations: written(pending, names) } : null

/** What somebody does; `at` is when, in ms. */
export function done(working: Working, operations: readonly Operation[], at: number): Working {
  const back = backOf(working.shown, operations)
  if (back.length === 0) return working
  const undo = withStep(working.undo, back, at)
  return { ...doing(working, operations), undo, redo: [] }
}

function doing(working: Working, operations: readonly Operation[]): Working {
  const add = (all: readonly Operation[], one: Operation) => joined(all, one, working.sent)
  return showing({ ...working, pending: operations.reduce(add, working.pending) })
}

export const undone = (working: Working): Working => stepped(working, 'undo', 'redo')
export const redone = (working: Working): Working => stepped(working, 'redo', 'undo')

function stepped(working: Working, from: 'undo' | 'redo', to: 'undo' | 'redo'): Working {
  const step = working[from].at(-1)
  if (!step) return working
  const rest = { ...working, [from]: working[from].slice(0, -1) }
  if (!stillFits(working.shown, step)) return rest
  const back = backOf(working.shown, step.operations)
  return { ...doing(rest, step.operations), [to]: [...working[to], { operations: back, at: 0 }] }
}

const AT_ONCE = 100 // operations in one request: what the server takes

/** All that is pending is on its way, or as much of it as can go at once. */
export const sending = (working: Working): Working => ({
  ...working,
  sent: Math.min(working.pending.length, AT_ONCE),
})

export const toSend = ({ pending, names, sent }: Working): Operation[] =>
  written(pending, names).slice(0, sent || pending.length)

export const notSent = (working: Working): Working => ({ ...working, sent: 0 })

/** What was sent is saved: the server's desk is the truth, and what was done meanwhile comes on top. */
export function saved(working: Working, { desk, keys }: SavedEdits): Working {
  const { pending, sent, names } = working
  const known = following(names, pending.slice(0, sent), keys)
  const own = named(desk, known)
  return showing({ ...working, ...own, pending: pending.slice(sent), sent: 0 })
}

/** One operation, by its number, was refused: it is taken back, and the rest can be sent. */
export const refused = (working: Working, at: number): Working =>
  showing({ ...working, sent: 0, pending: withoutRefused(working.pending, at) })

/** A newer version of the spec where nothing is to be saved. */
export function renewed(working: Working, desk: Desk): Working {
  if (working.pending.length || desk.spec_id === working.desk.spec_id) return working
  return showing({ ...working, ...named(desk, working.names) })
}
