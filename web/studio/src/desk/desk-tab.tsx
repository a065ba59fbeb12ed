/** The teacher's desk: the parts at the side, the items as cards, and a phone that follows. */
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { ApiError } from '../api/client'
import type { Desk, Item, Kind } from '../api/desk'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { useNarrow } from '../editor/layout'
import { AddQuestion } from './add-question'
import { Cards } from './cards'
import { DeskBar, type View } from './desk-bar'
import { fromSentence } from './from-sentence'
import { Goals } from './goals'
import { Offers } from './offers'
import { PartHead } from './part-head'
import { Phone } from './phone'
import { partOf } from './places'
import { Rail } from './rail'
import { SavingTrouble } from './saved-state'
import { useDeskKeys } from './shortcuts'
import { useActs } from './use-acts'
import { useDesk, useFirstDesk } from './use-desk'
import { usePlace } from './use-place'
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
  /** Whose evidence is picked; 'new' for a sentence to make a question of. */
  const [picking, setPicking] = useState('')
  const [dragging, setDragging] = useState('')
  const narrow = useNarrow()
  const [view, setView] = useState<View>('questions')
  useDeskKeys({ desk, place, acts, onAdd: () => setAdding(true) })
  const part = partOf(shown, place.part)
  const add = {
    open: adding,
    setOpen: setAdding,
    source: shown.source !== '',
    onKind: (kind: Kind) => acts.add(kind),
    onSentence: () => setPicking('new'),
  }
  const { desk: saved, names } = desk.working
  const offersFor = (item: Item | null) => {
    const key = item ? names.get(item.key) : ''
    if (!shown.source || key === undefined) return null // not saved yet
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
  return (
    <div className="desk">
      <DeskBar desk={desk} acts={acts} narrow={narrow} view={view} onView={setView} />
      <SavingTrouble desk={desk} />
      <div className="desk-grid" data-view={narrow ? view : 'all'}>
        <Rail desk={shown} place={place} acts={acts} dragging={dragging} />
        <div className="desk-middle">
          {part ? (
            <>
              <PartHead key={part.key} part={part} acts={acts} />
              <Cards
                {...{ example, desk: shown, part, place, acts, dragging, setDragging }}
                onPick={setPicking}
                offers={(item) => offersFor(item)}
              />
              <AddQuestion {...add} />
              {offersFor(null)}
            </>
          ) : (
            <Goals goals={shown.goals} acts={acts} />
          )}
        </div>
        <Phone
          example={example}
          specId={desk.working.desk.spec_id}
          place={inApp(desk.working, place)}
          hidden={narrow && view !== 'phone'}
          onUsed={(exercise) => {
            const item = itemInApp(desk.working, exercise)
            if (item) place.pointAt(item, true)
          }}
        />
      </div>
      {picking && (
        <Suspense fallback={null}>
          <SentencePicker
            example={example}
            reading={part?.reading ?? []}
            onClose={() => setPicking('')}
            onPick={(picked) => {
              if (picking !== 'new')
                return acts.changeMore(picking, { evidence: [picked.reference] })
              const { kind, ...given } = fromSentence(picked)
              acts.add(kind, given)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
