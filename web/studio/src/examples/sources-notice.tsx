/** A quiet line where the sources of an app have changed since it was made. */
import { Link } from 'wouter'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Notice } from '../parts/notice'

export function SourcesNotice({ example }: { example: Example }) {
  const t = useTranslate()
  const state = example.source_state
  if (state !== 'changed' && state !== 'gone') return null
  return (
    <Notice>
      <div className="row between">
        <span>{t(`visit.notice.${state}`)}</span>
        <Link href={`/examples/${example.id}/source`}>{t('visit.open')}</Link>
      </div>
    </Notice>
  )
}
