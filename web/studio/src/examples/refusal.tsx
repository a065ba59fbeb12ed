/** Why there is no app, in the reader's language where the reason is a known one, and the next step. */
import { Link } from 'wouter'
import type { Example } from '../api/examples'
import type { Job } from '../api/jobs'
import { useTranslate } from '../i18n'
import { useTold } from '../i18n/told'
import { Failure, Notice } from '../parts/notice'
import { shownStatus } from '../parts/status-badge'

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
  const reason = useTold()({
    code: example.reason_code || job?.error_code,
    message: example.reason || (job?.error_message ?? ''),
    details: example.reason_details,
  })
  // The diagnosis below says it all, so it is not said here too.
  const { text, lang } =
    example.diagnosis_blob && example.reason_code === 'check_failed'
      ? { text: t('reason.repairs'), lang: undefined }
      : reason
  const stopped = shownStatus(example) === 'stopped'
  const canRetry = stopped || job?.status === 'dead' || job?.status === 'cancelled'
  return (
    <Notice tone={stopped ? '' : 'bad'}>
      <div className="row between">
        <p className="refusal" lang={lang} role={stopped ? 'status' : undefined}>
          {text}
        </p>
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
