/** Sends what was given and opens what is made of it. */
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { ApiError } from '../api/client'
import { makeFromFile, makeFromInput, type Example, type How } from '../api/examples'
import { addNamed, addVideo, type Given } from '../api/inputs'
import type { MixWanted } from '../mixing/sending'
import { runOfMany, runOfOne } from '../uploads/known'
import { queue } from '../uploads/use-queue'
import type { Check } from './use-check'

type Wanted = { title: string; how: How | undefined; given: Given | null; check: Check }

export function useSender({ title, how, given, check }: Wanted) {
  const { busy, failure, open } = useOpening()
  const sendFiles = async () => {
    const alone = queue.now().all.length === 1
    if (!alone) return queue.send(runOfMany(how, check))
    if (how && given) {
      if (await open(() => makeFromInput(given, title, how))) queue.clear()
    } else await open(async () => (await queue.send(runOfOne(title, how, check)))[0])
  }
  return {
    busy,
    failure,
    sendFiles,
    sendNamed: (named: string) =>
      open(async () => makeFromInput(given ?? (await addNamed(named)), title, how)),
    sendVideo: (url: string, captions: string) =>
      open(async () => makeFromInput(await addedVideo(url, captions), title, how)),
    sendMix: (textName: string) => open(() => sentMix({ title, how, check, textName })),
    sendText: (file: File) => open(() => makeFromFile(file, title, undefined, how)),
  }
}

const sentMix = async (wanted: MixWanted) => (await import('../mixing/sending')).makeOfMix(wanted)

const addedVideo = async (url: string, captions: string): Promise<Given> => ({
  input_type: 'youtube_input',
  input_id: (await addVideo(url, captions)).id,
})

/** Opens what is made, and tells that it is on its way or why nothing came of it. */
function useOpening() {
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
  return { busy, failure, open }
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
