/** The outline of a spec while it is written: its sections and activities, by line. */

/** `level` is 2 for goals and sections, 3 for activities; `section` counts sections from 1, 0 before. */
export type Entry = { line: number; level: 2 | 3; kind: string; title: string; section: number }

const HEADING = /^(##|###)[ \t]+([^:\n]*)(?::[ \t]*(.*))?$/
const ESCAPED = /\\([!-/:-@[-`{-~])/g

export function outlineOf(text: string): Entry[] {
  const entries: Entry[] = []
  let line = 0
  let section = 0
  let at = 0
  while (at <= text.length) {
    line += 1
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end
    if (text.charCodeAt(at) === 35) {
      const found = HEADING.exec(text.slice(at, stop).trimEnd())
      if (found?.[1]) {
        const level = found[1].length === 2 ? 2 : 3
        const kind = (found[2] ?? '').trim()
        if (level === 2 && kind.toLowerCase() === 'section') section += 1
        const title = (found[3] ?? '').replace(ESCAPED, '$1').trim()
        entries.push({ line, level, kind, title, section })
      }
    }
    at = stop + 1
  }
  return entries
}

/** The place in the outline of a line: the last entry at or before it, -1 if there is none. */
export function entryAt(entries: readonly Entry[], line: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.line ?? 0) <= line) low = middle + 1
    else high = middle
  }
  return low - 1
}
