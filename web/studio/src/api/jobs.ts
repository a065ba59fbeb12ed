/** Background work. */
import { client, dataOf } from './client'
import { newKey } from './requests'
import type { components } from './schema'

type Schemas = components['schemas']

export type Job = Schemas['PlacedJob']

export const getJob = (id: string): Promise<Job> =>
  dataOf(client.GET('/v1/jobs/{job_id}', { params: { path: { job_id: id } } }))

export const cancelJob = (id: string): Promise<unknown> =>
  dataOf(
    client.POST('/v1/jobs/{job_id}/cancel', { params: { path: { job_id: id }, header: newKey() } }),
  )

export const retryJob = (id: string): Promise<unknown> =>
  dataOf(
    client.POST('/v1/jobs/{job_id}/retry', { params: { path: { job_id: id }, header: newKey() } }),
  )
