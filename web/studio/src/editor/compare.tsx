/** Two versions of a text side by side, with what differs marked and the rest folded. */
import { useEffect, useRef } from 'react'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { MergeView } from '@codemirror/merge'
import { useTranslate } from '../i18n'

export default function Compare({ before, after }: { before: string; after: string }) {
  const t = useTranslate()
  const host = useRef<HTMLDivElement>(null)
  const label = t('history.compare')
  useEffect(() => {
    if (!host.current) return
    const side = (doc: string) => ({
      doc,
      extensions: [
        EditorState.readOnly.of(true),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.theme({
          '&': { backgroundColor: 'var(--raised)', color: 'var(--text)', fontSize: '13px' },
          '.cm-content': { fontFamily: 'var(--mono)' },
          '.cm-changedLine': {
            backgroundColor: 'color-mix(in srgb, var(--warn) 12%, transparent) !important',
          },
          '.cm-changedText': {
            background: 'color-mix(in srgb, var(--warn) 30%, transparent) !important',
          },
          '.cm-collapsedLines': { background: 'var(--sunken)', color: 'var(--text-soft)' },
        }),
      ],
    })
    const view = new MergeView({
      a: side(before),
      b: side(after),
      parent: host.current,
      collapseUnchanged: { margin: 3, minSize: 6 },
    })
    return () => view.destroy()
  }, [before, after, label])
  return <div className="compare" ref={host} role="region" aria-label={label} />
}
