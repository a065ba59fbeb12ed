/** Above the desk: what is saved, undo, and on narrow windows the way between questions and phone. */
import { useTranslate } from '../i18n'
import { Segments } from '../parts/segments'
import { SavedState } from './saved-state'
import type { Acts } from './use-acts'
import type { DeskAtHand } from './use-desk'

export type View = 'questions' | 'phone'

type Props = {
  desk: DeskAtHand
  acts: Acts
  narrow: boolean
  view: View
  onView: (view: View) => void
}

const VIEWS = ['questions', 'phone'] as const

export function DeskBar({ desk, acts, narrow, view, onView }: Props) {
  const t = useTranslate()
  const count = desk.working.shown.parts.reduce((sum, { items }) => sum + items.length, 0)
  return (
    <div className="desk-bar">
      {narrow && (
        <Segments
          legend={t('desk.view')}
          name="desk-view"
          value={view}
          choices={VIEWS.map((value) => ({ value, label: t(`desk.view.${value}`) }))}
          onChange={onView}
        />
      )}
      <span className="small soft">{t('desk.count', { count })}</span>
      <SavedState desk={desk} acts={acts} />
    </div>
  )
}
