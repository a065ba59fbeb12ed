/** The draft of one text: kept on the device while it is written, saved as a version when asked. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, faultsOf, type Fault } from '../api/client'
import { saveCode } from '../api/code-snippets'
import { type Example } from '../api/examples'
import { saveSpec } from '../api/specs'
import type { EditorHandle } from './code-mirror'
import { dropDraft, keepDraft, takeDraft, watchDrafts } from './drafts'

export type Kind = 'spec' | 'code'
/** A version as it is stored. */
export type Version = { id: string; text: string }

const SAVE = { spec: saveSpec, code: saveCode } as const
const CHANGED: ReadonlySet<string> = new Set(['spec_changed', 'code_changed'])
const SETTLE_MS = 120 // after the last key: from then on the text is worth looking at
const KEEP_MS = 250 // at most this much typing is lost to a power cut

export type DraftState = {
  /** What was written, some moments after it was written. */
  text: string
  dirty: boolean
  /** The version that the text builds on is not the newest any more. */
  outdated: boolean
  known: Version
  /** When it was last kept on this device; 0 if never, null if this device cannot keep it. */
  keptAt: number | null
  restored: boolean
  /** Another tab of this browser has a draft of the same text. */
  elsewhere: boolean
  /** The number of the version that was just saved; 0 after the next change. */
  savedNumber: number
  saving: boolean
  refused: Error | null
  faults: Fault[]
  edit: (text: string) => void
  /** Save it, on top of the newest version if `anyway`. */
  save: (anyway?: boolean) => void
  /** Put the newest version in the place of the draft; undo brings the draft back. */
  discard: () => void
}

export function useDraft(
  example: Example,
  kind: Kind,
  stored: Version,
  editor: RefObject<EditorHandle | null>,
): DraftState {
  const queries = useQueryClient()
  const name = `${example.id}.${kind}`
  const [first] = useState(() => takeDraft(name))
  const latest = useRef(first?.text ?? stored.text)
  const [text, setText] = useState(latest.current)
  const [base, setBase] = useState(first?.base ?? stored.id)
  const [keptAt, setKeptAt] = useState<number | null>(first?.at ?? 0)
  const [restored] = useState(first !== null && first.text !== stored.text)
  const [elsewhere, setElsewhere] = useState(false)
  const [savedNumber, setSavedNumber] = useState(0)
  // What was saved is the truth from that moment on, also while its app is still being made.
  const [saved, setSaved] = useState<Version | null>(null)
  const ahead = saved !== null && saved.id !== stored.id && example.status !== 'failed'
  const known = ahead ? saved : stored
  const dirty = text !== known.text
  const outdated = dirty && base !== known.id
  const timers = useRef({ settle: 0, keep: 0 })
  const now = useRef({ base, known })
  now.current = { base, known }

  const keep = useCallback(() => {
    window.clearTimeout(timers.current.keep)
    timers.current.keep = 0
    if (latest.current === now.current.known.text) dropDraft(name)
    else {
      const at = Date.now()
      const draft = { text: latest.current, base: now.current.base, at }
      setKeptAt(keepDraft(name, draft) ? at : null)
    }
  }, [name])

  const edit = useCallback(
    (next: string) => {
      const begun = latest.current === now.current.known.text
      latest.current = next
      setSavedNumber(0)
      window.clearTimeout(timers.current.settle)
      timers.current.settle = window.setTimeout(() => setText(latest.current), SETTLE_MS)
      if (begun) {
        setBase((before) => (before === now.current.known.id ? before : now.current.known.id))
        now.current.base = now.current.known.id
        setText(next)
        keep()
      } else if (!timers.current.keep) timers.current.keep = window.setTimeout(keep, KEEP_MS)
    },
    [keep],
  )

  useEffect(() => {
    const flush = () => timers.current.keep && keep()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    const pending = timers.current
    return () => {
      flush()
      window.clearTimeout(pending.settle)
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [keep])

  useEffect(
    () =>
      watchDrafts(name, (kept) => {
        setElsewhere(kept)
        // A draft that is gone was most likely saved: then there is a newer version to know of.
        if (!kept) void queries.invalidateQueries({ queryKey: ['example', example.id] })
      }),
    [name, queries, example.id],
  )

  // A newer version comes in where nothing was written meanwhile.
  const shown = useRef(known)
  useEffect(() => {
    const before = shown.current
    shown.current = known
    if (before.id === known.id) return
    if (latest.current === before.text) {
      latest.current = known.text
      setText(known.text)
      editor.current?.replace(known.text)
    }
    if (latest.current === known.text) setBase(known.id)
  }, [known, editor])

  const mutation = useMutation({
    mutationFn: ({ written, basis }: { written: string; basis: string }) =>
      SAVE[kind](example, written, basis),
    onSuccess: ({ id, number }, { written }) => {
      queries.setQueryData([kind, id], written)
      shown.current = { id, text: written }
      now.current = { base: id, known: shown.current }
      setSaved(shown.current)
      setBase(id)
      setSavedNumber(number)
      keep()
      return queries.invalidateQueries({ queryKey: ['example', example.id] })
    },
    onError: (error) => {
      if (error instanceof ApiError && CHANGED.has(error.code))
        void queries.invalidateQueries({ queryKey: ['example', example.id] })
    },
  })
  const { error } = mutation
  const underWay = useRef(false)
  const invalid = error instanceof ApiError && error.code === 'spec_invalid'
  const changed = error instanceof ApiError && CHANGED.has(error.code)

  return {
    text,
    dirty,
    outdated: outdated || (dirty && changed),
    known,
    keptAt,
    restored,
    elsewhere,
    savedNumber,
    saving: mutation.isPending,
    refused: invalid || changed ? null : error,
    faults: invalid ? faultsOf(error) : [],
    edit,
    save: (anyway = false) => {
      // A second click comes before the first one is rendered.
      if (latest.current === known.text || underWay.current) return
      underWay.current = true
      mutation.mutate(
        { written: latest.current, basis: anyway ? known.id : base },
        { onSettled: () => (underWay.current = false) },
      )
    },
    discard: () => {
      latest.current = known.text
      setText(known.text)
      setBase(known.id)
      mutation.reset()
      dropDraft(name)
      editor.current?.replace(known.text)
    },
  }
}
