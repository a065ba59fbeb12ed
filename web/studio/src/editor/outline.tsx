/** The outline of the spec beside its editor: follows the cursor and leads to every part. */
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Fault } from '../api/client'
import { useTranslate } from '../i18n'
import { entryAt, type Entry } from './spec-outline'

type Props = {
  entries: readonly Entry[]
  line: number
  faults: readonly Fault[]
  onGo: (entry: Entry) => void
}

export function Outline({ entries, line, faults, onGo }: Props) {
  const t = useTranslate()
  const list = useRef<HTMLOListElement>(null)
  const current = entryAt(entries, line)
  const faulty = new Set(faults.map((fault) => entryAt(entries, fault.line)))

  useEffect(() => {
    list.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])

  return (
    <nav
      className="outline"
      aria-label={t('edit.outline')}
      onKeyDown={(event) => moveByArrow(event, list.current)}
    >
      {entries.length === 0 && <p className="small soft">{t('edit.outline.empty')}</p>}
      <ol role="list" ref={list}>
        {entries.map((entry, index) => (
          <li key={index} data-level={entry.level}>
            <button
              type="button"
              aria-current={index === current ? 'true' : undefined}
              onClick={() => onGo(entry)}
            >
              {entry.level === 3 && <span className="kind">{entry.kind}</span>}
              <span className="name">{entry.title || entry.kind}</span>
              {faulty.has(index) && (
                <span className="fault-dot" role="img" aria-label={t('edit.faulty')} />
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function moveByArrow(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const buttons = [...(list?.querySelectorAll('button') ?? [])]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus()
}
