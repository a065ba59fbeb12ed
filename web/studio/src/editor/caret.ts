/** The line that is being written stays in sight when the editor gets lower, as faults come to stand below it. */
import { ViewPlugin, EditorView } from '@codemirror/view'

export const caretInSight = ViewPlugin.define((view) => {
  let height = view.dom.clientHeight
  const watch = new ResizeObserver(() => {
    const before = height
    height = view.dom.clientHeight
    if (height >= before || !view.hasFocus) return
    const { head } = view.state.selection.main
    const caret = view.coordsAtPos(head)
    const { top } = view.scrollDOM.getBoundingClientRect()
    // A person who has scrolled away from it stays where they are.
    if (caret && caret.top >= top && caret.bottom <= top + before)
      view.dispatch({ effects: EditorView.scrollIntoView(head, { yMargin: 24 }) })
  })
  watch.observe(view.dom)
  return { destroy: () => watch.disconnect() }
})
