/** How published apps are used. */
import { client, dataOf } from './client'
import type { Embed } from './embeds'
import { address } from './requests'
import type { components } from './schema'

export type UsageReport = components['schemas']['UsageReport']
export type ExerciseUse = components['schemas']['ExerciseUse']

export const getUsage = (embed: Embed, since: string, version: string): Promise<UsageReport> =>
  dataOf(
    client.GET('/v1/embeds/{embed_id}/usage', {
      params: { path: { embed_id: embed.id }, query: { since, version } },
    }),
  )

/** Where all of it is given as a table. */
export const usageTableAddress = (embed: Embed, since: string): string =>
  address(`embeds/${embed.id}/usage.csv?since=${since}`)

/** What each exercise of a version asks, by its id in the app. */
export async function questionsOf(specId: string): Promise<Map<string, string>> {
  const desk = await dataOf(
    client.GET('/v1/specs/{spec_id}/desk', { params: { path: { spec_id: specId } } }),
  )
  return new Map(
    desk.parts.flatMap(({ items }) => items.map((item) => [item.key, asked(item)] as const)),
  )
}

type Item = components['schemas']['Desk']['parts'][number]['items'][number]

function asked({ fields, title }: Pick<Item, 'fields' | 'title'>): string {
  const { question, front, term, before, answer, after } = fields as Record<string, unknown>
  const gap =
    before === undefined ? undefined : `${String(before)}[${String(answer)}]${String(after)}`
  const text = [question, front, term, gap].find((it) => typeof it === 'string' && it !== '')
  return typeof text === 'string' ? text : title
}
