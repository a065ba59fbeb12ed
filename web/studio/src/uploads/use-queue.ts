/** The one queue of this studio. */
import { useEffect, useSyncExternalStore } from 'react'
import { isOpen, Queue, type State } from './queue'

export const queue = new Queue()

export const useQueue = (): State => useSyncExternalStore(queue.subscribe, queue.now)

/** Ask before the page is left while files are still to be sent: they would have to be chosen again. */
export function useWarningOfLoss(): void {
  const { all } = useQueue()
  const loses = all.some(isOpen)
  useEffect(() => {
    if (!loses) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [loses])
}
