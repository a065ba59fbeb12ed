/** Topics: what is going to be asked for one, and how a person wants it looked into. */
import { client, dataOf } from './client'
import { ifMatch } from './requests'
import type { components } from './schema'

type Schemas = components['schemas']
export type TopicInput = Schemas['TopicInput']
export type TopicPlan = Schemas['TopicPlan']
export type Depth = TopicPlan['depth']
export type HowLookedUp = { depth: Depth; queries: string[] }

/** What is wished of topics that are not sent yet, by their words; no queries: as the plan has them. */
const wished = new Map<string, HowLookedUp>()
const PLAIN: HowLookedUp = { depth: 'quick', queries: [] }

export const howLookedUp = (topic: string): HowLookedUp => wished.get(topic.trim()) ?? PLAIN

export const wishLookedUp = (topic: string, how: HowLookedUp): void => {
  wished.set(topic.trim(), how)
}

/** The plan by rule, or of these queries; nothing is asked by it. */
export const planTopic = (topic: string, { depth, queries }: HowLookedUp): Promise<TopicPlan> =>
  dataOf(client.POST('/v1/topic_plans', { body: { topic, depth, queries } }))

/** Teach all pages but those of these addresses, from the next making on. */
export const leaveOut = (
  { id, version }: Pick<TopicInput, 'id' | 'version'>,
  addresses: string[],
): Promise<TopicInput> =>
  dataOf(
    client.PUT('/v1/topic_inputs/{input_id}/left_out', {
      params: { path: { input_id: id }, header: ifMatch(version) },
      body: { addresses },
    }),
  )

export const readTopic = (id: string): Promise<TopicInput> =>
  dataOf(client.GET('/v1/topic_inputs/{input_id}', { params: { path: { input_id: id } } }))
