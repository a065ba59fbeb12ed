/** One item as a card: in short, or open with all of its fields. */
import { memo, type DragEvent, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { Desk, Item } from '../api/desk'
import type { Example } from '../api/examples'
import type { ExerciseUse } from '../api/usage'
import { useTranslate } from '../i18n'
import { EvidenceNote } from './evidence-note'
import { ItemFields } from './item-fields'
import { ItemMore } from './item-more'
import { isKindName, kindsFor } from './kinds'
import type { Picking } from './picking'
import { isUnread } from './places'
import { Summary } from './summary'
import { supportOf } from './support'
import { ToldFaults } from './told-faults'
import type { Acts } from './use-acts'
import { cardId, type PlaceAtHand } from './use-place'
import { UseNote } from './use-note'

export type CardProps = {
  example: Example
  desk: Desk
  item: Item
  number: number
  count: number
  place: PlaceAtHand
  acts: Acts
  drag: { onDragStart: (event: DragEvent) => void; onDragEnd: () => void }
  onPick: (picking: Picking) => void
  /** How learners fared with it, where that is known. */
  use: ExerciseUse | undefined
  /** What is offered beside this item. */
  offers: ReactNode
}

/** Drawn anew only when there is something new to be seen: a part may have hundreds of them. */
export const Card = memo(DrawnCard, (before, after) => {
  const [was, is] = [before, after].map(lookOf)
  return was !== undefined && is !== undefined && was.every((value, at) => value === is[at])
})

/** What a closed card shows; nothing for an open one, which is drawn with all that changes. */
function lookOf({ item, number, count, use, place, desk }: CardProps): unknown[] | undefined {
  const here = place.item === item.key
  return here && place.open ? undefined : [item, number, count, use, here, desk.source]
}

function DrawnCard(props: CardProps) {
  const { item, number, count, place, drag } = props
  const t = useTranslate()
  const here = place.item === item.key
  const open = here && place.open
  const kind = t(`desk.kind.${item.kind}`)
  return (
    <article
      id={cardId(item.key)}
      className="desk-card"
      tabIndex={here ? 0 : -1}
      data-here={here}
      data-open={open}
      aria-label={t('desk.card', { kind, number, count })}
      onClick={(event) => !open && isPlain(event.target) && place.goTo(item.key, true)}
    >
      <span className="desk-handle" draggable title={t('desk.drag')} aria-hidden="true" {...drag}>
        ⠿
      </span>
      <div className="desk-body">
        <CardHead {...props} open={open} kind={kind} />
        {props.use && <UseNote use={props.use} />}
        {open ? <OpenCard {...props} /> : <Summary item={item} />}
        <Faults example={props.example} item={item} />
      </div>
    </article>
  )
}

/** Whether a press on it means the card and not something in it. */
const isPlain = (target: EventTarget): boolean =>
  target instanceof Element && !target.closest('button, a, textarea, select, input, q, summary')

type HeadProps = CardProps & { open: boolean; kind: string }

/** The line above an item: its kind, how its source supports it, and what can be done with it. */
function CardHead(props: HeadProps) {
  const { desk, item, open, kind } = props
  const t = useTranslate()
  const [support, sign] = supportOf(item)
  return (
    <div className="desk-card-head">
      {open && !isUnread(item) ? (
        <KindChoice {...props} />
      ) : (
        <span className="desk-kind">{kind}</span>
      )}
      {!open && desk.source && (
        <span className="desk-support small" data-support={support}>
          {sign} {t(`desk.support.${support}`)}
        </span>
      )}
      <CardActs {...props} />
    </div>
  )
}

/** The kind of an open item, to be changed to another that fits. */
function KindChoice({ item, acts }: Pick<CardProps, 'item' | 'acts'>) {
  const t = useTranslate()
  return (
    <select
      className="desk-kind"
      aria-label={t('desk.kind')}
      value={item.kind}
      onChange={(event) =>
        isKindName(event.target.value) && acts.changeKind(item.key, event.target.value)
      }
    >
      {kindsFor(item.kind).map((name) => (
        <option key={name} value={name}>
          {t(`desk.kind.${name}`)}
        </option>
      ))}
    </select>
  )
}

/** The buttons that move, double, drop and open an item. */
function CardActs({ item, acts, place, open }: HeadProps) {
  const t = useTranslate()
  const { key } = item
  return (
    <span className="desk-acts">
      <Mini label={t('desk.up')} sign="↑" onPress={() => acts.shift(key, -1)} />
      <Mini label={t('desk.down')} sign="↓" onPress={() => acts.shift(key, 1)} />
      <Mini label={t('desk.duplicate')} sign="⧉" onPress={() => acts.duplicate(key)} />
      <Mini label={t('desk.drop')} sign="✕" onPress={() => acts.drop(key)} />
      {!open && <Mini label={t('desk.edit')} sign="✎" onPress={() => place.goTo(key, true)} />}
    </span>
  )
}

type MiniProps = { label: string; sign: string; onPress: () => void }

export const Mini = ({ label, sign, onPress }: MiniProps) => (
  <button type="button" className="desk-mini" aria-label={label} title={label} onClick={onPress}>
    {sign}
  </button>
)

function OpenCard({ example, desk, item, acts, place, onPick, offers }: CardProps) {
  const t = useTranslate()
  const { key } = item
  if (isUnread(item)) return <Summary item={item} />
  return (
    <>
      <ItemFields item={item} onChange={(fields) => acts.change(key, fields)} />
      <ItemMore
        key={key}
        {...{ example, item, acts }}
        onPicture={desk.source ? () => onPick({ what: 'picture', item: key }) : null}
      />
      <EvidenceNote
        example={example}
        desk={desk}
        of={item}
        onPick={() => onPick({ what: 'evidence', item: key })}
        onRelease={() => acts.changeMore(key, { evidence: [] })}
      />
      {offers}
      <button type="button" className="button small desk-done" onClick={place.close}>
        {t('desk.done')}
      </button>
    </>
  )
}

function Faults({ example, item }: { example: Example; item: Item }) {
  const t = useTranslate()
  const unread = isUnread(item)
  return (
    <ToldFaults
      faults={item.faults}
      first={unread && <li>{t('desk.fault.unread')}</li>}
      next={unread && <Link href={`/examples/${example.id}/advanced`}>{t('desk.fault.text')}</Link>}
    />
  )
}
