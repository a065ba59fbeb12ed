/** One visit as a learning platform is told of it: each answer is there before the next one is given. */
import { Progress, type Verdict } from '../../runtime/src/progress'
import { lengthened, savedOf, shortened } from './short-progress'
import type { Api, Words } from './platform'
import { standingOf } from './standing'

const KEY = 'progress'
const RAW = 'J'
const FULL_SCORE = 100

export class Session {
  private readonly ids: readonly string[]
  private readonly values = new Map<string, string>()
  private readonly began = Date.now()
  private readonly watched: boolean
  private done = 0
  private total: number
  private over = false

  constructor(
    private readonly api: Api,
    private readonly words: Words,
    /** Its exercises in the order of the app, and how each is answered. */
    private readonly exercises: Readonly<Record<string, string>>,
  ) {
    this.ids = Object.keys(exercises)
    this.total = this.ids.length
    this.call('Initialize', '')
    // Who looks a visit over, or has a look at the course, changes nothing. Some platforms state no mode.
    this.watched = ['browse', 'review'].includes(this.get(words.mode))
    this.restore(this.get(words.state))
    if (this.watched) return
    if (['', 'not attempted', 'unknown'].includes(this.get(words.status))) {
      this.set(words.status, 'incomplete')
    }
    this.set(words.exit, 'suspend')
    this.commit()
  }

  load(key: string): string | null {
    return this.values.get(key) ?? null
  }

  /** Whether the value was taken, and whether the platform has it. */
  store(key: string, value: string): { ok: boolean; durable: boolean } {
    this.values.set(key, value)
    return { ok: true, durable: this.keep() && this.commit() }
  }

  /** An answer, before the app has stored it: whatever ends the page now loses nothing. */
  hear(name: string, data: Record<string, unknown>): void {
    if (name !== 'answered' || this.watched || this.over) return
    const { exercise, verdict, choice, done, total } = data
    if (this.ids.length === 0) this.count(done, total)
    else if (typeof exercise === 'string' && this.ids.includes(exercise)) {
      const right = verdict === 'right'
      const progress = new Progress(this.ids, Date.now, () => undefined)
      progress.restore(this.load(KEY))
      progress.answer(exercise, right ? 'right' : 'wrong')
      this.values.set(KEY, progress.toText())
      this.interaction(exercise, right ? 'right' : 'wrong', choice)
    }
    this.keep()
    this.commit()
  }

  /** The page goes. Nothing waits for this: all that counts has been told before. */
  end(): void {
    if (this.over) return
    this.commit()
    this.over = true
    this.call(this.words.end, '')
  }

  private restore(state: string): void {
    if (state.startsWith(RAW)) {
      for (const [key, value] of Object.entries(read(state.slice(1)))) this.values.set(key, value)
      return
    }
    const progress = lengthened(state, this.ids)
    if (progress !== null) this.values.set(KEY, progress)
  }

  /** Hand over state, score and status; whether the state was taken. */
  private keep(): boolean {
    if (this.watched || this.over) return false
    const { words, ids } = this
    const state =
      ids.length > 0
        ? shortened(savedOf(this.load(KEY)), ids, words.stateChars)
        : RAW + JSON.stringify(Object.fromEntries(this.values))
    const kept = state !== '' && state.length <= words.stateChars && this.set(words.state, state)
    this.score()
    return kept
  }

  private score(): void {
    const { words, ids } = this
    const standing = standingOf(this.load(KEY), ids)
    const done = ids.length > 0 ? standing.done : this.done
    if (ids.length > 0) {
      const { right } = standing
      this.set(`${words.score}.min`, '0')
      this.set(`${words.score}.max`, String(FULL_SCORE))
      this.set(`${words.score}.raw`, String(Math.round((FULL_SCORE * right) / ids.length)))
      if (words.prefix === '') this.set('cmi.score.scaled', String(round(right / ids.length)))
    }
    if (words.prefix === '' && this.total > 0) {
      this.set('cmi.progress_measure', String(round(done / this.total)))
    }
    if (this.total > 0 && done >= this.total) this.set(words.status, 'completed')
  }

  private count(done: unknown, total: unknown): void {
    if (typeof done === 'number') this.done = Math.max(this.done, done)
    if (typeof total === 'number') this.total = total
  }

  /** Some platforms keep no interactions; that loses no progress, so what they answer is passed over. */
  private interaction(exercise: string, verdict: Verdict, choice: unknown): void {
    const { words } = this
    const at = `cmi.interactions.${this.get('cmi.interactions._count') || '0'}`
    this.set(`${at}.id`, exercise)
    this.set(`${at}.type`, words.interactions[this.exercises[exercise] ?? ''] ?? '')
    this.set(`${at}.${words.moment}`, words.clock(new Date()))
    if (words.prefix === '' && typeof choice === 'string') {
      this.set(`${at}.description`, choice.slice(0, 250))
    }
    this.set(`${at}.result`, verdict === 'right' ? 'correct' : words.wrong)
  }

  private commit(): boolean {
    if (this.watched || this.over) return false
    this.set(this.words.time, this.words.span(Date.now() - this.began))
    return this.call('Commit', '') === 'true'
  }

  private get(name: string): string {
    return this.call('GetValue', name)
  }

  private set(name: string, value: string): boolean {
    return this.call('SetValue', name, value) === 'true'
  }

  private call(name: string, ...given: string[]): string {
    return String(this.api[this.words.prefix + name]?.(...given) ?? '')
  }
}

const round = (share: number) => Math.round(share * 10_000) / 10_000

function read(text: string): Record<string, string> {
  try {
    return JSON.parse(text) as Record<string, string>
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
