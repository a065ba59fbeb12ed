/** Deletions that can still be undone: hidden at once, sent when the time is over or the page closes. */
import { useSyncExternalStore } from 'react'
import { deleteExample } from '../api/praxeo'

export const UNDO_MS = 8_000

let waiting: ReadonlySet<string> = new Set()
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const listeners = new Set<() => void>()

function change(ids: ReadonlySet<string>): void {
  waiting = ids
  for (const listener of listeners) listener()
}

export function deleteLater(ids: readonly string[], done: () => void): void {
  change(new Set([...waiting, ...ids]))
  for (const id of ids) {
    timers.set(
      id,
      setTimeout(() => {
        timers.delete(id)
        void deleteExample(id)
          .catch(() => undefined) // what could not be deleted is shown again
          .then(() => {
            done()
            change(new Set([...waiting].filter((other) => other !== id)))
          })
      }, UNDO_MS),
    )
  }
}

export function keep(ids: readonly string[]): void {
  for (const id of ids) {
    clearTimeout(timers.get(id))
    timers.delete(id)
  }
  change(new Set([...waiting].filter((id) => !ids.includes(id))))
}

/** The ids that are on their way out. */
export const useDeletions = (): ReadonlySet<string> =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting,
  )
