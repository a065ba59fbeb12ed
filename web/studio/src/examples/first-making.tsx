/** The first making of an app, live: what was read, the steps with times. */
import { ApiError } from '../api/client'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'
import { useOnline } from '../shell/online'
import { placeOf, QueuePlace } from './queue-place'
import { Elapsed, StepList } from './step-list'
import { beginning, type Work } from './use-work'
import { WhatWasRead } from './what-was-read'
import './making.css'

export default function FirstMaking({ work }: { work: Work }) {
  const online = useOnline()
  const { example, reading, source, job } = work
  return (
    <section className="card stack making" aria-labelledby="making-title">
      <MakingHead work={work} />
      <div className="making-halves">
        <StepList
          steps={[...(reading?.steps ?? []), ...(job.data?.steps ?? [])]}
          paused={!online}
        />
        {source?.status === 'ready' && <WhatWasRead example={example} source={source} />}
      </div>
      <Trouble work={work} />
      <MakingFoot work={work} />
    </section>
  )
}

function MakingHead({ work: { reading, job } }: { work: Work }) {
  const t = useTranslate()
  const online = useOnline()
  const begun = beginning(reading, job.data)
  const place = placeOf(reading, job.data)
  return (
    <div className="row between">
      <h2 id="making-title">{t(online ? 'making.title' : 'making.waiting')}</h2>
      {online && place > 0 && <QueuePlace place={place} />}
      {online && place === 0 && begun && (
        <span className="soft">
          <Elapsed since={begun} />
        </span>
      )}
    </div>
  )
}

/** That nobody answers is said once, at the head of the page. */
const told = (error: Error | null) => error instanceof ApiError && error.status > 0 && error

function Trouble({ work: { reading, job, cancel } }: { work: Work }) {
  const t = useTranslate()
  const failures = [told(job.error), told(cancel.error)].filter((error) => error !== false)
  return (
    <>
      {reading?.status === 'waiting' && reading.last_trouble && (
        <p className="small soft" role="status">
          {reading.last_trouble} {t('making.again')}
        </p>
      )}
      {job.data && job.data.attempt > 1 && (
        <p className="small soft">
          {t('making.attempt', { count: job.data.attempt })} {job.data.last_trouble}
        </p>
      )}
      {failures.map((error) => (
        <Failure key={error.message} error={error} />
      ))}
    </>
  )
}

function MakingFoot({ work: { cancel } }: { work: Work }) {
  const t = useTranslate()
  const online = useOnline()
  return (
    <div className="row between">
      <p className="soft small">{t(online ? 'making.close' : 'making.waiting.why')}</p>
      <button
        type="button"
        className="button"
        onClick={() => cancel.mutate()}
        disabled={cancel.isPending || !online}
      >
        {t('making.cancel')}
      </button>
    </div>
  )
}
