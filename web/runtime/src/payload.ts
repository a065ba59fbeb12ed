/** The content of an app: the payload of docs/reference/app-contract.md, and its exercises in order. */

export type Kind =
  | 'terms'
  | 'flashcards'
  | 'cloze'
  | 'choice'
  | 'matching'
  | 'ordering'
  | 'timeline'
  | 'cause_effect'
  | 'concept_map'
  | 'recall'

interface Common {
  id: string
  evidence: string[]
}
export type Term = Common & { term: string; definition: string }
export type Card = Common & { front: string; back: string }
export type Cloze = Common & { before: string; answer: string; after: string; accept: string[] }
export type Choice = Common & { question: string; answer: string; distractors: string[] }
export type Pair = Common & { left: string; right: string }
export type Step = Common & { text: string }
export type Event = Common & { when: string; text: string }
export type Link = Common & { start: string; label: string; end: string }
export type Item = Term | Card | Cloze | Choice | Pair | Step | Event | Link

export interface Activity {
  id: string
  kind: Kind
  title: string
  items: Item[]
}
export interface Cell {
  text: string
  header: boolean
  row_span: number
  column_span: number
}
export interface ReadingBlock {
  id: string
  kind: 'heading' | 'paragraph' | 'list_item' | 'table' | 'caption' | 'code'
  level: number
  html: string
  label: string
  number?: string
  rows?: Cell[][]
}
export interface Section {
  id: string
  title: string
  prose: string
  reading: ReadingBlock[]
  activities: Activity[]
}
export interface Source {
  name: string
  title: string
  authors: string[]
  licence: string
  date: string
}
export interface Quote {
  text: string
  label: string
  block: string
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
}

/** What a learner answers at once: one item, or a whole activity such as an ordering. */
export interface Exercise {
  id: string
  kind: Kind
  title: string
  items: Item[]
  section: Section
}

/** One practice group of a section as it stands on the page. */
export interface Group {
  activity: Activity
  exercises: Exercise[]
}

const WHOLE_KINDS: ReadonlySet<Kind> = new Set([
  'matching',
  'ordering',
  'timeline',
  'cause_effect',
  'concept_map',
])
const READING_WORDS_PER_MINUTE = 200
const SECONDS_PER_ITEM = 12

export function readPayload(text: string): Payload {
  const payload = JSON.parse(text) as Payload
  if (payload.format !== 1) throw new Error(`This app has format ${payload.format}, not 1.`)
  return payload
}

/** The practice of a section; kinds that are answered as a whole give one exercise. */
export function groupsOf(section: Section): Group[] {
  return section.activities.map((activity) => {
    const { id, kind, title, items } = activity
    const exercises = WHOLE_KINDS.has(kind)
      ? [{ id, kind, title, items, section }]
      : items.map((item) => ({ id: item.id, kind, title, items: [item], section }))
    return { activity, exercises }
  })
}

export function exercisesOf(section: Section): Exercise[] {
  return groupsOf(section).flatMap((group) => group.exercises)
}

/** Every exercise of the app by its id, in the order of the app. */
export function allExercises(payload: Payload): Map<string, Exercise> {
  return new Map(
    payload.sections.flatMap(exercisesOf).map((exercise) => [exercise.id, exercise] as const),
  )
}

/** What overviews need of each section, worked out once. */
export function outlineOf(payload: Payload): Map<string, { exercises: string[]; minutes: number }> {
  return new Map(
    payload.sections.map((section) => {
      const exercises = exercisesOf(section).map((exercise) => exercise.id)
      return [section.id, { exercises, minutes: minutesFor(section) }]
    }),
  )
}

/** Minutes that reading and practising a section takes, at least one. */
export function minutesFor(section: Section): number {
  let words = countWords(section.prose)
  for (const block of section.reading) {
    words += block.rows
      ? block.rows.flat().reduce((sum, cell) => sum + countWords(cell.text), 0)
      : countWords(block.html)
  }
  const items = section.activities.reduce((sum, activity) => sum + activity.items.length, 0)
  return Math.max(1, Math.round(words / READING_WORDS_PER_MINUTE + (items * SECONDS_PER_ITEM) / 60))
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

function countWords(markup: string): number {
  return markup
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length
}

/** The words that an app asks for or explains: none of them is a slip of the pen for another. */
export function wordsOf(payload: Payload): string[] {
  const items = payload.sections
    .flatMap((section) => section.activities)
    .flatMap((activity) => activity.items as (Partial<Term> & Partial<Cloze>)[])
  return items.flatMap(({ term, answer }) => [term, answer]).filter((word) => word !== undefined)
}

/** The key terms of all sections in alphabetical order, each once. */
export function glossaryOf(payload: Payload): Term[] {
  const terms = payload.sections
    .flatMap((section) => section.activities)
    .filter((activity) => activity.kind === 'terms')
    .flatMap((activity) => activity.items as Term[])
  const byText = new Map(terms.map((term) => [`${term.term}\n${term.definition}`, term]))
  const collator = new Intl.Collator(payload.language || 'en', { sensitivity: 'base' })
  return [...byText.values()].sort((a, b) => collator.compare(a.term, b.term))
}
