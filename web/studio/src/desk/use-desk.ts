/** The desk of an example: read, worked on, saved by itself, and followed when somebody else saves. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { readDesk, saveEdits, type Desk } from '../api/desk'
import { getExample, type Example } from '../api/examples'
import { restoreSpec } from '../api/specs'
import { dropDraft, keepDraft, takeDraft } from '../editor/drafts'
import { DeskSaver, type Seen } from './saver'
import { begun, type Kept } from './work'

export type DeskAtHand = Seen &
  Pick<DeskSaver, 'act' | 'undo' | 'redo' | 'flush'> & { saver: DeskSaver }

const deskQuery = (specId: string) => ({
  queryKey: ['desk', specId],
  queryFn: () => readDesk(specId),
  staleTime: Infinity,
})

/** The desk as it was read, on which an earlier visit may have left something unsaved. */
export function useFirstDesk(example: Example) {
  const [kept] = useState(() => keptFor(example.id))
  const [specId] = useState(kept?.based_on ?? example.spec_id)
  const query = useQuery(deskQuery(specId))
  return { desk: query.data, kept, error: query.error, retry: () => void query.refetch() }
}

export function useDesk(example: Example, first: Desk, kept: Kept | null): DeskAtHand {
  const queries = useQueryClient()
  const [saver] = useState(
    () => new DeskSaver(begun(first, kept), example.spec_id, handsFor(example.id, queries)),
  )
  const seen = useSyncExternalStore(saver.subscribe, saver.now)
  useEffect(() => {
    if (example.spec_id) void saver.renew(example.spec_id).catch(() => undefined)
  }, [saver, example.spec_id])
  useSavedOnLeaving(saver)
  const { act, undo, redo, flush } = saver
  return { ...seen, saver, act, undo, redo, flush }
}

function handsFor(
  exampleId: string,
  queries: QueryClient,
): ConstructorParameters<typeof DeskSaver>[2] {
  const refresh = () => queries.invalidateQueries({ queryKey: ['example', exampleId] })
  return {
    save: (basedOn, current, operations) => saveEdits(exampleId, basedOn, current, operations),
    current: async () => (await getExample(exampleId)).spec_id,
    read: (specId) => queries.fetchQuery(deskQuery(specId)),
    restore: async (specId) => (await restoreSpec(specId)).id,
    keep: (kept) => keepFor(exampleId, kept),
    now: () => Date.now(),
    saved: () => void refresh(),
  }
}

/** What waits is sent when the page is left; it is kept on this device in any case. */
function useSavedOnLeaving(saver: DeskSaver): void {
  const leaving = useRef(saver)
  useEffect(() => {
    const { current } = leaving
    const hide = () => void current.flush()
    document.addEventListener('visibilitychange', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      void current.flush()
    }
  }, [])
}

const draftName = (exampleId: string): string => `${exampleId}.desk`

function keepFor(exampleId: string, kept: Kept | null): boolean {
  if (kept) {
    const draft = { text: JSON.stringify(kept.operations), base: kept.based_on, at: Date.now() }
    return keepDraft(draftName(exampleId), draft)
  }
  dropDraft(draftName(exampleId))
  return true
}

function keptFor(exampleId: string): Kept | null {
  const draft = takeDraft(draftName(exampleId))
  if (!draft) return null
  try {
    return { based_on: draft.base, operations: JSON.parse(draft.text) as Kept['operations'] }
  } catch {
    return null
  }
}
