/** One act at a time: a second press is of the embed as it was before the first, and would be told as a conflict. */
import { useRef } from 'react'
import { type Embed } from '../api/embeds'

export type Run = (work: () => Promise<Embed>) => Promise<unknown>

export function useOnePress(run: Run): Run {
  const underWay = useRef(false)
  return async (work) => {
    if (underWay.current) return
    underWay.current = true
    try {
      await run(work)
    } finally {
      underWay.current = false
    }
  }
}
