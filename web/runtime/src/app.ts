/** What every view and player may use of the running app. */
import type { Exercise, Payload } from './payload'
import type { Progress, Verdict } from './progress'
import type { Strings } from './strings'

export type ExerciseState = 'open' | 'right' | 'wrong' | 'revealed'

export interface App {
  readonly payload: Payload
  readonly exercises: ReadonlyMap<string, Exercise>
  /** Ids of each section's exercises, and the minutes it takes, by the section's id. */
  readonly outline: ReadonlyMap<string, { exercises: string[]; minutes: number }>
  readonly progress: Progress
  readonly say: Strings
  /** Language of the runtime's own words. */
  readonly spoken: string
  readonly clock: () => number
  /** States of this visit; what was answered at earlier visits is in `progress`. */
  readonly states: Map<string, ExerciseState>
  /** Whether progress outlives the page. */
  lasting: boolean
  /** Whether a wrapper page frames the app. */
  embedded: boolean
  /** Say something to a screen reader. */
  announce(text: string): void
  /** Show a view; `block` is a reading block to scroll to. */
  go(place: string, block?: string): void
  /** To be called when an exercise has been answered. */
  answered(exercise: Exercise, verdict: Verdict): void
}
