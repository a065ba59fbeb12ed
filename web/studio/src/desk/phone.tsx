/** The app as learners see it, in a phone that follows the item in work and leads to the one that is pressed. */
import { useEffect, useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { readSpecText } from '../api/specs'
import { LivePreview, type Draft } from '../editor/live-preview'
import { useTranslate } from '../i18n'
import { Following } from './following'

type Props = {
  example: Example
  /** The newest version that is saved. */
  specId: string
  /** The id in the app of the exercise or section in work. */
  place: string
  hidden: boolean
  onUsed: (exercise: string) => void
}

export function Phone({ example, specId, place, hidden, onUsed }: Props) {
  const t = useTranslate()
  const draft = useShownDraft(example, specId)
  const follow = useFollowing(place, onUsed)
  const making = example.status === 'making'
  return (
    <aside className="desk-phone" aria-label={t('desk.phone')} hidden={hidden}>
      <LivePreview example={example} draft={draft} size="phone" place="" onShown={follow} />
      <p className="small soft" role="status">
        {t(making ? 'desk.phone.making' : 'desk.phone.lead')}
      </p>
    </aside>
  )
}

/** What was saved is shown at once, before its app is built and proven; null for the app as it is. */
function useShownDraft(example: Example, specId: string): Draft | null {
  const first = useRef(example.status === 'making' ? '' : specId)
  const changed = specId !== first.current
  const { data } = useQuery({
    queryKey: ['spec', specId],
    queryFn: () => readSpecText(specId),
    enabled: changed,
    staleTime: Infinity,
    placeholderData: (before) => before,
  })
  const last = useRef<Draft | null>(null)
  if (changed && data !== undefined && last.current?.text !== data)
    last.current = { kind: 'spec', text: data }
  return changed ? last.current : null
}

/** Leads every frame that comes to the front to the place; gives what is told of a new frame. */
function useFollowing(place: string, onUsed: (exercise: string) => void) {
  const followed = useRef<Following | null>(null)
  const wanted = useRef(place)
  const used = useRef(onUsed)
  wanted.current = place
  used.current = onUsed
  useEffect(() => {
    if (place) followed.current?.show(place)
  }, [place])
  useEffect(() => () => followed.current?.close(), [])
  return (frame: HTMLIFrameElement) => {
    followed.current?.close()
    followed.current = new Following(frame, (exercise) => used.current(exercise))
    if (wanted.current) followed.current.show(wanted.current)
  }
}
