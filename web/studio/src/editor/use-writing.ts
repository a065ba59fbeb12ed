/** A text as it is written: what it is now, on which version it builds, what of it this device has kept. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { Example } from '../api/examples'
import { dropDraft, keepDraft, takeDraft } from './drafts'
import type { EditorHandle } from './editor-handle'

/** A version as it is stored. */
export type Version = { id: string; text: string }

const SETTLE_MS = 120 // after the last key: from then on the text is worth looking at
const KEEP_MS = 250 // at most this much typing is lost to a power cut

/** `latest` is the text after every key, `text` some moments later; `name` is that of its draft. */
export function useWriting(name: string, stored: Version, example: Example) {
  const [first] = useState(() => takeDraft(name))
  const latest = useRef(first?.text ?? stored.text)
  const [text, setText] = useState(latest.current)
  const [base, setBase] = useState(first?.base ?? stored.id)
  const [restored] = useState(first !== null && first.text !== stored.text)
  // What was saved is the truth from that moment on, also while its app is still being made.
  const [saved, setSaved] = useState<Version | null>(null)
  const ahead = saved !== null && saved.id !== stored.id && example.status !== 'failed'
  const known = ahead ? saved : stored
  const now = useRef({ base, known })
  now.current = { base, known }
  const firstKept: number | null = first?.at ?? 0
  return { name, firstKept, restored, latest, text, setText, base, setBase, known, setSaved, now }
}

export type Writing = ReturnType<typeof useWriting>

/** Keeps the draft on this device. `keptAt`: 0 if it never was, null if this device cannot. */
export function useKeeping({ name, firstKept, latest, now }: Writing) {
  const [keptAt, setKeptAt] = useState<number | null>(firstKept)
  const timer = useRef(0)
  const keep = useCallback(() => {
    window.clearTimeout(timer.current)
    timer.current = 0
    if (latest.current === now.current.known.text) return dropDraft(name)
    const at = Date.now()
    const draft = { text: latest.current, base: now.current.base, at }
    setKeptAt(keepDraft(name, draft) ? at : null)
  }, [name, latest, now])
  const keepSoon = useCallback(() => {
    timer.current ||= window.setTimeout(keep, KEEP_MS)
  }, [keep])
  useEffect(() => {
    const flush = () => timer.current && keep()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      flush()
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [keep])
  return { keptAt, keep, keepSoon }
}

export type Keeping = ReturnType<typeof useKeeping>

/** Takes what the editor says after every key. */
export function useEditing(
  { latest, now, setText, setBase }: Writing,
  { keep, keepSoon }: Keeping,
  onEdit: () => void,
) {
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return useCallback(
    (next: string) => {
      const begun = latest.current === now.current.known.text
      latest.current = next
      onEdit()
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => setText(latest.current), SETTLE_MS)
      if (!begun) return keepSoon()
      setBase(now.current.known.id)
      now.current.base = now.current.known.id
      setText(next)
      keep()
    },
    [latest, now, setText, setBase, keep, keepSoon, onEdit],
  )
}

/** A newer version comes in where nothing was written meanwhile. Gives the version that is shown. */
export function useNewer(writing: Writing, editor: RefObject<EditorHandle | null>) {
  const { known, latest, setText, setBase } = writing
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
  }, [known, editor, latest, setText, setBase])
  return shown
}
