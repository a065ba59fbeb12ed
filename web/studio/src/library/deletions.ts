/** Deletions that can still be undone: hidden at once, sent when the time is over or the page closes. */
import { useSyncExternalStore } from 'react'
import { deleteExamples, deleteExamplesOnLeaving, type Failure } from '../api/bulk'

export const UNDO_MS = 8_000

type Batch = { ids: readonly string[]; timer: ReturnType<typeof setTimeout> }
let waiting: ReadonlySet<string> = new Set()
const batches = new Set<Batch>()
const listeners = new Set<() => void>()

function change(ids: ReadonlySet<string>): void {
  waiting = ids
  for (const listener of listeners) listener()
}

const without = (ids: readonly string[]): ReadonlySet<string> =>
  new Set([...waiting].filter((id) => !ids.includes(id)))

/** Hide these and delete them in a while. What could not be deleted is shown again and told. */
export function deleteLater(
  ids: readonly string[],
  done: (deleted: ReadonlySet<string>, failed: readonly Failure[]) => void,
): void {
  change(new Set([...waiting, ...ids]))
  const batch: Batch = {
    ids,
    timer: setTimeout(() => {
      batches.delete(batch)
      const told = (failed: readonly Failure[]) => {
        const left = new Set(failed.map(({ id }) => id))
        done(new Set(ids.filter((id) => !left.has(id))), failed)
        change(without(ids))
      }
      deleteExamples(ids).then(
        ({ failed }) => told(failed.filter(({ code }) => code !== 'not_found')),
        (error: Error) => told(ids.map((id) => ({ id, code: 'unsent', message: error.message }))),
      )
    }, UNDO_MS),
  }
  batches.add(batch)
}

export function keep(ids: readonly string[]): void {
  for (const batch of batches) {
    if (!batch.ids.some((id) => ids.includes(id))) continue
    clearTimeout(batch.timer)
    batches.delete(batch)
  }
  change(without(ids))
}

globalThis.addEventListener?.('pagehide', () => {
  for (const { ids, timer } of batches) {
    clearTimeout(timer)
    deleteExamplesOnLeaving(ids)
  }
  batches.clear()
})

/** The ids that are on their way out. */
export const useDeletions = (): ReadonlySet<string> =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )
