/** Where a person's changes met new ones. */
import { client, dataOf } from './client'
import { newKey } from './requests'
import { type Example } from './examples'
import type { components } from './schema'

type Schemas = components['schemas']

export type Conflict = Schemas['Region']

export type Resolution = Schemas['ChosenResolution']

export const readConflicts = async (mergeId: string): Promise<Conflict[]> =>
  (
    await dataOf(
      client.GET('/v1/merges/{merge_id}/regions', { params: { path: { merge_id: mergeId } } }),
    )
  ).regions

export const resolveMerge = (mergeId: string, resolutions: Resolution[]): Promise<unknown> =>
  dataOf(
    client.POST('/v1/merges/{merge_id}/resolve', {
      params: { path: { merge_id: mergeId }, header: newKey() },
      body: { resolutions },
    }),
  )

export const setMergeAside = (mergeId: string): Promise<Example> =>
  dataOf(
    client.POST('/v1/merges/{merge_id}/set_aside', {
      params: { path: { merge_id: mergeId }, header: newKey() },
    }),
  )
