/** How far a learner is, by what the app keeps. */
import { savedOf } from './short-progress'

export interface Standing {
  done: number
  /** How many exercises are right by their last answer. */
  right: number
  total: number
}

export function standingOf(progress: string | null, ids: readonly string[]): Standing {
  const { answers } = savedOf(progress)
  const known = ids.filter((id) => answers.has(id))
  const right = known.filter((id) => answers.get(id)?.verdict === 'right').length
  return { done: known.length, right, total: ids.length }
}
