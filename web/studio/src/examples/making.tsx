/** The work behind an example, live: its steps with times, or why it failed and what to do. */
import { useEffect } from 'react'
import { Link } from 'wouter'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { cancelJob, getJob, retryJob, type Example, type Job } from '../api/praxeo'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/preferences'
import { Failure, Notice } from '../parts/notice'

const OPEN: ReadonlySet<Job['status']> = new Set(['queued', 'waiting', 'running'])
const PULSE_MS = 700

export function Making({ example }: { example: Example }) {
  const t = useTranslate()
  const queries = useQueryClient()
  const busy = example.status === 'making'
  const job = useQuery({
    queryKey: ['job', example.job_id],
    queryFn: () => getJob(example.job_id),
    enabled: example.job_id !== '' && (busy || example.status === 'failed'),
    refetchInterval: ({ state }) => (!state.data || OPEN.has(state.data.status) ? PULSE_MS : false),
  })
  const ended = job.data !== undefined && !OPEN.has(job.data.status)
  const refresh = () => void queries.invalidateQueries({ queryKey: ['example', example.id] })
  const cancel = useMutation({ mutationFn: () => cancelJob(example.job_id), onSuccess: refresh })
  const retry = useMutation({ mutationFn: () => retryJob(example.job_id), onSuccess: refresh })

  useEffect(() => {
    if (ended && busy) void queries.invalidateQueries({ queryKey: ['example', example.id] })
  }, [ended, busy, queries, example.id])

  if (example.status === 'failed') {
    return (
      <Notice tone="bad">
        <div className="row between">
          <p>{example.reason || job.data?.error_message}</p>
          {job.data?.status === 'dead' || job.data?.status === 'cancelled' ? (
            <button type="button" className="button" onClick={() => retry.mutate()}>
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
        {retry.error && <Failure error={retry.error} />}
      </Notice>
    )
  }
  if (!busy) return null
  return (
    <section className="card stack" aria-label={t('making.title')}>
      <p className="soft">{t('making.close')}</p>
      <ol role="list" className="steps">
        {(job.data?.steps ?? []).map((step) => (
          <StepLine key={step.name} step={step} />
        ))}
      </ol>
      {job.data && job.data.attempt > 1 && (
        <p className="small soft">{t('making.attempt', { count: job.data.attempt })}</p>
      )}
      {job.error && <Failure error={job.error} />}
      {cancel.error && <Failure error={cancel.error} />}
      <div>
        <button
          type="button"
          className="button"
          onClick={() => cancel.mutate()}
          disabled={cancel.isPending}
        >
          {t('making.cancel')}
        </button>
      </div>
    </section>
  )
}

function StepLine({ step }: { step: Job['steps'][number] }) {
  const t = useTranslate()
  const { language } = usePreferences()
  const state = step.finished_at ? 'done' : step.started_at ? 'running' : 'open'
  const seconds =
    step.finished_at && step.started_at
      ? (Date.parse(step.finished_at) - Date.parse(step.started_at)) / 1000
      : null
  const unit = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'second',
    maximumFractionDigits: 1,
  })
  return (
    <li data-state={state}>
      <span className="step-name">{step.label}</span>
      {state === 'running' && step.fraction > 0 ? (
        <progress aria-label={step.label} value={step.fraction} max={1} />
      ) : (
        <span className="small soft">
          {seconds === null ? t(`step.${state}`) : unit.format(seconds)}
        </span>
      )}
    </li>
  )
}
