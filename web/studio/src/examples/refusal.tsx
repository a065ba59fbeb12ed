/** Why there is no app, in the reader's language where the reason is a known one, and the next step. */
import { Link, useLocation } from 'wouter'
import type { Example } from '../api/examples'
import type { Job } from '../api/jobs'
import { useTranslate } from '../i18n'
import { useActs } from '../library/acts'
import { useTold, type Said } from '../i18n/told'
import { Failure, Notice } from '../parts/notice'
import { shownStatus } from '../parts/status-badge'
import './making.css'

type Props = {
  example: Example
  job: Job | undefined
  error: Error | null
  pending: boolean
  onRetry: () => void
}

export function Refusal({ example, job, error, pending, onRetry }: Props) {
  const { text, lang } = useReason(example, job)
  const stopped = shownStatus(example) === 'stopped'
  const canRetry = stopped || job?.status === 'dead' || job?.status === 'cancelled'
  return (
    <Notice tone={stopped ? '' : 'bad'}>
      <div className="row between">
        <p className="refusal" lang={lang} role={stopped ? 'status' : undefined}>
          {text}
        </p>
        <NextStep example={example} pending={pending} onRetry={canRetry ? onRetry : null} />
      </div>
      {error && <Failure error={error} />}
    </Notice>
  )
}

function useReason(example: Example, job: Job | undefined): Said {
  const t = useTranslate()
  const say = useTold()
  // The diagnosis below says it all, so it is not said here too.
  if (example.diagnosis_blob && example.reason_code === 'check_failed')
    return { text: t('reason.repairs'), lang: undefined }
  return say({
    code: example.reason_code || job?.error_code,
    message: example.reason || (job?.error_message ?? ''),
    details: example.reason_details,
  })
}

type NextProps = { example: Example; pending: boolean; onRetry: (() => void) | null }

/** An example of which nothing came: gone by one press, which can be undone for a while. */
function Discard({ example }: { example: Example }) {
  const t = useTranslate()
  const acts = useActs()
  const [, go] = useLocation()
  const discard = () => {
    acts.remove([example])
    go('/library')
  }
  return (
    <button type="button" className="button" onClick={discard}>
      {t('action.delete')}
    </button>
  )
}

function NextStep({ example, pending, onRetry }: NextProps) {
  const t = useTranslate()
  if (onRetry)
    return (
      <button type="button" className="button" onClick={onRetry} disabled={pending}>
        {t('making.retry')}
      </button>
    )
  return example.code_snippet_id ? (
    <Link className="button" href={`/examples/${example.id}/proof`}>
      {t('tab.proof')}
    </Link>
  ) : (
    <span className="row">
      <Discard example={example} />
      <Link className="button" href="/">
        {t('making.another')}
      </Link>
    </span>
  )
}
