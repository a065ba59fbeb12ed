/** One visit as a cmi5 or xAPI platform is told of it: state and statements, each there before the next answer. */
import { Progress } from '../../../runtime/src/progress'
import type { Shelf } from '../../../embed/src/shelf'
import { standingOf } from '../standing'
import { record, type Json } from './launch'
import type { Outbox } from './outbox'
import type { Statements } from './statements'

const KEY = 'progress'
const RETRY_MS = 3_000

export interface Told {
  statements: Statements
  outbox: Outbox
  /** Keep a document with the platform; whether it was taken. */
  keep: (text: string, leaving: boolean) => Promise<boolean>
  /** Tell what is left when the page goes. */
  last: (statements: readonly Json[]) => void
  later: (work: () => void, ms: number) => void
  /** Here, too, until the platform has it. */
  safe: Shelf
  mode: string
  judged: boolean
  /** Its exercises in the order of the app, and how each is answered. */
  exercises: Readonly<Record<string, string>>
}

/** What is kept of a learner: the app's values, and what was stated for good in this registration. */
interface Kept {
  values: Record<string, string>
  completed?: boolean
  passed?: boolean
}

export class Visit implements Shelf {
  private readonly ids: readonly string[]
  private readonly kept: Kept
  private failed = false
  private over = false
  private keeping = false
  private changed = false

  constructor(
    private readonly by: Told,
    state: string | null,
  ) {
    this.ids = Object.keys(by.exercises)
    const read = record(by.safe.load('state') || (state ?? ''))
    const values = read?.['values']
    this.kept = { ...read, values: (values ?? {}) as Record<string, string> }
  }

  load(key: string): string | null {
    return this.kept.values[key] ?? null
  }

  store(key: string, value: string): { ok: boolean; durable: boolean } {
    this.kept.values[key] = value
    return { ok: true, durable: this.keep() }
  }

  /** An answer, before the app has stored it. */
  hear(name: string, data: Record<string, unknown>): void {
    if (name !== 'answered' || this.over) return
    const { exercise, verdict, choice } = data
    const played = this.by.exercises[String(exercise)]
    const right = verdict === 'right'
    if (typeof exercise === 'string' && played !== undefined) {
      const progress = new Progress(this.ids, Date.now, () => undefined)
      progress.restore(this.load(KEY))
      progress.answer(exercise, right ? 'right' : 'wrong')
      this.kept.values[KEY] = progress.toText()
    }
    const chosen = typeof choice === 'string' ? choice : ''
    const { statements } = this.by
    if (typeof exercise === 'string') {
      this.put(statements.answered(exercise, played ?? '', right, chosen))
    }
    this.settle(data)
    this.keep()
  }

  /** The page goes: what is left is told in one piece, and stays here until the platform has it. */
  end(): void {
    if (this.over) return
    this.put(this.by.statements.terminated())
    this.over = true
    if (this.changed) void this.by.keep(this.text, true)
    this.by.last(this.by.outbox.left)
  }

  /** What can be settled once: that all is done, and whether it was enough. */
  private settle(data: Record<string, unknown>): void {
    if (this.by.mode !== 'Normal') return
    const standing = standingOf(this.load(KEY), this.ids)
    const done = this.ids.length > 0 ? standing.done : Number(data['done'] ?? 0)
    const total = this.ids.length > 0 ? standing.total : Number(data['total'] ?? 0)
    if (!(total > 0 && done >= total)) return
    const { statements, judged } = this.by
    if (!this.kept.completed) this.put(statements.completed())
    this.kept.completed = true
    if (!judged || this.ids.length === 0 || this.kept.passed) return
    const statement = statements.judged(standing)
    const passed = (statement['result'] as { success: boolean }).success
    if (passed || !this.failed) this.put(statement)
    this.kept.passed = passed
    this.failed ||= !passed
  }

  private put(statement: Json): void {
    this.by.outbox.put(statement)
  }

  private get text(): string {
    return JSON.stringify(this.kept)
  }

  /** Kept here at once, and with the platform as soon as it answers; whether it outlives the page. */
  private keep(): boolean {
    const { durable } = this.by.safe.store('state', this.text)
    this.changed = true
    if (!this.keeping) void this.handOver()
    return durable
  }

  private async handOver(): Promise<void> {
    this.keeping = true
    while (this.changed && !this.over) {
      const text = this.text
      if (!(await this.by.keep(text, false))) break
      this.changed = text !== this.text
      if (!this.changed) this.by.safe.store('state', '')
    }
    this.keeping = false
    if (this.changed && !this.over) this.by.later(() => void this.handOver(), RETRY_MS)
  }
}
