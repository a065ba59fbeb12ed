/** An item in short: what it asks, and what is right and wrong for it. */
import type { Item } from '../api/desk'
import { ASKING, type Column, listOf, ROW_FIELDS, rowsOf, textOf } from './kinds'
import { isUnread } from './places'

const ROWS_SHOWN = 4

export function Summary({ item }: { item: Item }) {
  const { kind, fields } = item
  if (isUnread(item)) return <pre className="desk-unread">{item.text}</pre>
  if (kind === 'cloze') return <Gap item={item} />
  const rows = ROW_FIELDS[kind]
  if (rows) return <Rows item={item} names={rows} />
  const [asks, answers] = ASKING[kind] ?? ['front', 'back']
  return (
    <>
      <p className="asks" dir="auto">
        {textOf(fields, asks) || '…'}
      </p>
      <p className="soft" dir="auto">
        {kind === 'choice' ? <Answers item={item} /> : textOf(fields, answers) || '…'}
      </p>
    </>
  )
}

function Gap({ item: { fields } }: { item: Item }) {
  return (
    <p className="asks" dir="auto">
      {textOf(fields, 'before')} <mark>{textOf(fields, 'answer') || '…'}</mark>{' '}
      {textOf(fields, 'after')}
    </p>
  )
}

function Answers({ item: { fields } }: { item: Item }) {
  return (
    <>
      <span className="right">◉ {textOf(fields, 'answer') || '…'}</span>
      {listOf(fields, 'distractors').map((wrong, at) => (
        <span key={at}> · ○ {wrong || '…'}</span>
      ))}
    </>
  )
}

function Rows({ item, names }: { item: Item; names: readonly Column[] }) {
  const rows = rowsOf(item.fields)
  return (
    <>
      <p className="asks" dir="auto">
        {item.title}
      </p>
      <ol className="desk-lines soft" dir="auto">
        {rows.slice(0, ROWS_SHOWN).map((row, at) => (
          <li key={at}>
            {names.map((name) => row[name] || '…').join(names.length > 1 ? ' – ' : '')}
          </li>
        ))}
        {rows.length > ROWS_SHOWN && <li>…</li>}
      </ol>
    </>
  )
}
