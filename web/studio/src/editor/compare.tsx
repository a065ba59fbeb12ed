/** Two versions of a text side by side (one above the other where it is narrow), with what differs
 * marked and the rest folded.
 */
import { useEffect, useRef } from 'react'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { useTranslate } from '../i18n'
import './compare.css'

const NARROW = '(max-width: 48rem)'
const FOLD = { margin: 3, minSize: 6 }

type Names = readonly [string, string]
type Props = { before: string; after: string; names: Names }

export default function Compare({ before, after, names }: Props) {
  const t = useTranslate()
  const host = useRef<HTMLDivElement>(null)
  const [left, right] = names
  useEffect(() => {
    if (!host.current) return
    const view = viewOf(host.current, before, after, [left, right])
    return () => view.destroy()
  }, [before, after, left, right])
  return (
    <div className="stack">
      <div className="compare-names small soft">
        <span>{left}</span>
        <span>{right}</span>
      </div>
      {before === after ? (
        <p className="soft">{t('history.same')}</p>
      ) : (
        <div className="compare" ref={host} role="group" aria-label={t('history.compare')} />
      )}
    </div>
  )
}

/** One above the other where it is narrow, else side by side. */
function viewOf(parent: HTMLElement, before: string, after: string, [left, right]: Names) {
  if (!window.matchMedia(NARROW).matches)
    return new MergeView({
      a: { doc: before, extensions: looks(left) },
      b: { doc: after, extensions: looks(right) },
      parent,
      collapseUnchanged: FOLD,
    })
  const unified = { original: before, mergeControls: false, collapseUnchanged: FOLD }
  return new EditorView({
    doc: after,
    parent,
    extensions: [looks(`${left} / ${right}`), unifiedMergeView(unified)],
  })
}

const looks = (label: string): Extension => [
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  EditorView.theme({
    '&': { backgroundColor: 'var(--raised)', color: 'var(--text)', fontSize: '13px' },
    '.cm-content': { fontFamily: 'var(--mono)' },
    '.cm-changedLine, .cm-insertedLine': {
      backgroundColor: 'color-mix(in srgb, var(--good) 12%, transparent) !important',
    },
    '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': {
      backgroundColor: 'color-mix(in srgb, var(--bad) 12%, transparent) !important',
    },
    '.cm-changedText': {
      background: 'color-mix(in srgb, var(--good) 30%, transparent) !important',
    },
    '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
      background: 'color-mix(in srgb, var(--bad) 28%, transparent) !important',
    },
    '.cm-collapsedLines': {
      background: 'var(--sunken)',
      color: 'var(--text-soft)',
      paddingBlock: '6px',
      // The signs that stand here by default are missing in many fonts.
      '&:before, &:after': { content: '"⋯"', marginInline: '6px' },
    },
    '.cm-gutters, .cm-changeGutter': { backgroundColor: 'transparent', border: 0 },
  }),
]
