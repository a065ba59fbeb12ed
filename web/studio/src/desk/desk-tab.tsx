/** The teacher's desk: the parts at the side, the items as cards, and a phone that follows. */
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { ApiError } from '../api/client'
import type { Desk, Part } from '../api/desk'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { useNarrow } from '../editor/layout'
import { DeskBar, type View } from './desk-bar'
import { DeskMiddle, NEW } from './desk-middle'
import { fromSentence } from './from-sentence'
import { Phone } from './phone'
import { partOf } from './places'
import { Rail } from './rail'
import { SavingTrouble } from './saved-state'
import { useDeskKeys } from './shortcuts'
import { useActs, type Acts } from './use-acts'
import { useDesk, useFirstDesk, type DeskAtHand } from './use-desk'
import { usePlace, type PlaceAtHand } from './use-place'
import { inApp, itemInApp } from './in-app'
import type { Kept } from './work'
import './desk.css'

const SentencePicker = lazy(() => import('./sentence-picker'))

export default function DeskTab({ example }: { example: Example }) {
  const { desk, kept, error, retry } = useFirstDesk(example)
  if (desk) return <LoadedDesk example={example} first={desk} kept={kept} />
  if (error instanceof ApiError && error.code === 'spec_has_no_desk')
    return <NoDesk example={example} />
  return error ? <Failure error={error} onRetry={retry} /> : <Loading />
}

/** A model's own app has no items that could be edited one by one. */
function NoDesk({ example }: { example: Example }) {
  const t = useTranslate()
  return (
    <Notice>
      <div className="row between">
        <p>{t('desk.none')}</p>
        <Link className="button" href={`/examples/${example.id}/advanced`}>
          {t('desk.none.next')}
        </Link>
      </div>
    </Notice>
  )
}

type LoadedProps = { example: Example; first: Desk; kept: Kept | null }

function LoadedDesk({ example, first, kept }: LoadedProps) {
  const desk = useDesk(example, first, kept)
  const { shown } = desk.working
  const place = usePlace(shown)
  const acts = useActs(desk, place)
  const [adding, setAdding] = useState(false)
  const [picking, setPicking] = useState('')
  const [dragging, setDragging] = useState('')
  const narrow = useNarrow()
  const [view, setView] = useState<View>('questions')
  useDeskKeys({ desk, place, acts, onAdd: () => setAdding(true) })
  const atHand = { example, desk, place, acts, part: partOf(shown, place.part) }
  return (
    <div className="desk">
      <DeskBar desk={desk} acts={acts} narrow={narrow} view={view} onView={setView} />
      <SavingTrouble desk={desk} />
      <div className="desk-grid" data-view={narrow ? view : 'all'}>
        <Rail desk={shown} place={place} acts={acts} dragging={dragging} />
        <DeskMiddle
          {...atHand}
          {...{ adding, setAdding, dragging, setDragging }}
          onPick={setPicking}
        />
        <PhoneAtPlace {...atHand} hidden={narrow && view !== 'phone'} />
      </div>
      {picking && <Picker {...atHand} picking={picking} onClose={() => setPicking('')} />}
    </div>
  )
}

type PhoneProps = { example: Example; desk: DeskAtHand; place: PlaceAtHand; hidden: boolean }

/** The phone, led by the place at the desk and leading it. */
function PhoneAtPlace({ example, desk: { working }, place, hidden }: PhoneProps) {
  return (
    <Phone
      example={example}
      specId={working.desk.spec_id}
      place={inApp(working, place)}
      hidden={hidden}
      onUsed={(exercise) => {
        const item = itemInApp(working, exercise)
        if (item) place.pointAt(item, true)
      }}
    />
  )
}

type PickerProps = {
  example: Example
  part: Part | undefined
  acts: Acts
  /** Whose evidence is picked; NEW for a sentence to make a question of. */
  picking: string
  onClose: () => void
}

/** A sentence of the source, picked as the evidence of an item or for a new one. */
function Picker({ example, part, acts, picking, onClose }: PickerProps) {
  return (
    <Suspense fallback={null}>
      <SentencePicker
        example={example}
        reading={part?.reading ?? []}
        onClose={onClose}
        onPick={(picked) => {
          if (picking !== NEW) return acts.changeMore(picking, { evidence: [picked.reference] })
          const { kind, ...given } = fromSentence(picked)
          acts.add(kind, given)
        }}
      />
    </Suspense>
  )
}
