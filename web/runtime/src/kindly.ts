/** When a word that was recalled counts as right: more kindly than a gap, where the spelling is what is asked. */
import { isNearMiss, isRight, levelled } from './judge'

/** "close" is right, and the spelling worth telling. */
export type Recalled = 'exact' | 'close' | 'wrong'

const ENDINGS = new Set(['s', 'es', 'x', 'e', 'n', 'en', 'er', 'ns'])
const SHORTEST_STEM_CHARS = 3
const LONG_WORD_CHARS = 7
const LAST_CHARS = 4

/** `known` are the other words of the app: whoever types one of these means it, and is wrong. */
export function recalled(
  given: string,
  spellings: readonly string[],
  known: readonly string[],
): Recalled {
  const [own = ''] = spellings
  if (isRight(given, own, spellings)) return 'exact'
  const others = known.filter((word) => !spellings.some((one) => plain(one) === plain(word)))
  if (plain(given) === '' || others.some((word) => plain(word) === plain(given))) return 'wrong'
  const close = spellings.some(
    (one) => sameWords(plain(given), plain(one)) || isSlip(plain(given), plain(one)),
  )
  return close ? 'close' : 'wrong'
}

/** Without accents, articles and hyphens. */
function plain(text: string): string {
  return levelled(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[-/]/g, ' ')
    .replace(/^(?:to|the|an?|der|die|das|ein|eine|le|la|les|une?|el|los|las|una) (?=\S)|^l'/, '')
    .trim()
}

/** The same words but for their endings: "rote Blutkörperchen" for "roten Blutkörperchen", "veins" for "vein". */
function sameWords(one: string, two: string): boolean {
  const [left, right] = [one.split(' '), two.split(' ')]
  const joined = left.join('') === right.join('')
  return (
    joined ||
    (left.length === right.length &&
      left.every((word, at) => sameButForEnding(word, right[at] ?? '')))
  )
}

function sameButForEnding(one: string, two: string): boolean {
  if (one === two) return true
  const [short, long] = one.length < two.length ? [one, two] : [two, one]
  if (short.length < SHORTEST_STEM_CHARS) return false
  if (short.endsWith('y') && long === `${short.slice(0, -1)}ies`) return true
  return long.startsWith(short) && ENDINGS.has(long.slice(short.length))
}

/**
 * A letter too many or too few, or another one in the middle of a long word: other letters at its beginning
 * or end make other words of their own ("efferent", "sulfite").
 */
function isSlip(given: string, answer: string): boolean {
  if (!isNearMiss(given, answer)) return false
  if (given.length !== answer.length) return true
  const at = [...answer].findIndex((letter, place) => letter !== given[place])
  return answer.length >= LONG_WORD_CHARS && at >= 2 && at < answer.length - LAST_CHARS
}
