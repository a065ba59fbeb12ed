/** Files on their way to Praxeo, one after the other, each with a state of its own. */
import { useCallback, useState } from 'react'
import { ApiError } from '../api/client'
import { makeFromFile, type Example } from '../api/examples'
import type { How } from '../api/examples'

export type Upload = {
  key: string
  file: File
  state: 'chosen' | 'sending' | 'sent' | 'refused'
  share: number
  example?: Example
  error?: Error
}

/** Whether sending it again may help: a file that is no document stays one that is none. */
export const isOpen = ({ state, error }: Upload): boolean =>
  state !== 'sent' &&
  !(state === 'refused' && error instanceof ApiError && REFUSED_FOR_GOOD.has(error.status))

const REFUSED_FOR_GOOD: ReadonlySet<number> = new Set([413, 422])

let count = 0
const chosen = (file: File): Upload => ({
  key: `upload-${++count}`,
  file,
  state: 'chosen',
  share: 0,
})

export type Uploads = {
  all: Upload[]
  sending: boolean
  add: (files: File[]) => void
  remove: (key: string) => void
  clear: () => void
  send: (title: string, refuse: (file: File) => string, how?: How) => Promise<Example[]>
}

export function useUploads(): Uploads {
  const [all, setAll] = useState<Upload[]>([])
  const [sending, setSending] = useState(false)
  const change = useCallback(
    (key: string, part: Partial<Upload>) =>
      setAll((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one))),
    [],
  )
  const add = useCallback(
    (files: File[]) =>
      setAll((before) => [...before.filter((one) => one.state !== 'sent'), ...files.map(chosen)]),
    [],
  )

  /** Send what has not been sent. A file that is refused, here by a sentence of `refuse` or there,
   *  does not stop the others. */
  const send: Uploads['send'] = async (title, refuse, how) => {
    const made: Example[] = []
    setSending(true)
    for (const upload of all) {
      if (!isOpen(upload)) continue
      const { key, file } = upload
      change(key, { state: 'sending', share: 0, error: undefined })
      try {
        const reason = refuse(file)
        if (reason) throw new ApiError(413, { detail: reason })
        const example = await makeFromFile(file, title, (share) => change(key, { share }), how)
        change(key, { state: 'sent', share: 1, example })
        made.push(example)
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        change(key, { state: 'refused', error })
      }
    }
    setSending(false)
    return made
  }

  return {
    all,
    sending,
    add,
    remove: (key) => setAll((before) => before.filter((one) => one.key !== key)),
    clear: () => setAll([]),
    send,
  }
}
