/** How a platform starts a package by cmi5, or by xAPI alone: what stands in the address, and what it says besides. */
import type { Lrs } from './lrs'

export type Json = Record<string, unknown>

export interface Launch {
  endpoint: string
  /** Where the token is fetched, once; "" where the address brings the credentials (xAPI without cmi5). */
  fetch: string
  auth: string
  actor: Json
  registration: string
  activity: string
}

/** What the platform wants of this visit. */
export interface Wanted {
  template: Json
  mode: string
  masteryScore: number | null
  returnUrl: string
}

export const PLAIN: Wanted = { template: {}, mode: 'Normal', masteryScore: null, returnUrl: '' }

/** The launch that an address tells of, or null: the page was opened outside a platform. */
export function launchIn(address: string): Launch | null {
  const given = new URL(address).searchParams
  const text = (name: string) => given.get(name) ?? ''
  const endpoint = text('endpoint').replace(/\/*$/, '/')
  const activity = text('activityId') || text('activity_id')
  const actor = record(text('actor'))
  if (!/^https?:/.test(endpoint) || !activity || !actor || !(text('fetch') || text('auth'))) {
    return null
  }
  return {
    endpoint,
    fetch: text('fetch'),
    auth: text('auth'),
    actor: single(actor),
    registration: text('registration'),
    activity,
  }
}

/** What cmi5 platforms keep for the visit under a name of their own. */
export async function wantedBy(lrs: Lrs): Promise<Wanted> {
  const told = record((await lrs.state('LMS.LaunchData')) ?? '') ?? {}
  // Every content has to ask for these; nothing of ours depends on them.
  await lrs.preferences()
  const score = told['masteryScore']
  return {
    template: isRecord(told['contextTemplate']) ? told['contextTemplate'] : {},
    mode: typeof told['launchMode'] === 'string' ? told['launchMode'] : 'Normal',
    masteryScore: typeof score === 'number' ? score : null,
    returnUrl: typeof told['returnURL'] === 'string' ? told['returnURL'] : '',
  }
}

/** Some platforms of the first days put each part of an actor into a list. */
function single(actor: Json): Json {
  return Object.fromEntries(
    Object.entries(actor).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
}

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON as a record, or null for anything else. */
export function record(text: string): Json | null {
  try {
    const read: unknown = JSON.parse(text)
    return isRecord(read) ? read : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
