/** What is known of a section before it is shown. */
import type { Exercise, ReadingBlock } from './payload'

/** One screen of a section: something to read, one exercise, or how it went. */
export type Screen =
  | { kind: 'read'; prose: string; blocks: ReadingBlock[] }
  | { kind: 'exercise'; exercise: Exercise; activity: string; at: number }
  | { kind: 'end' }

export interface Outline {
  /** Ids of its exercises. */
  exercises: string[]
  screens: Screen[]
  /** Seconds that reading it takes, and doing its exercises of each kind. */
  reading: number
  practice: ReadonlyMap<string, number>
}
