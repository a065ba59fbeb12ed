/** What keeps a draft of a spec from becoming an app, asked for some moments after the last key. */
import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Fault } from '../api/client'
import { findFaults } from '../api/drafts'

/** After the text has settled, until it is asked about. With `SETTLE_MS` these are the 400 ms from
 * the last key to the question; the preview follows within as much again.
 */
export const REST_MS = 280

/** The value as it was once it had not changed for some time. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), milliseconds)
    return () => window.clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}

export type Judged = { text: string; faults: Fault[] }

/** The newest judgement; while the next one is awaited, the one before. */
export function useFaults(exampleId: string, text: string, enabled: boolean): Judged | null {
  const judged = useQuery({
    queryKey: ['faults', exampleId, text],
    queryFn: async (): Promise<Judged> => ({ text, faults: await findFaults(exampleId, text) }),
    placeholderData: (before) => before,
    staleTime: Infinity,
    gcTime: 0,
    enabled,
    retry: false,
  })
  return enabled ? (judged.data ?? null) : null
}
