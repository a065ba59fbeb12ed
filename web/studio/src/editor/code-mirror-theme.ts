/** The looks of the editors, in the studio's own colours. */
import { HighlightStyle } from '@codemirror/language'
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

export const theme = (size: number) =>
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
    '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '-3px' },
    '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--text)' },
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
