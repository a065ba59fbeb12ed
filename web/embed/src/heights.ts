/** The heights that are passed on: within bounds, few in a second, and no swinging between two of them. */
import { MAX_HEIGHT_PX, MAX_HEIGHTS, MIN_HEIGHT_PX } from '../../bridge/protocol'
import { Allowance } from './allowance'

/** A swing is a height that comes back this soon after it was left: faster than a person opens and closes. */
const SWING_MS = 2_000
const MOST_SWINGS = 2
/** Somewhat over a second: a page that was busy hears some late, and the next ones on time. */
const HEIGHTS_MS = 1_500

export interface Time {
  now: () => number
  later: (work: () => void, ms: number) => unknown
}

export class Heights {
  private readonly allowance: Allowance
  private sent: number[] = []
  private swings = 0
  private askedAt = -Infinity
  private wanted: number | null = null
  private waiting = false

  /** `pass` says whether the height could be passed on, or how many milliseconds it has to wait. */
  constructor(
    private readonly time: Time,
    private readonly pass: (height: number) => number,
  ) {
    this.allowance = new Allowance(MAX_HEIGHTS, time.now, HEIGHTS_MS)
  }

  /** Pass on the height, or the last one of those that are asked for too soon after each other. */
  ask(height: number): void {
    if (!(height > 0 && height < Infinity)) return
    this.wanted = Math.min(Math.max(Math.round(height), MIN_HEIGHT_PX), MAX_HEIGHT_PX)
    if (!this.waiting) this.send()
  }

  private send(): void {
    const height = this.wanted
    if (height === null || height === this.sent[0]) return
    const wait = this.allowance.wait()
    if (wait > 0) return this.sendIn(wait)
    if (this.held(height)) return
    const patience = this.pass(height)
    if (patience > 0) return this.sendIn(patience)
    this.allowance.take()
    this.sent = [height, ...this.sent].slice(0, 2)
    this.askedAt = this.time.now()
  }

  private sendIn(ms: number): void {
    this.waiting = true
    this.time.later(() => {
      this.waiting = false
      this.send()
    }, ms)
  }

  /** Whether it only swings: a page whose height depends on that of its frame, or an app that shakes it. */
  private held(height: number): boolean {
    const now = this.time.now()
    const back = height === this.sent[1] && now - this.askedAt < SWING_MS
    this.swings = back ? this.swings + 1 : 0
    if (this.swings <= MOST_SWINGS) return false
    this.askedAt = now
    return true
  }
}
