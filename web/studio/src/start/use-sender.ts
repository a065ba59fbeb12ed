/** Sends what was given and opens what is made of it. */
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { ApiError } from '../api/client'
import { makeFromFile, makeFromInput, type Example, type How } from '../api/examples'
import { runOfMany, runOfOne } from '../uploads/known'
import { queue } from '../uploads/use-queue'
import type { Check } from './use-check'

type Given = { title: string; how: How | undefined; inputId: string; check: Check }

export function useSender({ title, how, inputId, check }: Given) {
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error | null>(null)
  const here = useIsHere()

  const open = async (make: () => Promise<Example | undefined>) => {
    setBusy(true)
    setFailure(null)
    try {
      const made = await make()
      // Whoever has gone to another page meanwhile stays there.
      if (made && here.current) go(`/examples/${made.id}`)
      return made
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  const sendFiles = async () => {
    const alone = queue.now().all.length === 1
    if (!alone) return queue.send(runOfMany(how, check))
    if (how && inputId) {
      if (await open(() => makeFromInput(inputId, title, how))) queue.clear()
    } else await open(async () => (await queue.send(runOfOne(title, how, check)))[0])
  }
  return {
    busy,
    failure,
    sendFiles,
    sendText: (file: File) => open(() => makeFromFile(file, title, undefined, how)),
  }
}

/** Whether this page is still the one that is shown. */
function useIsHere() {
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return here
}
