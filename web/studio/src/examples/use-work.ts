/** The jobs behind an example, looked at again and again while they are open, and what may be done about them. */
import { useEffect } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Example } from '../api/examples'
import { readInput } from '../api/inputs'
import { cancelJob, getJob, retryJob, type Job } from '../api/jobs'

const OPEN: ReadonlySet<Job['status']> = new Set(['queued', 'waiting', 'running'])
const IN_WORK: ReadonlySet<string> = new Set(['waiting', 'queued', 'reading'])
const PULSE_MS = 700

/** A job, looked at again and again while it is open. */
function useJob(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['job', id],
    queryFn: () => getJob(id),
    enabled: id !== '' && wanted,
    refetchInterval: ({ state }) => (!state.data || OPEN.has(state.data.status) ? PULSE_MS : false),
  })
}

/** `reading` is the job that reads the source, if this is the first that is made of it. */
export function useWork(example: Example) {
  const queries = useQueryClient()
  const busy = example.status === 'making'
  const isFirst = busy && example.code_snippet_id === ''
  const job = useJob(example.job_id, busy || example.status === 'failed')
  const source = useQuery({
    queryKey: ['input', example.input_id],
    queryFn: () => readInput(example),
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

  return { example, job, source: source.data, reading: reading.data, cancel, retry }
}

export type Work = ReturnType<typeof useWork>

/** When this run began: with its reading, unless that was done before, in a run that was stopped. */
export function beginning(reading: Job | undefined, job: Job | undefined): string | undefined {
  if (!job || !reading) return (reading ?? job)?.created_at
  return reading.finished_at && reading.finished_at < job.created_at
    ? job.created_at
    : reading.created_at
}
