/** What the learner has answered, when each item comes back, and how both are written down. */
import { afterAnswer, isDue, type Memory } from './schedule'
import type { Scheme } from '../../bridge/protocol'

export type Verdict = 'right' | 'wrong'
/** Sections one screen after the other, or each as one page. */
export type Layout = 'steps' | 'all'
/** Of each kind of exercise how many were timed, and the sum of their times as shares of what was expected. */
export type Pace = Record<string, [number, number]>
export interface Answered {
  verdict: Verdict
  first: Verdict
  memory: Memory
}
export interface Saved {
  answers: Map<string, Answered>
  place: string
  scheme: Scheme | ''
  layout: Layout
  withKey: boolean
  pace: Pace
  read: Set<string>
}

const FORMAT = 1
const RIGHT = 1
const EXPECTED_WEIGHT = 4 // so many own times count as much as what was expected
const SLOWEST = 5 // times what was expected; who takes longer does something else meanwhile

/** The learner's progress in one app; `changed` is called after every change. */
export class Progress {
  readonly answers = new Map<string, Answered>()
  place = ''
  scheme: Scheme | '' = ''
  layout: Layout = 'steps'
  /** Whether the answer key is printed. */
  withKey = true
  pace: Pace = {}
  /** Sections without practice that were read to their end. */
  read = new Set<string>()
  private last: { id: string; before: Answered | undefined } | null = null

  constructor(
    readonly ids: readonly string[],
    private readonly clock: () => number,
    private readonly changed: () => void,
  ) {}

  get total(): number {
    return this.ids.length
  }

  get done(): number {
    return this.ids.filter((id) => this.answers.has(id)).length
  }

  get complete(): boolean {
    return this.done === this.total
  }

  answer(id: string, verdict: Verdict): Answered {
    const before = this.answers.get(id)
    this.last = { id, before }
    const memory = afterAnswer(before?.memory ?? null, verdict === 'right', this.clock())
    const answered = { verdict, first: before?.first ?? verdict, memory }
    this.answers.set(id, answered)
    this.changed()
    return answered
  }

  /** Forget the last answer to this exercise, which was judged unjustly. */
  takeBack(id: string): void {
    const { last } = this
    if (last?.id !== id) return
    if (last.before) this.answers.set(id, last.before)
    else this.answers.delete(id)
    this.last = null
  }

  /** A second try right after a mistake: it corrects the verdict and leaves the schedule alone. */
  correct(id: string, verdict: Verdict): Answered {
    const before = this.answers.get(id)
    if (!before) return this.answer(id, verdict)
    const answered = { ...before, verdict }
    this.answers.set(id, answered)
    this.changed()
    return answered
  }

  visit(place: string): void {
    if (this.place === place) return
    this.place = place
    this.changed()
  }

  wasRead(section: string): void {
    if (this.read.has(section)) return
    this.read.add(section)
    this.changed()
  }

  choose(scheme: Scheme): void {
    this.scheme = scheme
    this.changed()
  }

  arrange(layout: Layout): void {
    this.layout = layout
    this.changed()
  }

  printKey(wanted: boolean): void {
    this.withKey = wanted
    this.changed()
  }

  /** Note how long an exercise took, as a share of the seconds that were expected. */
  timed(kind: string, share: number): void {
    const [count, sum] = this.pace[kind] ?? [0, 0]
    this.pace[kind] = [count + 1, Math.round(100 * (sum + Math.min(share, SLOWEST))) / 100]
  }

  /** How long this learner takes for exercises of a kind, as a share of what is expected. */
  paceOf(kind: string): number {
    const [count, sum] = this.pace[kind] ?? [0, 0]
    return (EXPECTED_WEIGHT + sum) / (EXPECTED_WEIGHT + count)
  }

  restart(): void {
    this.answers.clear()
    this.read.clear()
    this.place = ''
    this.changed()
  }

  due(): string[] {
    const now = this.clock()
    return this.ids.filter((id) => {
      const answered = this.answers.get(id)
      return answered !== undefined && isDue(answered.memory, now)
    })
  }

  wrong(): string[] {
    return this.ids.filter((id) => this.answers.get(id)?.verdict === 'wrong')
  }

  firstRight(): number {
    return this.ids.filter((id) => this.answers.get(id)?.first === 'right').length
  }

  /** When the next item comes back, in milliseconds, or null if none is scheduled. */
  nextDue(): number | null {
    const dues = this.ids.flatMap((id) => this.answers.get(id)?.memory.due ?? [])
    return dues.length ? Math.min(...dues) * 1000 : null
  }

  /** Take over what was kept; what has been answered since the start stays. */
  restore(text: string | null): void {
    const saved = text ? parseSaved(text) : null
    if (!saved) return
    for (const [id, answered] of saved.answers) {
      if (!this.answers.has(id)) this.answers.set(id, answered)
    }
    this.place ||= saved.place
    this.scheme ||= saved.scheme
    if (saved.layout === 'all') this.layout = 'all'
    this.withKey &&= saved.withKey
    this.pace = { ...saved.pace, ...this.pace }
    for (const section of saved.read) this.read.add(section)
  }

  /** The compact form that is kept; also of items that this version of the app lacks. */
  toText(): string {
    const answers = [...this.answers].map(([id, { verdict, first, memory: m }]) => [
      id,
      ...[verdict, first].map((v) => (v === 'right' ? RIGHT : 0)),
      ...[m.due, m.last, m.stability, m.difficulty, m.reps, m.lapses],
    ])
    const { place, scheme } = this
    const chosen = {
      ...(this.layout === 'all' && { layout: 'all' }),
      ...(!this.withKey && { key: 0 }),
      ...(Object.keys(this.pace).length > 0 && { pace: this.pace }),
      ...(this.read.size > 0 && { read: [...this.read].join(' ') }),
    }
    return JSON.stringify({ format: FORMAT, place, scheme, ...chosen, answers })
  }
}

/** The saved progress, or null for anything that cannot be one. */
export function parseSaved(text: string): Saved | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  const record = data as Partial<Record<string, unknown>> | null
  if (record?.['format'] !== FORMAT || !Array.isArray(record['answers'])) return null
  const answers = new Map<string, Answered>()
  for (const row of record['answers'] as unknown[]) {
    const answered = parseRow(row)
    if (answered) answers.set(...answered)
  }
  const { scheme, place, layout, key, pace, read } = record
  return {
    answers,
    place: typeof place === 'string' ? place : '',
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : '',
    layout: layout === 'all' ? 'all' : 'steps',
    withKey: key !== 0,
    pace: parsePace(pace),
    read: new Set(typeof read === 'string' ? read.split(' ') : []),
  }
}

function parsePace(pace: unknown): Pace {
  const rows = Object.entries(pace && typeof pace === 'object' ? pace : {}) as [string, unknown][]
  return Object.fromEntries(
    rows.filter(
      (row): row is [string, [number, number]] =>
        Array.isArray(row[1]) &&
        row[1].length === 2 &&
        row[1].every((n) => Number.isFinite(n) && n >= 0),
    ),
  )
}

function parseRow(row: unknown): [string, Answered] | null {
  if (!Array.isArray(row) || typeof row[0] !== 'string') return null
  const numbers = row.slice(1) as unknown[]
  if (numbers.length !== 8 || !numbers.every((n) => Number.isFinite(n))) return null
  const [verdict, first, due, last, stability, difficulty, reps, lapses] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const word = (n: number): Verdict => (n === RIGHT ? 'right' : 'wrong')
  const memory = { due, last, stability, difficulty, reps, lapses }
  return [row[0], { verdict: word(verdict), first: word(first), memory }]
}
