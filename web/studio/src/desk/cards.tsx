/** The items of a part, one under the other, to be dragged into another order. */
import { useState, type DragEvent, type ReactNode } from 'react'
import type { Desk, Item, Part } from '../api/desk'
import type { Example } from '../api/examples'
import type { ExerciseUse } from '../api/usage'
import { useTranslate } from '../i18n'
import { Card } from './card'
import type { Picking } from './picking'
import { keyAfter } from './places'
import type { Acts } from './use-acts'
import type { PlaceAtHand } from './use-place'

type Props = {
  example: Example
  desk: Desk
  part: Part
  place: PlaceAtHand
  acts: Acts
  dragging: string
  setDragging: (item: string) => void
  onPick: (picking: Picking) => void
  useOf: (item: string) => ExerciseUse | undefined
  offers: (item: Item) => ReactNode
}

export function Cards(props: Props) {
  const { part, place, acts, dragging, onPick } = props
  const t = useTranslate()
  const { before, over, drop, drag } = useDragging(props)
  if (part.items.length === 0) return <p className="soft">{t('desk.questions.none')}</p>
  return (
    <ol
      role="list"
      className="desk-cards"
      aria-label={t('desk.questions', { title: part.title })}
      onDrop={drop}
    >
      {part.items.map((item, at) => (
        <li
          key={item.key}
          data-before={dragging !== '' && before === item.key}
          data-behind={dragging !== '' && before === null && at === part.items.length - 1}
          onDragOver={(event) => over(event, item.key)}
        >
          <Card
            {...{ example: props.example, desk: props.desk, item, place, acts }}
            number={at + 1}
            count={part.items.length}
            drag={drag(item.key)}
            onPick={onPick}
            use={props.useOf(item.key)}
            offers={props.offers(item)}
          />
        </li>
      ))}
    </ol>
  )
}

/** Where the dragged item would come to lie (before an item, or last: null), and what follows the pointer. */
function useDragging({ part, acts, dragging, setDragging }: Props) {
  const [before, setBefore] = useState<string | null | undefined>(undefined)
  const over = (event: DragEvent, key: string) => {
    if (!dragging) return
    event.preventDefault()
    const { top, height } = event.currentTarget.getBoundingClientRect()
    setBefore(event.clientY < top + height / 2 ? key : keyAfter(part.items, key))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (dragging && before !== undefined) acts.moveTo(dragging, part.key, before)
    end()
  }
  const end = () => {
    setDragging('')
    setBefore(undefined)
  }
  const drag = (key: string) => ({
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', key)
      setDragging(key)
    },
    onDragEnd: end,
  })
  return { before, over, drop, drag }
}
