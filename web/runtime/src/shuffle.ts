/** A shuffle that depends only on its seed, so that an app looks the same at every visit. */

export function shuffled<T>(values: readonly T[], seed: string): T[] {
  const random = mulberry32(fnv1a(seed))
  const result = [...values]
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[result[at], result[other]] = [result[other] as T, result[at] as T]
  }
  return result
}

/** A shuffle that is never in the order that `inOrder` accepts, if another order exists. */
export function disordered<T>(
  values: readonly T[],
  seed: string,
  inOrder: (order: readonly T[]) => boolean,
): T[] {
  const result = shuffled(values, seed)
  for (let turn = 0; turn < result.length && inOrder(result); turn += 1) {
    result.push(result.shift() as T)
  }
  return result
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
