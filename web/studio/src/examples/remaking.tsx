/** An app in the making, in one line: above the app that there is already and that stays in use. */
import type { Job } from '../api/jobs'
import { useTranslate } from '../i18n'
import { useOnline } from '../shell/online'
import { placeOf, QueuePlace } from './queue-place'
import { Elapsed, stepName } from './step-list'
import type { Work } from './use-work'
import './making.css'

export function Remaking({ work }: { work: Work }) {
  const t = useTranslate()
  const online = useOnline()
  const { cancel } = work
  const job = work.job.data
  const step = job?.steps.find(({ finished_at }) => finished_at === '')
  const name = step && stepName(step, t)
  const place = placeOf(job)
  return (
    <section className="card remaking" aria-label={t('making.title')}>
      <strong>{t(online ? 'making.title' : 'making.waiting')}</strong>
      {online && place > 0 ? (
        <QueuePlace place={place} />
      ) : (
        <span className="soft remaking-step" role="status">
          {online ? name : t('making.waiting.why')}
        </span>
      )}
      {online && <progress aria-label={name ?? t('making.title')} value={shareOf(job)} max={1} />}
      {online && job && (
        <span className="small soft">
          <Elapsed since={job.created_at} />
        </span>
      )}
      <button
        type="button"
        className="button"
        onClick={() => cancel.mutate()}
        disabled={cancel.isPending || !online}
      >
        {t('making.cancel')}
      </button>
    </section>
  )
}

/** How much of a job is done, its steps taken for equally long. */
function shareOf(job: Job | undefined): number {
  const steps = job?.steps ?? []
  const done = steps.map(({ finished_at, fraction }) => (finished_at ? 1 : fraction))
  return done.reduce((sum, part) => sum + part, 0) / (steps.length || 1)
}
