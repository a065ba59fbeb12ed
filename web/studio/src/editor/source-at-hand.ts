/** A source, as far as it is loaded, as the spec editor asks it. */
import type { Block } from '../api/inputs'
import type { Reference } from '../evidence/references'
import type { Telling } from './evidence-marks'

export type SourceAtHand = {
  blocks: () => readonly Block[]
  parts: (block: string) => Promise<string[]>
  place: (block: Block) => string
  tell: (reference: Reference) => Promise<Telling | null>
}
