/** What the author needs to know to offer more of an item or of a part. */
import type { Item } from '../api/desk'
import type { Example } from '../api/examples'
import type { Acts } from './use-acts'

export type OffersProps = {
  example: Example
  specId: string
  acts: Acts
  /** The item that more is wanted for, with its key in the spec; null for the part. */
  about: { item: Item; key: string } | null
  /** The key of the part in the spec, for what is held back. */
  part: string
}
