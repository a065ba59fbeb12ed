/** What a visit states, in the words of cmi5 and of xAPI: https://aicc.github.io/CMI-5_Spec_Current/. */
import type { Standing } from '../standing'
import { isRecord, type Json, type Launch, type Wanted } from './launch'

const VERBS = 'http://adlnet.gov/expapi/verbs/'
const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/'
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore'
const INTERACTION = 'http://adlnet.gov/expapi/activities/cmi.interaction'
const TYPES: Record<string, string> = {
  choice: 'choice',
  cloze: 'fill-in',
  pairs: 'matching',
  order: 'sequencing',
  card: 'other',
}
const FULL_SCORE = 100
const RESPONSE_CHARS = 250

/** The verbs of cmi5 that content states itself. */
export type Verb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated'

export interface Making {
  launch: Launch
  wanted: Wanted
  now: () => Date
  uuid: () => string
}

export class Statements {
  private readonly began: number

  constructor(private readonly by: Making) {
    this.began = by.now().getTime()
  }

  initialized(): Json {
    return this.defined('initialized')
  }

  completed(): Json {
    return this.defined('completed', { completion: true, duration: this.duration() })
  }

  /** Passed or failed, by what the platform set for it. */
  judged({ right, total }: Standing): Json {
    const scaled = Math.round((right / total) * 10_000) / 10_000
    const success = scaled >= (this.by.wanted.masteryScore ?? 0)
    const raw = Math.round(scaled * FULL_SCORE * 100) / 100
    const score = { scaled, raw, min: 0, max: FULL_SCORE }
    const result = { score, success, duration: this.duration() }
    return this.defined(success ? 'passed' : 'failed', result)
  }

  terminated(): Json {
    return this.defined('terminated', { duration: this.duration() })
  }

  /** An answer: never what somebody typed, only a wrong option that was chosen. */
  answered(exercise: string, played: string, right: boolean, choice: string): Json {
    const { activity } = this.by.launch
    const definition = { type: INTERACTION, interactionType: TYPES[played] ?? 'other' }
    const response = choice.slice(0, RESPONSE_CHARS)
    const result = { success: right, ...(response !== '' && { response }) }
    const id = `${activity}#${encodeURIComponent(exercise)}`
    const object = { objectType: 'Activity', id, definition }
    const parent = [{ objectType: 'Activity', id: activity }]
    return this.stated('answered', object, result, { parent })
  }

  /** One of those that cmi5 defines: in its category, and in that of what moves on where it settles something. */
  private defined(verb: Verb, result?: Json): Json {
    const settles = result !== undefined && ('completion' in result || 'success' in result)
    const names = this.by.launch.fetch ? ['cmi5', ...(settles ? ['moveon'] : [])] : []
    const category = names.map((name) => ({ objectType: 'Activity', id: CATEGORY + name }))
    const object = { objectType: 'Activity', id: this.by.launch.activity }
    const score = this.by.wanted.masteryScore
    const extensions =
      result !== undefined && 'success' in result && score !== null ? { [MASTERY]: score } : {}
    return this.stated(verb, object, result, category.length > 0 ? { category } : {}, extensions)
  }

  private stated(
    verb: string,
    object: Json,
    result: Json | undefined,
    activities: Json,
    extensions: Json = {},
  ): Json {
    const { launch, wanted, uuid, now } = this.by
    const { template } = wanted
    return {
      id: uuid(),
      actor: launch.actor,
      verb: { id: VERBS + verb, display: { en: verb } },
      object,
      ...(result && { result }),
      context: {
        ...template,
        ...(launch.registration && { registration: launch.registration }),
        contextActivities: joined(template['contextActivities'], activities),
        extensions: { ...(template['extensions'] as Json | undefined), ...extensions },
      },
      timestamp: now().toISOString(),
    }
  }

  private duration(): string {
    return `PT${Math.max(0, Math.round((this.by.now().getTime() - this.began) / 10) / 100)}S`
  }
}

/** What the platform's template lists, and what is our own, under the same names. */
function joined(template: unknown, own: Json): Json {
  const given = isRecord(template) ? template : {}
  const names = new Set([...Object.keys(given), ...Object.keys(own)])
  return Object.fromEntries(
    [...names].map((name) => [name, [...listed(given[name]), ...listed(own[name])]]),
  )
}

const listed = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
