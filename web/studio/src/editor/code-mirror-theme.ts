/** The looks of the editors, in the studio's own colours. */
import { HighlightStyle } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

export const colours = HighlightStyle.define([
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

/** The editor's looks with letters of this size, in pixels. */
export const theme = (size: number): Extension => [
  EditorView.theme({ '&': { fontSize: `${size}px` } }),
  LOOKS,
]

const LOOKS = EditorView.theme({
  '&': { backgroundColor: 'var(--raised)', color: 'var(--text)' },
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--text)', paddingBlock: '12px' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--text-soft)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 8%, transparent)',
  },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-ground) !important',
  },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '-3px' },
  '.cm-panels': {
    backgroundColor: 'var(--sunken)',
    color: 'var(--text)',
    borderColor: 'var(--line)',
  },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 10px',
    padding: '8px 36px 8px 10px',
    fontFamily: 'system-ui, sans-serif',
  },
  '.cm-panel.cm-search br': { flexBasis: '100%', blockSize: '0' },
  '.cm-panel.cm-search label': {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: '0.9em',
  },
  '.cm-panel.cm-search .cm-textfield': {
    margin: '0',
    minBlockSize: '32px',
    padding: '2px 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: '8px',
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    fontSize: '1em',
  },
  '.cm-panel.cm-search .cm-button': {
    margin: '0',
    minBlockSize: '32px',
    padding: '2px 10px',
    border: '1px solid var(--line-strong)',
    borderRadius: '999px',
    backgroundColor: 'var(--raised)',
    backgroundImage: 'none',
    color: 'var(--text)',
    fontSize: '0.9em',
    cursor: 'pointer',
  },
  '.cm-panel.cm-search [name=close]': {
    minInlineSize: '32px',
    minBlockSize: '32px',
    color: 'var(--text)',
    fontSize: '1.4em',
    cursor: 'pointer',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-ground)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch.cm-searchMatch-selected': { backgroundColor: 'var(--accent-ground)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    backgroundColor: 'var(--bad-ground)',
    textDecoration: 'underline wavy var(--bad)',
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    border: '1px solid var(--line-strong)',
    borderRadius: '8px',
    boxShadow: 'var(--shadow)',
    maxInlineSize: 'min(34rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-diagnostic-error': { borderInlineStart: '4px solid var(--bad)' },
  '.cm-evidence': {
    color: 'var(--accent)',
    textDecoration: 'underline dotted',
    textUnderlineOffset: '3px',
  },
})
