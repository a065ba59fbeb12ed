/** A CodeMirror editor as a React field: one document, kept history, marks for faults. */
import { useEffect, useRef } from 'react'
import {
  defaultKeymap,
  history,
  historyField,
  historyKeymap,
  indentWithTab,
} from '@codemirror/commands'
import {
  defaultHighlightStyle,
  syntaxHighlighting,
  bracketMatching,
  HighlightStyle,
} from '@codemirror/language'
import { search, searchKeymap } from '@codemirror/search'
import {
  Compartment,
  EditorState,
  StateEffect,
  StateField,
  Transaction,
  type Extension,
} from '@codemirror/state'
import {
  Decoration,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  type DecorationSet,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { usePreferences } from '../settings/preferences'

type Props = {
  label: string
  value: string
  language: Extension
  faultyLines?: number[]
  /** Under this key the undo history outlives a reload. */
  historyKey: string
  onChange: (value: string) => void
  onSave: () => void
}

const colours = HighlightStyle.define([
  {
    tag: [tags.heading, tags.tagName, tags.keyword],
    color: 'var(--accent-strong)',
    fontWeight: '650',
  },
  { tag: [tags.string, tags.link, tags.url, tags.attributeValue], color: 'var(--good)' },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], color: 'var(--text-soft)' },
  { tag: [tags.number, tags.bool, tags.attributeName], color: 'var(--warn)' },
  { tag: [tags.strong], fontWeight: '700' },
  { tag: [tags.emphasis], fontStyle: 'italic' },
])

const theme = (size: number) =>
  EditorView.theme({
    '&': { fontSize: `${size}px`, backgroundColor: 'var(--raised)', color: 'var(--text)' },
    '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--text)', paddingBlock: '12px' },
    '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--text-soft)', border: 'none' },
    '.cm-activeLine, .cm-activeLineGutter': {
      backgroundColor: 'color-mix(in srgb, var(--accent) 8%, transparent)',
    },
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'var(--accent-ground) !important',
    },
    '.cm-cursor': { borderLeftColor: 'var(--text)' },
    '.cm-faulty': { backgroundColor: 'var(--bad-ground)', boxShadow: 'inset 3px 0 var(--bad)' },
    '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '-3px' },
    '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--text)' },
  })

const showFaults = StateEffect.define<number[]>()
const faults = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let result = marks.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (!effect.is(showFaults)) continue
      const lines = [...new Set(effect.value)].filter(
        (line) => line >= 1 && line <= transaction.state.doc.lines,
      )
      result = Decoration.set(
        lines
          .sort((a, b) => a - b)
          .map((line) =>
            Decoration.line({ class: 'cm-faulty' }).range(transaction.state.doc.line(line).from),
          ),
      )
    }
    return result
  },
  provide: (field) => EditorView.decorations.from(field),
})

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

export function CodeMirror({
  label,
  value,
  language,
  faultyLines = [],
  historyKey,
  onChange,
  onSave,
}: Props) {
  const { editorSize, editorWrap } = usePreferences()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const handlers = useRef({ onChange, onSave })
  const looks = useRef(new Compartment())
  const first = useRef(value)
  handlers.current = { onChange, onSave }
  const look: Extension = [theme(editorSize), editorWrap ? EditorView.lineWrapping : []]

  useEffect(() => {
    if (!host.current) return
    const extensions: Extension = [
      lineNumbers(),
      history(),
      bracketMatching(),
      highlightActiveLine(),
      search({ top: true }),
      syntaxHighlighting(colours),
      syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
      language,
      faults,
      looks.current.of(look),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      keymap.of([
        { key: 'Mod-s', preventDefault: true, run: () => (handlers.current.onSave(), true) },
        // Tab indents only after Escape has not been pressed: CodeMirror's own way out for keyboards.
        indentWithTab,
        ...historyKeymap,
        ...searchKeymap,
        ...defaultKeymap,
      ]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !update.transactions.every(fromOutside))
          handlers.current.onChange(update.state.doc.toString())
      }),
    ]
    const stored = storedHistory(historyKey, first.current)
    const state = stored
      ? EditorState.fromJSON(stored, { extensions }, { history: historyField })
      : EditorState.create({ doc: first.current, extensions })
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
    // The editor lives as long as its key; what changes later goes in by effects below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [historyKey])

  useEffect(() => {
    const editor = view.current
    if (editor && editor.state.doc.toString() !== value) {
      editor.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: value },
        annotations: Transaction.remote.of(true),
      })
    }
  }, [value])

  const marked = faultyLines.join()
  useEffect(() => {
    view.current?.dispatch({ effects: showFaults.of(marked ? marked.split(',').map(Number) : []) })
  }, [marked])

  useEffect(() => {
    view.current?.dispatch({ effects: looks.current.reconfigure(look) })
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editorSize, editorWrap])

  return <div className="editor" ref={host} />
}
