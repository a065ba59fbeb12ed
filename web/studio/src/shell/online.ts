/** Whether Praxeo answers: set by every request of the API client, asked again while it does not. */
import { useSyncExternalStore } from 'react'

const ASK_AGAIN_MS = 3_000
let online = true
let timer: ReturnType<typeof setTimeout> | undefined
let probe: () => Promise<boolean> = () => Promise.resolve(true)
const listeners = new Set<() => void>()

export function askWith(ask: () => Promise<boolean>): void {
  probe = ask
}

export function reportOnline(answers: boolean): void {
  if (!answers && timer === undefined) {
    timer = setTimeout(() => {
      timer = undefined
      void probe().then(reportOnline)
    }, ASK_AGAIN_MS)
  }
  if (answers === online) return
  online = answers
  for (const listener of listeners) listener()
}

/** Ask now, where something other than a request of the API has failed. */
export const askNow = (): void => void probe().then(reportOnline)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => online)
