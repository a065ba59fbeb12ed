/** A CodeMirror editor as a React field: one document, kept history, marks for faults. */
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import {
  defaultKeymap,
  history,
  historyField,
  historyKeymap,
  indentWithTab,
} from '@codemirror/commands'
import { defaultHighlightStyle, syntaxHighlighting, bracketMatching } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import type { Fault } from '../api/client'
import { caretInSight } from './caret'
import { GERMAN } from './phrases'
import { usePreferences } from '../settings/use-preferences'
import { colours, theme } from './code-mirror-theme'

export type EditorHandle = {
  /** Put the cursor at the start of a line (from 1), show it, and give the editor the focus. */
  goTo: (line: number) => void
  /** Put text in the place of what is selected. */
  insert: (text: string) => void
  /** Put another text in the place of this one; undo brings this one back. */
  replace: (text: string) => void
}

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

/** A change that the page made, not the person. */
const fromOutside = (transaction: Transaction): boolean =>
  transaction.annotation(Transaction.remote) === true

function storedHistory(key: string, value: string): unknown {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? 'null') as { doc?: string } | null
    return stored?.doc === value ? stored : null
  } catch {
    return null
  }
}

export function CodeMirror(props: Props) {
  const { label, text, language, faults, historyKey, handle } = props
  const { editorSize, editorWrap, language: spoken } = usePreferences()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  const looks = useRef(new Compartment())
  latest.current = props
  const look: Extension = [theme(editorSize), editorWrap ? EditorView.lineWrapping : []]

  useEffect(() => {
    if (!host.current) return
    const extensions: Extension = [
      lineNumbers(),
      lintGutter(),
      history(),
      bracketMatching(),
      highlightActiveLine(),
      caretInSight,
      search({ top: true }),
      EditorState.phrases.of(spoken === 'de' ? GERMAN : {}),
      syntaxHighlighting(colours),
      syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
      language,
      looks.current.of(look),
      // A tab stop by name: it is what scrolls, and not every tool counts editable text as one.
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      keymap.of([
        { key: 'Mod-s', preventDefault: true, run: () => (latest.current.onSave(), true) },
        // Tab indents only after Escape has not been pressed: CodeMirror's own way out for keyboards.
        indentWithTab,
        ...historyKeymap,
        ...searchKeymap,
        ...lintKeymap,
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !update.transactions.every(fromOutside))
          latest.current.onChange(update.state.doc.toString())
        if (update.docChanged || update.selectionSet)
          latest.current.onLine?.(update.state.doc.lineAt(update.state.selection.main.head).number)
      }),
    ]
    const stored = storedHistory(historyKey, text)
    const state = stored
      ? EditorState.fromJSON(stored, { extensions }, { history: historyField })
      : EditorState.create({ doc: text, extensions })
    const editor = new EditorView({ state, parent: host.current })
    view.current = editor
    const keep = () => {
      try {
        sessionStorage.setItem(
          historyKey,
          JSON.stringify(editor.state.toJSON({ history: historyField })),
        )
      } catch {
        // Too large for this browser's store: undo then ends at the reload.
      }
    }
    window.addEventListener('pagehide', keep)
    return () => {
      keep()
      window.removeEventListener('pagehide', keep)
      editor.destroy()
    }
    // The editor lives as long as its key; what changes later goes in by effects and its handle.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [historyKey])

  useImperativeHandle(
    handle,
    () => ({
      goTo: (line) => {
        const editor = view.current
        if (!editor) return
        const { from } = editor.state.doc.line(Math.min(Math.max(line, 1), editor.state.doc.lines))
        editor.dispatch({
          selection: { anchor: from },
          effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 40 }),
        })
        editor.focus()
      },
      insert: (words) => {
        const editor = view.current
        if (!editor) return
        editor.dispatch(editor.state.replaceSelection(words))
        editor.focus()
      },
      replace: (other) => {
        const editor = view.current
        if (!editor || editor.state.doc.toString() === other) return
        editor.dispatch({
          changes: { from: 0, to: editor.state.doc.length, insert: other },
          annotations: Transaction.remote.of(true),
        })
      },
    }),
    [],
  )

  useEffect(() => {
    const editor = view.current
    if (!editor) return
    const { doc } = editor.state
    const diagnostics = faults
      .filter(({ line }) => line >= 1 && line <= doc.lines)
      .map(({ line, message }) => {
        const { from, to } = doc.line(line)
        return { from, to, severity: 'error' as const, message }
      })
      .sort((a, b) => a.from - b.from)
    editor.dispatch(setDiagnostics(editor.state, diagnostics))
  }, [faults])

  useEffect(() => {
    view.current?.dispatch({ effects: looks.current.reconfigure(look) })
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editorSize, editorWrap])

  return <div className="editor" ref={host} />
}
