/** How the source supports an item, in a sign and a key. */
import type { Claim } from '../api/claims'
import type { Item, Support } from '../api/desk'

export const SUPPORT_SIGNS: Record<Support, string> = { source: '✓', own: '✎', unsupported: '⚠' }

/** An item, and how it says what its sentence says: `compare` where nothing vouches for its other words. */
export type HeldItem = Item & {
  said?: 'quoted' | 'restated' | 'compare' | 'checked'
  /** Of those that a person may have to check. */
  claims?: Claim[]
}

/** The key of what is said of an item, and its sign. */
export function supportOf({ support, said }: Pick<HeldItem, 'support' | 'said'>) {
  if (support !== 'source' || !said) return [support, SUPPORT_SIGNS[support]] as const
  return [said, said === 'compare' ? '≈' : SUPPORT_SIGNS.source] as const
}
