/** The work behind an example, live: what was read, the steps with times, or why it failed. */
import { useEffect } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  cancelJob,
  getDocumentInput,
  getJob,
  retryJob,
  type Example,
  type Job,
} from '../api/praxeo'
import { useTranslate } from '../i18n'
import { ApiError } from '../api/client'
import { Failure } from '../parts/notice'
import { useOnline } from '../shell/online'
import { Refusal } from './refusal'
import { Elapsed, StepList, stepName } from './step-list'
import { WhatWasRead } from './what-was-read'
import './making.css'

const OPEN: ReadonlySet<Job['status']> = new Set(['queued', 'waiting', 'running'])
const PULSE_MS = 700
const IN_WORK: ReadonlySet<string> = new Set(['waiting', 'queued', 'reading'])

export function Making({ example }: { example: Example }) {
  const t = useTranslate()
  const online = useOnline()
  const queries = useQueryClient()
  const busy = example.status === 'making'
  const isFirst = busy && example.code_snippet_id === '' && example.input_type === 'document_input'
  const job = useJob(example.job_id, busy || example.status === 'failed')
  const source = useQuery({
    queryKey: ['document_input', example.input_id],
    queryFn: () => getDocumentInput(example.input_id),
    enabled: isFirst,
    refetchInterval: ({ state }) =>
      !state.data || IN_WORK.has(state.data.status) ? PULSE_MS : false,
  })
  const reading = useJob(source.data?.job_id ?? '', isFirst)
  const ended = job.data !== undefined && !OPEN.has(job.data.status)
  const refresh = () => void queries.invalidateQueries({ queryKey: ['example', example.id] })
  const cancel = useMutation({ mutationFn: () => cancelJob(example.job_id), onSuccess: refresh })
  const retry = useMutation({ mutationFn: () => retryJob(example.job_id), onSuccess: refresh })

  useEffect(() => {
    if (ended && busy) void queries.invalidateQueries({ queryKey: ['example', example.id] })
  }, [ended, busy, queries, example.id])

  if (example.status === 'failed') {
    return (
      <Refusal
        example={example}
        job={job.data}
        error={retry.error}
        pending={retry.isPending}
        onRetry={() => retry.mutate()}
      />
    )
  }
  if (!busy) return null
  if (example.code_snippet_id)
    return (
      <Remaking
        job={job.data}
        online={online}
        onCancel={() => cancel.mutate()}
        cancelling={cancel.isPending}
      />
    )
  const begun = beginning(reading.data, job.data)
  return (
    <section className="card stack making" aria-labelledby="making-title">
      <div className="row between">
        <h2 id="making-title">{t(online ? 'making.title' : 'making.waiting')}</h2>
        {begun && online && (
          <span className="soft">
            <Elapsed since={begun} />
          </span>
        )}
      </div>
      <div className="making-halves">
        <StepList
          steps={[...(reading.data?.steps ?? []), ...(job.data?.steps ?? [])]}
          paused={!online}
        />
        {source.data?.status === 'ready' && <WhatWasRead source={source.data} />}
      </div>
      {job.data && job.data.attempt > 1 && (
        <p className="small soft">
          {t('making.attempt', { count: job.data.attempt })} {job.data.last_trouble}
        </p>
      )}
      {/* That nobody answers is said once, at the head of the page. */}
      {job.error && told(job.error) && <Failure error={job.error} />}
      {cancel.error && told(cancel.error) && <Failure error={cancel.error} />}
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
    </section>
  )
}

const told = (error: Error): boolean => error instanceof ApiError && error.status > 0

/** When this run began: with its reading, unless that was done before, in a run that was stopped. */
export function beginning(reading: Job | undefined, job: Job | undefined): string | undefined {
  if (!job || !reading) return (reading ?? job)?.created_at
  return reading.finished_at && reading.finished_at < job.created_at
    ? job.created_at
    : reading.created_at
}

type RemakingProps = {
  job: Job | undefined
  online: boolean
  cancelling: boolean
  onCancel: () => void
}

/** The same in one line, above the app that there is already and that stays in use. */
function Remaking({ job, online, cancelling, onCancel }: RemakingProps) {
  const t = useTranslate()
  const step = job?.steps.find(({ finished_at }) => finished_at === '')
  const name = step && stepName(step, t)
  return (
    <section className="card remaking" aria-label={t('making.title')}>
      <strong>{t(online ? 'making.title' : 'making.waiting')}</strong>
      <span className="soft remaking-step" role="status">
        {online ? name : t('making.waiting.why')}
      </span>
      {online && (
        <>
          <progress aria-label={name ?? t('making.title')} value={shareOf(job)} max={1} />
          {job && (
            <span className="small soft">
              <Elapsed since={job.created_at} />
            </span>
          )}
        </>
      )}
      <button type="button" className="button" onClick={onCancel} disabled={cancelling || !online}>
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

/** A job, looked at again and again while it is open. */
function useJob(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['job', id],
    queryFn: () => getJob(id),
    enabled: id !== '' && wanted,
    refetchInterval: ({ state }) => (!state.data || OPEN.has(state.data.status) ? PULSE_MS : false),
  })
}
