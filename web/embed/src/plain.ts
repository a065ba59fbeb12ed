/** Data of an app as plain JSON: what is passed on is read from the very text whose length was measured. */
const MAX_DEPTH = 8
const MAX_PARTS = 500

/**
 * The data anew from its JSON text, or null if the text is longer than `limit` characters or the data holds
 * anything but JSON. Structured clones carry buffers, maps and blobs, whose JSON text is short; and an array may
 * be long without holding anything, so that no text is made before the parts are counted.
 */
export function plain(
  data: Record<string, unknown>,
  limit: number,
): Record<string, unknown> | null {
  if (!isJson(data, limit)) return null
  const text = JSON.stringify(data)
  return text.length <= limit ? (JSON.parse(text) as Record<string, unknown>) : null
}

function isJson(data: unknown, limit: number): boolean {
  const waiting: [unknown, number][] = [[data, 0]]
  for (let parts = 0; waiting.length > 0; parts += 1) {
    const [part, depth] = waiting.pop() as [unknown, number]
    if (parts > MAX_PARTS || depth > MAX_DEPTH) return false
    if (typeof part === 'object' && part !== null) {
      if (!isPlain(part) || (Array.isArray(part) && part.length > MAX_PARTS)) return false
      for (const key in part) {
        if (waiting.push([part[key as keyof typeof part], depth + 1]) > MAX_PARTS) return false
      }
    } else if (typeof part === 'string' ? part.length > limit : !isScalar(part)) return false
  }
  return true
}

const isPlain = (part: object): boolean =>
  Array.isArray(part) || Object.getPrototypeOf(Object.getPrototypeOf(part)) === null
const isScalar = (part: unknown): boolean =>
  part === null || part === undefined || typeof part === 'boolean' || Number.isFinite(part)
