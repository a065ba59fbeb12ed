/** What the rest of the page may do with an editor. */
import { Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

export type EditorHandle = {
  /** Put the cursor at the start of a line (from 1), show it, and give the editor the focus. */
  goTo: (line: number) => void
  /** Put text in the place of what is selected. */
  insert: (text: string) => void
  /** Put another text in the place of this one; undo brings this one back. */
  replace: (text: string) => void
}

/** `view` gives the editor, or null while there is none: then nothing happens. */
export function handleOf(view: () => EditorView | null): EditorHandle {
  return {
    goTo: (line) => {
      const editor = view()
      if (!editor) return
      const { from } = editor.state.doc.line(Math.min(Math.max(line, 1), editor.state.doc.lines))
      editor.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 40 }),
      })
      editor.focus()
    },
    insert: (words) => {
      const editor = view()
      if (!editor) return
      editor.dispatch(editor.state.replaceSelection(words))
      editor.focus()
    },
    replace: (other) => {
      const editor = view()
      if (!editor || editor.state.doc.toString() === other) return
      editor.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: other },
        annotations: Transaction.remote.of(true),
      })
    },
  }
}
