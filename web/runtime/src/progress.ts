/** What the learner has answered, when each item comes back, and how both are written down. */
import { afterAnswer, isDue, type Memory } from './schedule'
import type { Scheme } from '../../bridge/protocol'

export type Verdict = 'right' | 'wrong'
export interface Answered {
  verdict: Verdict
  first: Verdict
  memory: Memory
}
export interface Saved {
  answers: Map<string, Answered>
  place: string
  scheme: Scheme | ''
}

const FORMAT = 1
const RIGHT = 1

/** The learner's progress in one app; `changed` is called after every change. */
export class Progress {
  readonly answers = new Map<string, Answered>()
  place = ''
  scheme: Scheme | '' = ''

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
    const memory = afterAnswer(before?.memory ?? null, verdict === 'right', this.clock())
    const answered = { verdict, first: before?.first ?? verdict, memory }
    this.answers.set(id, answered)
    this.changed()
    return answered
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

  choose(scheme: Scheme): void {
    this.scheme = scheme
    this.changed()
  }

  restart(): void {
    this.answers.clear()
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
  }

  /** The compact form that is kept; also of items that this version of the app lacks. */
  toText(): string {
    const answers = [...this.answers].map(([id, { verdict, first, memory: m }]) => [
      id,
      ...[verdict, first].map((v) => (v === 'right' ? RIGHT : 0)),
      ...[m.due, m.last, m.stability, m.difficulty, m.reps, m.lapses],
    ])
    return JSON.stringify({ format: FORMAT, place: this.place, scheme: this.scheme, answers })
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
  const record = data as { format?: unknown; place?: unknown; scheme?: unknown; answers?: unknown }
  if (record?.format !== FORMAT || !Array.isArray(record.answers)) return null
  const answers = new Map<string, Answered>()
  for (const row of record.answers as unknown[]) {
    const answered = parseRow(row)
    if (answered) answers.set(...answered)
  }
  const scheme = record.scheme === 'light' || record.scheme === 'dark' ? record.scheme : ''
  return { answers, place: typeof record.place === 'string' ? record.place : '', scheme }
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
