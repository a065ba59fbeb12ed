/** Why there is no app, in the reader's language where the reason is a known one, and the next step. */
import { Link } from 'wouter'
import type { Example, Job } from '../api/praxeo'
import { useTranslate, type Key } from '../i18n'
import { en } from '../i18n/en'
import { Failure, Notice } from '../parts/notice'

export function Refusal({
  example,
  job,
  error,
  pending,
  onRetry,
}: {
  example: Example
  job: Job | undefined
  error: Error | null
  pending: boolean
  onRetry: () => void
}) {
  const t = useTranslate()
  const key = `reason.${example.reason_code}`
  const isKnown = (name: string): name is Key => name in en
  const sentence = isKnown(key) ? t(key) : example.reason || job?.error_message
  const canRetry =
    example.reason_code === 'cancelled' || job?.status === 'dead' || job?.status === 'cancelled'
  return (
    <Notice tone="bad">
      <div className="row between">
        <p className="refusal">{sentence}</p>
        {canRetry ? (
          <button type="button" className="button" onClick={onRetry} disabled={pending}>
            {t('making.retry')}
          </button>
        ) : example.code_snippet_id ? (
          <Link className="button" href={`/examples/${example.id}/proof`}>
            {t('tab.proof')}
          </Link>
        ) : (
          <Link className="button" href="/">
            {t('making.another')}
          </Link>
        )}
      </div>
      {error && <Failure error={error} />}
    </Notice>
  )
}
