/** Which examples are shown, and in which order. */
import type { Example } from '../api/examples'
import { shownStatus, type ShownStatus } from '../parts/status-badge'

export type Order = 'newest' | 'oldest' | 'title'
export type Filter = {
  query: string
  project: string
  archived: boolean
  status?: ShownStatus | ''
  tag?: string
  /** The names of projects by their ids, to be found by them. */
  names?: ReadonlyMap<string, string>
}
export type Wanted = Filter & { order: Order; language: string }

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

// What can be found of an example, made once for each version of it.
const texts = new WeakMap<Example, string>()
function textOf(example: Example): string {
  let text = texts.get(example)
  if (text === undefined) {
    text = plain([example.title, example.source_name, ...example.tags].join(' '))
    texts.set(example, text)
  }
  return text
}

export function inOrder(examples: readonly Example[], order: Order, language: string): Example[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const compare: Record<Order, (a: Example, b: Example) => number> = {
    newest: (a, b) => (a.created_at < b.created_at ? 1 : -1),
    oldest: (a, b) => (a.created_at > b.created_at ? 1 : -1),
    title: (a, b) => collator.compare(a.title, b.title),
  }
  return [...examples].sort(compare[order])
}

export function matching(examples: readonly Example[], wanted: Filter): Example[] {
  const words = plain(wanted.query).split(/\s+/).filter(Boolean)
  const projects = new Map([...(wanted.names ?? [])].map(([id, name]) => [id, plain(name)]))
  return examples.filter((example) => {
    if (example.archived !== wanted.archived) return false
    if (wanted.project && example.project_id !== wanted.project) return false
    if (wanted.status && shownStatus(example) !== wanted.status) return false
    if (wanted.tag && !example.tags.includes(wanted.tag)) return false
    if (words.length === 0) return true
    const text = textOf(example)
    const project = projects.get(example.project_id) ?? ''
    return words.every((word) => text.includes(word) || project.includes(word))
  })
}

export const arrange = (examples: readonly Example[], wanted: Wanted): Example[] =>
  inOrder(matching(examples, wanted), wanted.order, wanted.language)

/** Every tag with how many examples have it, the most frequent first. */
export function tagsOf(examples: readonly Example[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const example of examples)
    for (const tag of example.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}
