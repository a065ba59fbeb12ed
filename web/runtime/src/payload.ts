/** The content of an app: the payload of docs/reference/app-contract.md. */

/** What every item has; its other fields are those of its kind, as its player knows them. */
export interface Item {
  id: string
  evidence: string[]
  /** Told once it is answered. */
  explanation?: string
  /** The figure that is shown with it. */
  picture?: Picture
}
export type Term = Item & { term: string; definition: string }
export type Cloze = Item & { before: string; answer: string; after: string; accept: string[] }
export interface Activity {
  id: string
  kind: string
  title: string
  items: Item[]
}
export interface Cell {
  text: string
  /** Where the text alone does not show all of it: formulas, emphasis, line breaks. */
  html?: string
  header: boolean
  row_span: number
  column_span: number
}
export interface ReadingBlock {
  id: string
  kind: 'heading' | 'paragraph' | 'list_item' | 'table' | 'figure' | 'caption' | 'code'
  level: number
  html: string
  label: string
  number?: string
  /** Of a listing, as the source states it. */
  language?: string
  rows?: Cell[][]
  picture?: Picture
}
/** What a figure shows; `name` leads to its address in `Payload.pictures`, "" where the app does not carry it. */
export interface Picture {
  name: string
  width: number
  height: number
  alt: string
  credit: string
}
export interface Section {
  id: string
  title: string
  prose: string
  reading: ReadingBlock[]
  activities: Activity[]
  /** Where practice stands; left out, all of it stands after the reading. */
  stages?: Stage[]
}
/** So many blocks to read, then these exercises. */
export interface Stage {
  blocks: number
  exercises: string[]
}
/** One of the sources; `address` is where the place can be visited, `film` where it is in a recording. */
export interface Origin {
  title?: string
  address?: string
  film?: string
  date?: string
}
export interface Source {
  name: string
  title: string
  authors: string[]
  licence: string
  date: string
  origins?: Origin[]
}
export interface Quote {
  text: string
  label: string
  block: string
  origin?: Origin
}
export interface Payload {
  format: number
  title: string
  language: string
  summary: string
  author: string
  hash: string
  source: Source | null
  goals: { text: string; evidence: string[] }[]
  sections: Section[]
  evidence: Record<string, Quote>
  /** Texts of goals and items that hold formulas, as the words say them, and their sanitised markup. */
  formulas?: Record<string, string>
  pictures?: Record<string, string>
  /** What wrong options are by the source's own words, by the words of the option. */
  meanings?: Record<string, Quote>
}

/** What a learner answers at once: one item, or a whole activity such as an ordering. */
export interface Exercise {
  id: string
  kind: string
  title: string
  items: Item[]
  section: Section
}

export function readPayload(text: string): Payload {
  const payload = JSON.parse(text) as Payload
  if (payload.format !== 1) throw new Error(`This app has format ${payload.format}, not 1.`)
  return payload
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#x27', "'"],
  ['#39', "'"],
])

/** The words of sanitised inline markup. */
export function plainText(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+|#\w+);/g, (whole, name: string) => ENTITIES.get(name) ?? whole)
    .trim()
}

/** The words that an app asks for or explains: none of them is a slip of the pen for another. */
export function wordsOf(payload: Payload): string[] {
  const activities = payload.sections.flatMap((section) => section.activities)
  const items = activities.flatMap((one): (Partial<Term> & Partial<Cloze>)[] => [
    ...one.items,
    ...taughtTerms(one),
  ])
  return items.flatMap(({ term, answer }) => [term, answer]).filter((word) => word !== undefined)
}

const LONGEST_NAME = 5 // words of a term
const SHORTEST_MEANING = 3 // words of what it means

/** The terms of an activity: listed as such, or the short right sides of pairs that are matched with meanings. */
function taughtTerms({ kind, items }: Activity): Term[] {
  if (items.some((item) => 'term' in item)) return items as Term[]
  if (kind !== 'matching') return []
  const pairs = items as (Item & { left: string; right: string })[]
  const words = (text: string) => text.trim().split(/\s+/).length
  const named = pairs.every(({ left, right }) => {
    const name = words(right)
    return name <= LONGEST_NAME && words(left) >= SHORTEST_MEANING && name < words(left)
  })
  return named ? pairs.map((p) => ({ ...p, term: p.right, definition: p.left })) : []
}

/** The key terms of all sections in alphabetical order, each once. */
export function glossaryOf(payload: Payload): Term[] {
  const terms = payload.sections.flatMap((section) => section.activities).flatMap(taughtTerms)
  const byText = new Map(terms.map((term) => [`${term.term}\n${term.definition}`, term]))
  const collator = new Intl.Collator(payload.language || 'en', { sensitivity: 'base' })
  return [...byText.values()].sort((a, b) => collator.compare(a.term, b.term))
}
