/** The kinds of items as the desk edits them: their fields, and what of one fits another. */
import type { Fields, Item, Kind, Row } from '../api/desk'

export const KIND_NAMES: readonly Kind[] = [
  'choice',
  'cloze',
  'flashcards',
  'terms',
  'recall',
  'matching',
  'sorting',
  'ordering',
  'timeline',
  'cause_effect',
  'concept_map',
]

/** What a row says beside where it comes from. */
export type Column = Exclude<keyof Row, 'evidence' | 'support'>

/** Of the kinds that are one exercise with several rows: what a row says, in the order it is read. */
export const ROW_FIELDS: Partial<Record<Kind, readonly Column[]>> = {
  matching: ['left', 'right'],
  sorting: ['left', 'right'],
  cause_effect: ['left', 'right'],
  ordering: ['text'],
  timeline: ['when', 'text'],
  concept_map: ['start', 'label', 'end'],
}

/** Of the other kinds: the field that asks and the one that answers. */
export const ASKING: Partial<Record<Kind, readonly [asks: string, answers: string]>> = {
  choice: ['question', 'answer'],
  flashcards: ['front', 'back'],
  recall: ['front', 'back'],
  terms: ['term', 'definition'],
}

export const isKindName = (name: string): name is Kind => KIND_NAMES.some((kind) => kind === name)

/** What an item of this kind can become: of several rows as many items are made only by hand. */
export const kindsFor = (kind: Kind): Kind[] =>
  KIND_NAMES.filter((other) => !(kind in ROW_FIELDS) || other in ROW_FIELDS)

export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name as keyof Fields]
  return typeof value === 'string' ? value : ''
}

export const listOf = (fields: Fields, name: string): string[] => {
  const value = fields[name as keyof Fields]
  return Array.isArray(value) ? (value as string[]) : []
}

export const rowsOf = (fields: Fields): Row[] => fields.rows ?? []

const ROWS_NEEDED = 3

/** The fields of a new item of this kind, empty where nothing is known. */
export function emptyFields(kind: Kind): Fields {
  const row = ROW_FIELDS[kind]
  if (row) {
    const empty = Object.fromEntries(row.map((name) => [name, '']))
    return { rows: Array.from({ length: ROWS_NEEDED }, () => empty) }
  }
  if (kind === 'cloze') return { before: '', answer: '', after: '', accept: [] }
  if (kind === 'choice') return { question: '', answer: '', distractors: ['', ''] }
  const [asks, answers] = ASKING[kind] ?? ['front', 'back']
  return { [asks]: '', [answers]: '' }
}

/** What of an item fits another kind, until the server has said it. */
export function fieldsAs(item: Item, kind: Kind): Fields {
  const empty = emptyFields(kind)
  const from = ROW_FIELDS[item.kind]
  const to = ROW_FIELDS[kind]
  if (from && to) {
    const rows = rowsOf(item.fields).map((row) => ({
      ...Object.fromEntries(to.map((name, at) => [name, row[from[at] ?? 'text'] ?? ''])),
      evidence: row.evidence,
      support: row.support,
    }))
    return { rows }
  }
  const [asked, answered] = ASKING[item.kind] ?? ['before', 'answer']
  const [asks, answers] = ASKING[kind] ?? ['before', 'answer']
  if (from || to) return empty
  return {
    ...empty,
    [asks]: textOf(item.fields, asked),
    [answers]: textOf(item.fields, answered),
  }
}
