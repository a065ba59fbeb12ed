/** When a typed answer counts as right: the spelling decides, the way of typing does not. */

const NEAR_MISS_MIN_CHARS = 5
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'
const PLAIN = '0123456789+-=()ni'
// Groups of three digits, parted as most languages part them; a comma before other digits begins decimals.
const GROUPS = /(?<![\d.,])\d{1,3}(?:([ ,'\u2019\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?![\d,])/g
const DOTTED_GROUPS = /(?<![\d.,])\d{1,3}(?:(?:\.\d{3}){2,}(?![\d.])|(?:\.\d{3})+(?=,\d))/g
const DECIMAL_COMMA = /(?<=\d),(?=\d)/g
// One sign for those that are typed for others, and none of the spaces around them, which nobody types alike.
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[×·⋅∙]|(?<=\d) ?[x*] ?(?=\d)/g, '*'],
  [/⟶|→|-+>/g, '→'],
  [/⇌|<=>/g, '⇌'],
  [/≤|<=/g, '≤'],
  [/≥|>=/g, '≥'],
  [/√|\bsqrt\b/g, '√'],
  [/\u2044/g, '/'],
  [/ ?([=+*^/<>≤≥≈≠→⇌±]) ?/g, '$1'],
  [/(?<=[\d)\]]|(?:^|[^\p{L}])\p{L}) ?- ?(?=[\d(√]|\p{L}(?!\p{L}))/gu, '-'],
]

/**
 * The answer with case, width, outer punctuation and kinds of dashes and quotes levelled out. Raised signs
 * become a power ("10²³" is "10^23" and never "1023"), lowered ones plain signs, numbers one way of writing.
 */
export function levelled(answer: string): string {
  return numbersLevelled(scriptsSpelt(answer))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u201a\u2032`]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\s\u00ad\u200b]+/g, ' ')
    .replace(/.+/s, signsLevelled)
    .replace(/^[\s"'.,;:!?]+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])[\s"'.,;:!?]+$/gu, '')
    .trim()
}

function signsLevelled(answer: string): string {
  return SIGNS.reduce((text, [sign, levelled]) => text.replace(sign, levelled), answer)
}

function scriptsSpelt(answer: string): string {
  return answer
    .replace(/[\u00b4\u02bc]/g, "'")
    .replace(/\*\*/g, '^')
    .replace(new RegExp(`[${RAISED}]+`, 'g'), (signs) => `^${spelt(signs, RAISED)}`)
    .replace(new RegExp(`_?[${LOWERED}]+`, 'g'), (signs) => spelt(signs.replace('_', ''), LOWERED))
    .replace(/\^\s*(?:\(([^()]*)\)|\{([^{}]*)\})/g, (_, round, curly) => `^${round ?? curly}`)
    .replace(/_\{?(\d+)\}?/g, '$1')
}

function spelt(signs: string, table: string): string {
  return [...signs].map((sign) => PLAIN[table.indexOf(sign)]).join('')
}

function numbersLevelled(answer: string): string {
  return answer
    .replace(DOTTED_GROUPS, (number) => number.replaceAll('.', ''))
    .replace(GROUPS, (number, parted: string) => number.replaceAll(parted, ''))
    .replace(DECIMAL_COMMA, '.')
}

// Articles that may be typed before an answer that has none; another article than the answer's own is a mistake.
const ARTICLE =
  /^(?:the|an?|der|die|das|den|dem|des|eine?[mnrs]?|le|la|les|une?|el|los|las|una) (?=\S{3})|^l'(?=\S{3})/
// How umlauts are typed where the keyboard has none.
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/ä/g, 'ae'],
  [/ö/g, 'oe'],
  [/ü/g, 'ue'],
  [/ß/g, 'ss'],
]

/** Whether a typed answer is right: as it stands, with an article before it, or with umlauts spelt out. */
export function isRight(given: string, answer: string, accept: readonly string[]): boolean {
  const typed = umlautsSpelt(levelled(given))
  const bare = typed.replace(ARTICLE, '')
  return (
    typed !== '' &&
    [answer, ...accept].some((spelling) => {
      const accepted = umlautsSpelt(levelled(spelling))
      return accepted === typed || accepted === bare
    })
  )
}

function umlautsSpelt(answer: string): string {
  return SPELT.reduce((text, [umlaut, spelt]) => text.replace(umlaut, spelt), answer)
}

/**
 * Whether a wrong answer is one letter away from the right one, which is worth telling; not when it is
 * another of the words that the app knows: "stoma" is no slip for "stroma" where both are taught.
 */
export function isNearMiss(given: string, answer: string, known: readonly string[] = []): boolean {
  const typed = levelled(given)
  if (known.some((word) => levelled(word) === typed)) return false
  const [a, b] = [[...typed], [...levelled(answer)]]
  if (b.length < NEAR_MISS_MIN_CHARS || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return Math.max(a.length, b.length) - start - end === 1
}
