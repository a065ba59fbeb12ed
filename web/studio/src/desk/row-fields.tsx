/** The rows of an exercise that is answered as a whole: pairs, steps, events, links. */
import { useRef } from 'react'
import type { Fields, Row } from '../api/desk'
import { useTranslate, type Key } from '../i18n'
import { rowsOf, type Column } from './kinds'
import { Words } from './words'

type Props = { names: readonly Column[]; fields: Fields; onChange: (fields: Fields) => void }

export function RowFields({ names, fields, onChange }: Props) {
  const t = useTranslate()
  const list = useRef<HTMLOListElement>(null)
  const { rows, set, append, up, drop } = rowsAtHand({ names, fields, onChange })
  const add = () => {
    append()
    requestAnimationFrame(() => focusRow(list.current, rows.length))
  }
  return (
    <>
      <ol className="desk-rows" role="list" ref={list} data-columns={names.length}>
        {rows.map((row, at) => (
          <li key={at}>
            {names.map((name, column) => (
              <Words
                key={name}
                label={t('desk.field.row', { field: t(labelOf(name)), number: at + 1 })}
                value={row[name] ?? ''}
                onChange={(words) => set(at, name, words)}
                onEnter={at === rows.length - 1 && column === names.length - 1 ? add : undefined}
              />
            ))}
            <RowButtons number={at + 1} onUp={() => up(at)} onDrop={() => drop(at)} />
          </li>
        ))}
      </ol>
      <button type="button" className="desk-link" onClick={add}>
        + {t('desk.row.add')}
      </button>
    </>
  )
}

/** The rows of the exercise and the changes to them. */
function rowsAtHand({ names, fields, onChange }: Props) {
  const rows = rowsOf(fields)
  const save = (next: Row[]) => onChange({ rows: next })
  const set = (at: number, name: string, words: string) =>
    save(rows.map((row, index) => (index === at ? { ...row, [name]: words } : row)))
  const append = () =>
    save([...rows, { ...Object.fromEntries(names.map((name) => [name, ''])), evidence: [] }])
  const up = (at: number) => {
    const row = rows[at]
    if (row && at > 0) save(rows.toSpliced(at, 1).toSpliced(at - 1, 0, row))
  }
  const drop = (at: number) => save(rows.toSpliced(at, 1))
  return { rows, set, append, up, drop }
}

type ButtonsProps = { number: number; onUp: () => void; onDrop: () => void }

function RowButtons({ number, onUp, onDrop }: ButtonsProps) {
  const t = useTranslate()
  return (
    <span className="desk-row-buttons">
      <button
        type="button"
        className="desk-mini"
        aria-label={t('desk.row.up', { number })}
        aria-disabled={number === 1}
        onClick={onUp}
      >
        ↑
      </button>
      <button
        type="button"
        className="desk-mini"
        aria-label={t('desk.row.drop', { number })}
        onClick={onDrop}
      >
        ✕
      </button>
    </span>
  )
}

const labelOf = (name: Column): Key => `desk.field.${name}`

const focusRow = (list: HTMLElement | null, at: number): void =>
  list?.querySelectorAll('li')[at]?.querySelector('textarea')?.focus()
