/** The teacher's desk: the parts at the side, the items as cards, and a phone that follows. */
import { useState } from 'react'
import { Link } from 'wouter'
import { ApiError } from '../api/client'
import type { Desk } from '../api/desk'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { useNarrow } from '../editor/layout'
import { DeskBar, type View } from './desk-bar'
import { DeskMiddle } from './desk-middle'
import { Phone } from './phone'
import { Picker, type Picking } from './picking'
import { partOf } from './places'
import { Rail } from './rail'
import { SavingTrouble } from './saved-state'
import { useDeskKeys } from './shortcuts'
import { useActs } from './use-acts'
import { askedItem, useAsked } from './use-asked'
import { useHeldPart } from './use-claims'
import { useDesk, useFirstDesk, type DeskAtHand } from './use-desk'
import { usePlace, type PlaceAtHand } from './use-place'
import { useUsage } from './use-usage'
import { inApp, itemInApp } from './in-app'
import type { Kept } from './work'
import './desk.css'

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
  const [asked] = useState(() => askedItem(desk.working))
  const place = usePlace(shown, asked)
  const acts = useActs(desk, place)
  useAsked(example, desk.working, acts)
  const usage = useUsage(example)
  const [adding, setAdding] = useState(false)
  const [picking, setPicking] = useState<Picking | null>(null)
  const [dragging, setDragging] = useState('')
  const narrow = useNarrow()
  const [view, setView] = useState<View>('questions')
  useDeskKeys({ desk, place, acts, onAdd: () => setAdding(true) })
  const part = useHeldPart(example, desk.working, partOf(shown, place.part))
  const atHand = { example, desk, place, acts, part }
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
          useOf={(item) => usage.get(desk.working.names.get(item) ?? '')}
        />
        <PhoneAtPlace {...atHand} hidden={narrow && view !== 'phone'} />
      </div>
      {picking && <Picker {...atHand} picking={picking} onClose={() => setPicking(null)} />}
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
