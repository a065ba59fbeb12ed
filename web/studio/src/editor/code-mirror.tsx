/** A CodeMirror editor as a React field: one document, kept history, marks for faults. */
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Fault } from '../api/client'
import { usePreferences } from '../settings/use-preferences'
import { theme } from './code-mirror-theme'
import { handleOf, type EditorHandle } from './editor-handle'
import { extensionsFor } from './extensions'
import { keepHistory, stateWithHistory } from './kept-history'

type Props = {
  label: string
  /** The text at first; later changes come by `replace`. */
  text: string
  language: Extension
  faults: readonly Fault[]
  /** Under this key the undo history outlives a reload. */
  historyKey: string
  onChange: (text: string) => void
  onLine?: (line: number) => void
  onSave: () => void
  handle: Ref<EditorHandle>
}

export function CodeMirror(props: Props) {
  const { text, faults, historyKey, handle } = props
  const { editorSize, editorWrap, language: spoken } = usePreferences()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  const looks = useRef(new Compartment())
  latest.current = props
  const look: Extension = [theme(editorSize), editorWrap ? EditorView.lineWrapping : []]

  useEffect(() => {
    if (!host.current) return
    const { label, language } = latest.current
    const extensions = extensionsFor({ label, spoken, latest }, [language, looks.current.of(look)])
    const state = stateWithHistory(historyKey, text, extensions)
    const editor = new EditorView({ state, parent: host.current })
    view.current = editor
    const forget = keepHistory(historyKey, editor)
    return () => {
      forget()
      editor.destroy()
    }
    // The editor lives as long as its key; what changes later goes in by effects and its handle.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [historyKey])
  useImperativeHandle(handle, () => handleOf(() => view.current), [])
  useEffect(() => view.current?.dispatch(marking(view.current.state, faults)), [faults])
  useEffect(() => {
    view.current?.dispatch({ effects: looks.current.reconfigure(look) })
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editorSize, editorWrap])

  return <div className="editor" ref={host} />
}

/** The change that marks the lines with faults. */
function marking(state: EditorState, faults: readonly Fault[]) {
  const { doc } = state
  const diagnostics = faults
    .filter(({ line }) => line >= 1 && line <= doc.lines)
    .map(({ line, message }) => {
      const { from, to } = doc.line(line)
      return { from, to, severity: 'error' as const, message }
    })
    .sort((a, b) => a.from - b.from)
  return setDiagnostics(state, diagnostics)
}
