/** When a typed answer counts as right: the spelling decides, the way of typing does not. */

const NEAR_MISS_MIN_CHARS = 5

/** The answer with case, width, outer punctuation and kinds of dashes and quotes levelled out. */
export function levelled(answer: string): string {
  return answer
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u201a\u2032`]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\s\u00ad\u200b]+/g, ' ')
    .replace(/^[\s"'.,;:!?]+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])[\s"'.,;:!?]+$/gu, '')
    .trim()
}

export function isRight(given: string, answer: string, accept: readonly string[]): boolean {
  const typed = levelled(given)
  return typed !== '' && [answer, ...accept].some((accepted) => levelled(accepted) === typed)
}

/** Whether a wrong answer is one letter away from the right one, which is worth telling. */
export function isNearMiss(given: string, answer: string): boolean {
  const [a, b] = [[...levelled(given)], [...levelled(answer)]]
  if (b.length < NEAR_MISS_MIN_CHARS || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return Math.max(a.length, b.length) - start - end === 1
}
