/** Numbers and names as signs that every learning platform keeps as they are. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
export const SIGNS = ALPHABET.length
const KEYS = SIGNS ** 3

/** A whole number in so many signs; what is too large for them wraps around. */
export function signs(number: number, length: number): string {
  const last = ALPHABET[number % SIGNS] as string
  return length === 1 ? last : signs(Math.floor(number / SIGNS), length - 1) + last
}

/** The number that signs stand for; what is no sign counts nothing. */
export function value(text: string): number {
  return [...text].reduce((sum, sign) => sum * SIGNS + Math.max(ALPHABET.indexOf(sign), 0), 0)
}

/** A number as a whole one from 0 to `most`. */
export function fewer(number: number, most: number): number {
  return Math.min(Math.max(Math.round(number), 0), most)
}

/** Three signs for each id, made of the id alone unless two would share them: progress survives new exercises. */
export function keysOf(ids: readonly string[]): Map<string, string> {
  const taken = new Set<number>()
  return new Map(
    ids.map((id) => {
      let key = hashed(id) % KEYS
      while (taken.has(key)) key = (key + 1) % KEYS
      taken.add(key)
      return [id, signs(key, 3)]
    }),
  )
}

/** FNV-1a, 32 bits. */
function hashed(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193) >>> 0
  }
  return (hash ^ (hash >>> 16)) >>> 0
}
