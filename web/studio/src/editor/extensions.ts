/** What every editor of the studio can do. */
import type { RefObject } from 'react'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState, Transaction, type Extension } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { caretInSight } from './caret'
import { colours } from './code-mirror-theme'
import { GERMAN } from './phrases'

type Told = {
  onChange: (text: string) => void
  onLine?: (line: number) => void
  onSave: () => void
}
type About = { label: string; spoken: string; latest: RefObject<Told> }

/** `latest` is who is told of changes, as of the moment of the change. */
export function extensionsFor({ label, spoken, latest }: About, more: Extension): Extension {
  return [
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
    more,
    // A tab stop by name: it is what scrolls, and not every tool counts editable text as one.
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    keys(latest),
    telling(latest),
  ]
}

const keys = (latest: RefObject<Told>): Extension =>
  keymap.of([
    { key: 'Mod-s', preventDefault: true, run: () => (latest.current.onSave(), true) },
    // Tab indents only after Escape has not been pressed: CodeMirror's own way out for keyboards.
    indentWithTab,
    ...historyKeymap,
    ...searchKeymap,
    ...lintKeymap,
    ...defaultKeymap,
  ])

const telling = (latest: RefObject<Told>): Extension =>
  EditorView.updateListener.of(({ state, docChanged, selectionSet, transactions }) => {
    if (docChanged && !transactions.every(fromOutside))
      latest.current.onChange(state.doc.toString())
    if (docChanged || selectionSet)
      latest.current.onLine?.(state.doc.lineAt(state.selection.main.head).number)
  })

/** A change that the page made, not the person. */
const fromOutside = (transaction: Transaction): boolean =>
  transaction.annotation(Transaction.remote) === true
