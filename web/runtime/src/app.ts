/** What every view and player may use of the running app. */
import type { ToldSource } from '../../bridge/protocol'
import type { Outline } from './outline'
import type { Exercise, Payload } from './payload'
import type { Layout, Progress, Verdict } from './progress'
import type { Strings } from './strings'

export type ExerciseState = 'open' | 'right' | 'wrong' | 'revealed'

export interface App {
  readonly payload: Payload
  readonly exercises: ReadonlyMap<string, Exercise>
  /** What is known of each section, by its id. */
  readonly outline: ReadonlyMap<string, Outline>
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
  /** Have the page around the app show a place of a source; null where it does not. */
  showSource: ((told: ToldSource) => void) | null
  /** Whether it plays recordings, too. */
  playsFilms: boolean
  /** Have the page around the app show what is kept of the learner; null where it does not. */
  showKept: (() => void) | null
  /** Say something to a screen reader. */
  announce(text: string): void
  /**
   * Show a view: "home", "s1" (where one goes on in that section), "s1.3" (its third screen), or the
   * screen of an exercise by its id; `block` is a reading block to scroll to.
   */
  go(place: string, block?: string): void
  /** Show sections screen by screen or all at once, from now on. */
  arrange(layout: Layout): void
  /** To be called when an exercise has been answered. */
  answered(exercise: Exercise, verdict: Verdict, given?: string): void
}
