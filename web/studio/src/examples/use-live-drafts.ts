/** The drafts that the preview may show: what was written last, as long as it is not saved or thrown away. */
import { useCallback, useState } from 'react'
import type { Draft } from '../editor/live-preview'

type Live = { spec: Draft | null; code: Draft | null; last: Draft | null }
const NOTHING: Live = { spec: null, code: null, last: null }

/** A spec that says what a bespoke app does: it is written by a model and cannot be compiled. */
const BESPOKE = /^spec:\s*2\b|^##[ \t]+(?:mechanics|tests)[ \t]*$/im

export function useLiveDrafts() {
  const [live, setLive] = useState(NOTHING)
  const fromSpec = useCallback((draft: Draft | null) => setLive(withDraft('spec', draft)), [])
  const fromCode = useCallback((draft: Draft | null) => setLive(withDraft('code', draft)), [])
  const unseen = live.last?.kind === 'spec' && BESPOKE.test(live.last.text)
  return {
    fromSpec,
    fromCode,
    unseen,
    any: live.last !== null,
    shown: unseen ? live.code : live.last,
  }
}

export type LiveDrafts = ReturnType<typeof useLiveDrafts>

const withDraft =
  (kind: 'spec' | 'code', draft: Draft | null) =>
  (before: Live): Live => {
    if (before[kind] === draft || (draft && before[kind]?.text === draft.text)) return before
    const after = { ...before, [kind]: draft }
    return { ...after, last: draft ?? after.spec ?? after.code }
  }
