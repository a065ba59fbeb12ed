/** The undo history of an editor, kept over a reload of the page. */
import { historyField } from '@codemirror/commands'
import { EditorState, type Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** The editor's state, with the history that was kept for this text if there is one. */
export function stateWithHistory(key: string, text: string, extensions: Extension): EditorState {
  const stored = storedHistory(key, text)
  return stored
    ? EditorState.fromJSON(stored, { extensions }, { history: historyField })
    : EditorState.create({ doc: text, extensions })
}

/** Keep the history when the page is left, and when the function that this gives is called. */
export function keepHistory(key: string, editor: EditorView): () => void {
  const keep = () => {
    try {
      const state: unknown = editor.state.toJSON({ history: historyField })
      sessionStorage.setItem(key, JSON.stringify(state))
    } catch {
      // Too large for this browser's store: undo then ends at the reload.
    }
  }
  window.addEventListener('pagehide', keep)
  return () => {
    keep()
    window.removeEventListener('pagehide', keep)
  }
}

function storedHistory(key: string, text: string): unknown {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key) ?? 'null') as { doc?: string } | null
    return stored?.doc === text ? stored : null
  } catch {
    return null
  }
}
