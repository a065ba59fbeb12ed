/** Which lines of a spec lead back to which block of the source, and which blocks a search finds. */
import type { Block } from '../api/inputs'
import { referencesIn } from '../evidence/references'

/** A line of the spec, numbered from 1, without its marks and references. */
export type Item = { line: number; text: string }

const MARKS = /^\s*(?:[-*]|\d+\.|[QA]:)\s*(?:\[[ x]\]\s*)?(?:[QA]:\s*)?/
const REFERENCES = /\s*\{[^{}]*\}\s*$/

/** The items of a spec by the id of the block that they rest on; what a section reads is no item. */
export function itemsByBlock(spec: string): Map<string, Item[]> {
  const found = new Map<string, Item[]>()
  spec.split('\n').forEach((line, index) => {
    if (line.startsWith('Read:')) return
    const item = { line: index + 1, text: plainText(line) }
    for (const id of new Set(referencesIn(line).map(({ reference }) => reference.block))) {
      const items = found.get(id)
      if (items) items.push(item)
      else found.set(id, [item])
    }
  })
  return found
}

const plainText = (line: string): string =>
  line
    .replace(REFERENCES, '')
    .replace(MARKS, '')
    .replace(/\[\[(.*?)\]\]|\*\*(.*?)\*\*/g, (_, gap, term) => (gap ?? term) as string)
    .trim()

/** The blocks that hold every word, of those alone that something was made from if that is wanted. */
export function narrowed(
  blocks: readonly Block[],
  query: string,
  items: ReadonlyMap<string, Item[]> | null,
): Block[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return blocks.filter((block) => {
    if (items && !items.has(block.id)) return false
    if (words.length === 0) return true
    const text = block.text.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
