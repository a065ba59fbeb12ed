/** Above the desk: what is saved and when, undo and redo, and what came of somebody else's edit. */
import { useEffect, useRef } from 'react'
import { useTranslate } from '../i18n'
import { Failure, Notice } from '../parts/notice'
import { usePreferences } from '../settings/use-preferences'
import { chord } from '../shell/key-names'
import { useToast } from '../shell/toasts'
import type { Acts } from './use-acts'
import type { DeskAtHand } from './use-desk'

type Props = { desk: DeskAtHand; acts: Acts }

export function SavedState({ desk, acts }: Props) {
  const t = useTranslate()
  const { language } = usePreferences()
  const { undo, redo } = desk.working
  return (
    <div className="desk-saved">
      <span className="small soft" role="status" data-saving={desk.saving}>
        {useSaid(desk)}
      </span>
      <button
        type="button"
        className="desk-mini"
        aria-label={t('desk.undo')}
        title={`${t('desk.undo')} (${chord(['Mod', 'Z'], language)})`}
        aria-disabled={undo.length === 0}
        onClick={acts.undo}
      >
        ↶
      </button>
      <button
        type="button"
        className="desk-mini"
        aria-label={t('desk.redo')}
        title={`${t('desk.redo')} (${chord(['Mod', 'Shift', 'Z'], language)})`}
        aria-disabled={redo.length === 0}
        onClick={acts.redo}
      >
        ↷
      </button>
    </div>
  )
}

function useSaid({ saving, savedAt, kept }: DeskAtHand): string {
  const t = useTranslate()
  const { locale } = usePreferences()
  if (saving !== 'saved' && !kept) return t('desk.notkept')
  if (saving === 'meets') return t('desk.failed')
  if (saving !== 'saved') return t(`desk.${saving}`)
  if (savedAt === 0) return t('desk.saved.all')
  const time = new Date(savedAt).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  return t('desk.saved', { time })
}

/** What stands in the way of saving, with what can be done about it. */
export function SavingTrouble({ desk }: { desk: DeskAtHand }) {
  const t = useTranslate()
  const { saving, trouble, merges, saver } = desk
  const tell = useToast()
  const told = useRef(0)
  useEffect(() => {
    if (merges > told.current) tell(t('desk.merged'))
    told.current = merges
  }, [merges, tell, t])
  if (saving === 'meets')
    return (
      <div role="alert">
        <Notice tone="warn">
          <p>
            {t('desk.meets')} {t('desk.meets.why')}
          </p>
          <div className="row">
            <button type="button" className="button" onClick={() => void saver.keepMine()}>
              {t('desk.meets.mine')}
            </button>
            <button type="button" className="button" onClick={() => void saver.takeTheirs()}>
              {t('desk.meets.theirs')}
            </button>
          </div>
        </Notice>
      </div>
    )
  if (!trouble) return null
  const again = saving === 'failed' ? () => void desk.flush() : undefined
  return <Failure error={trouble} {...(again ? { onRetry: again } : {})} />
}
