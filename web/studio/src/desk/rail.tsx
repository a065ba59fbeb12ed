/** The parts of an app at the side of the desk: where one is, what is to be mended, and a place to drop items on. */
import { useState, type DragEvent } from 'react'
import type { Desk, Part } from '../api/desk'
import { useTranslate } from '../i18n'
import type { Acts } from './use-acts'
import type { PlaceAtHand } from './use-place'

type Props = { desk: Desk; place: PlaceAtHand; acts: Acts; dragging: string }

export function Rail({ desk, place, acts, dragging }: Props) {
  const t = useTranslate()
  const { over, dropping } = useDropping(acts, dragging)
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
            <span>{t('desk.overview')}</span>
          </button>
        </li>
        {desk.parts.map((part, at) => (
          <li key={part.key} data-over={over === part.key && dragging !== ''} {...dropping(part)}>
            <PartButton part={part} number={at + 1} place={place} />
          </li>
        ))}
      </ol>
      <button type="button" className="desk-link" onClick={acts.addPart}>
        + {t('desk.part.add')}
      </button>
    </nav>
  )
}

/** The part a dragged item is held over, and what makes a part a place to drop it on. */
function useDropping(acts: Acts, dragging: string) {
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
  return { over, dropping }
}

type ButtonProps = { part: Part; number: number; place: PlaceAtHand }

/** The way to a part: its number, its title, how many items it has and whether one is to be mended. */
function PartButton({ part, number, place }: ButtonProps) {
  const t = useTranslate()
  return (
    <button
      type="button"
      aria-current={place.part === part.key ? 'true' : undefined}
      onClick={() => place.goToPart(part.key)}
    >
      <span dir="auto">
        {number} {part.title || '…'}
      </span>{' '}
      <small>{part.items.length}</small>
      {isFaulty(part) && (
        <span className="fault-dot" role="img" aria-label={t('desk.part.faulty')} />
      )}
    </button>
  )
}

const isFaulty = ({ items, faults }: Part): boolean =>
  faults.length > 0 || items.some((item) => item.faults.length > 0)
