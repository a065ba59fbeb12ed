/** What to do when someone saved another version meanwhile: look at both, then choose. */
import { lazy, Suspense, useState } from 'react'
import { useTranslate } from '../i18n'
import { Loading, Notice } from '../parts/notice'
import type { DraftState } from './use-draft'

const Compare = lazy(() => import('./compare'))

export function Conflict({ draft, busy }: { draft: DraftState; busy: boolean }) {
  const t = useTranslate()
  const [compared, setCompared] = useState(false)
  return (
    <Notice tone="warn">
      <div className="stack">
        <p role="alert">{t('edit.conflict')}</p>
        <p className="small">{busy ? t('edit.conflict.busy') : t('edit.conflict.kept')}</p>
        <div className="row">
          <button
            type="button"
            className="button"
            aria-expanded={compared}
            onClick={() => setCompared(!compared)}
          >
            {t('edit.conflict.compare')}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={busy || draft.saving}
            onClick={() => !busy && draft.save(true)}
          >
            {t('edit.conflict.mine')}
          </button>
          <button type="button" className="button" onClick={draft.discard}>
            {t('edit.conflict.discard')}
          </button>
        </div>
        {compared && <Compared draft={draft} />}
      </div>
    </Notice>
  )
}

function Compared({ draft }: { draft: DraftState }) {
  const t = useTranslate()
  const names = [t('edit.conflict.left'), t('edit.conflict.right')] as const
  return (
    <Suspense fallback={<Loading />}>
      <Compare before={draft.known.text} after={draft.text} names={names} />
    </Suspense>
  )
}
