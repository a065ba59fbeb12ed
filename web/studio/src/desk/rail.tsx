/** The parts of an app at the side of the desk: where one is, what is to be mended, and a place to drop items on. */
import { useState, type DragEvent } from 'react'
import type { Desk, Part } from '../api/desk'
import { useTranslate } from '../i18n'
import type { Acts } from './use-acts'
import type { PlaceAtHand } from './use-place'

type Props = { desk: Desk; place: PlaceAtHand; acts: Acts; dragging: string }

export function Rail({ desk, place, acts, dragging }: Props) {
  const t = useTranslate()
  const [over, setOver] = useState('')
  const dropping = (part: Part) => ({
    onDragOver: (event: DragEvent) => {
      if (!dragging) return
      event.preventDefault()
      setOver(part.key)
    },
    onDragLeave: () => setOver(''),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver('')
      if (dragging) acts.moveTo(dragging, part.key, null)
    },
  })
  return (
    <nav className="desk-rail" aria-label={t('desk.parts')}>
      <p className="desk-kind" aria-hidden="true">
        {t('desk.parts')}
      </p>
      <ol role="list">
        <li>
          <button
            type="button"
            aria-current={place.part === '' ? 'true' : undefined}
            onClick={() => place.goToPart('')}
          >
            <span>{t('desk.goals')}</span> <small>{desk.goals.length}</small>
          </button>
        </li>
        {desk.parts.map((part, at) => (
          <li key={part.key} data-over={over === part.key && dragging !== ''} {...dropping(part)}>
            <button
              type="button"
              aria-current={place.part === part.key ? 'true' : undefined}
              onClick={() => place.goToPart(part.key)}
            >
              <span dir="auto">
                {at + 1} {part.title || '…'}
              </span>{' '}
              <small>{part.items.length}</small>
              {isFaulty(part) && (
                <span className="fault-dot" role="img" aria-label={t('desk.part.faulty')} />
              )}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="desk-link" onClick={acts.addPart}>
        + {t('desk.part.add')}
      </button>
    </nav>
  )
}

const isFaulty = ({ items, faults }: Part): boolean =>
  faults.length > 0 || items.some((item) => item.faults.length > 0)
