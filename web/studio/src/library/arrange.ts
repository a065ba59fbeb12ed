/** Which examples are shown, and in which order. */
import type { Example } from '../api/praxeo'

export type Order = 'newest' | 'oldest' | 'title'
export type Wanted = {
  query: string
  order: Order
  project: string
  archived: boolean
  language: string
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function arrange(examples: readonly Example[], wanted: Wanted): Example[] {
  const words = plain(wanted.query).split(/\s+/).filter(Boolean)
  const shown = examples.filter((example) => {
    if (example.archived !== wanted.archived) return false
    if (wanted.project && example.project_id !== wanted.project) return false
    const text = plain([example.title, ...example.tags].join(' '))
    return words.every((word) => text.includes(word))
  })
  const collator = new Intl.Collator(wanted.language, { numeric: true, sensitivity: 'base' })
  const compare: Record<Order, (a: Example, b: Example) => number> = {
    newest: (a, b) => (a.created_at < b.created_at ? 1 : -1),
    oldest: (a, b) => (a.created_at > b.created_at ? 1 : -1),
    title: (a, b) => collator.compare(a.title, b.title),
  }
  return shown.sort(compare[wanted.order])
}
