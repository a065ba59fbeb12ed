/** The middle of the desk: the part in work with its questions, else what the app begins with. */
import { lazy, Suspense, type ReactNode } from 'react'
import type { Item, Part } from '../api/desk'
import type { Example } from '../api/examples'
import type { ExerciseUse } from '../api/usage'
import { AddQuestion } from './add-question'
import { Cards } from './cards'
import { Offers } from './offers'
import { PartHead } from './part-head'
import type { Picking } from './picking'
import type { Acts } from './use-acts'
import type { DeskAtHand } from './use-desk'
import type { PlaceAtHand } from './use-place'

const Overview = lazy(() => import('./overview'))

type AtHand = { example: Example; desk: DeskAtHand; place: PlaceAtHand; acts: Acts }

type QuestionsProps = AtHand & {
  part: Part
  adding: boolean
  setAdding: (adding: boolean) => void
  dragging: string
  setDragging: (item: string) => void
  onPick: (picking: Picking) => void
  useOf: (item: string) => ExerciseUse | undefined
}

type Props = Omit<QuestionsProps, 'part'> & { part: Part | undefined }

export function DeskMiddle({ part, ...props }: Props) {
  const { example, desk, acts, onPick } = props
  return (
    <div className="desk-middle">
      {part ? (
        <Questions part={part} {...props} />
      ) : (
        <Suspense fallback={null}>
          <Overview {...{ example, acts, onPick }} desk={desk.working.shown} />
        </Suspense>
      )}
    </div>
  )
}

/** The head of a part, its items, and the ways to more of them. */
function Questions({ part, adding, setAdding, dragging, setDragging, ...props }: QuestionsProps) {
  const { example, place, acts, onPick, useOf } = props
  const { shown } = props.desk.working
  return (
    <>
      <PartHead key={part.key} {...{ example, part, acts, onPick }} source={shown.source !== ''} />
      <Cards
        {...{ example, desk: shown, part, place, acts, dragging, setDragging, onPick, useOf }}
        offers={(item) => offersFor(item, props)}
      />
      <AddQuestion
        open={adding}
        setOpen={setAdding}
        source={shown.source !== ''}
        onKind={(kind) => acts.add({ kind })}
        onSentence={() => onPick({ what: 'question' })}
      />
      {offersFor(null, props)}
    </>
  )
}

/** What the author offers for an item, null for the part; nothing for what is not saved yet. */
function offersFor(item: Item | null, { example, desk, place, acts }: AtHand): ReactNode {
  const { shown, desk: saved, names } = desk.working
  const key = item ? names.get(item.key) : ''
  if (!shown.source || key === undefined) return null
  return (
    <Offers
      key={`offers ${item?.key ?? place.part}`}
      example={example}
      specId={saved.spec_id}
      acts={acts}
      about={item && { item, key }}
      part={names.get(place.part) ?? ''}
    />
  )
}
