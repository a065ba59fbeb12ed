/** The draft of one text: kept on the device while it is written, saved as a version when asked. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, faultsOf, type Fault } from '../api/client'
import { saveCode } from '../api/code-snippets'
import { type Example } from '../api/examples'
import { saveSpec } from '../api/specs'
import { dropDraft, watchDrafts } from './drafts'
import type { EditorHandle } from './editor-handle'
import {
  useEditing,
  useKeeping,
  useNewer,
  useWriting,
  type Keeping,
  type Version,
  type Writing,
} from './use-writing'

export type Kind = 'spec' | 'code'

const SAVE = { spec: saveSpec, code: saveCode } as const
const CHANGED: ReadonlySet<string> = new Set(['spec_changed', 'code_changed'])

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
  const writing = useWriting(`${example.id}.${kind}`, stored, example)
  const keeping = useKeeping(writing)
  const shown = useNewer(writing, editor)
  const saving = useSaving({ example, kind, writing, keeping, shown })
  const edit = useEditing(writing, keeping, saving.forget)
  const elsewhere = useElsewhere(writing.name, example.id)
  const { text, base, known, restored, latest } = writing
  const dirty = text !== known.text
  return {
    text,
    dirty,
    outdated: dirty && (base !== known.id || saving.changed),
    known,
    keptAt: keeping.keptAt,
    restored,
    elsewhere,
    savedNumber: saving.savedNumber,
    saving: saving.pending,
    refused: saving.refused,
    faults: saving.faults,
    edit,
    save: saving.save,
    discard: () => {
      latest.current = known.text
      writing.setText(known.text)
      writing.setBase(known.id)
      saving.reset()
      dropDraft(writing.name)
      editor.current?.replace(known.text)
    },
  }
}

/** Whether another tab of this browser has a draft of the same text. */
function useElsewhere(name: string, exampleId: string): boolean {
  const queries = useQueryClient()
  const [elsewhere, setElsewhere] = useState(false)
  useEffect(
    () =>
      watchDrafts(name, (kept) => {
        setElsewhere(kept)
        // A draft that is gone was most likely saved: then there is a newer version to know of.
        if (!kept) void queries.invalidateQueries({ queryKey: ['example', exampleId] })
      }),
    [name, queries, exampleId],
  )
  return elsewhere
}

type ToSave = {
  example: Example
  kind: Kind
  writing: Writing
  keeping: Keeping
  shown: RefObject<Version>
}

function useSaving(to: ToSave) {
  const { latest, known, base } = to.writing
  const [savedNumber, setSavedNumber] = useState(0)
  const mutation = useSave(to, setSavedNumber)
  const { error } = mutation
  const underWay = useRef(false)
  const invalid = error instanceof ApiError && error.code === 'spec_invalid'
  const changed = error instanceof ApiError && CHANGED.has(error.code)
  return {
    savedNumber,
    forget: useCallback(() => setSavedNumber(0), []),
    pending: mutation.isPending,
    changed,
    refused: invalid || changed ? null : error,
    faults: invalid ? faultsOf(error) : [],
    reset: mutation.reset,
    save: (anyway = false) => {
      // A second click comes before the first one is rendered.
      if (latest.current === known.text || underWay.current) return
      underWay.current = true
      mutation.mutate(
        { written: latest.current, basis: anyway ? known.id : base },
        { onSettled: () => (underWay.current = false) },
      )
    },
  }
}

/** Sends a version; what was saved is what is known from then on. */
function useSave(
  { example, kind, writing, keeping, shown }: ToSave,
  saved: (number: number) => void,
) {
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['example', example.id] })
  return useMutation({
    mutationFn: ({ written, basis }: { written: string; basis: string }) =>
      SAVE[kind](example, written, basis),
    onSuccess: ({ id, number }, { written }) => {
      queries.setQueryData([kind, id], written)
      shown.current = { id, text: written }
      writing.now.current = { base: id, known: shown.current }
      writing.setSaved(shown.current)
      writing.setBase(id)
      saved(number)
      keeping.keep()
      return refresh()
    },
    onError: (error) => {
      if (error instanceof ApiError && CHANGED.has(error.code)) void refresh()
    },
  })
}
