/** So many within a while and no more: what keeps an app from flooding the page around it. */
export const SECOND_MS = 1_000

export class Allowance {
  private readonly taken: number[] = []

  constructor(
    private readonly most: number,
    private readonly now: () => number,
    private readonly ms = SECOND_MS,
  ) {}

  /** Milliseconds until one more may be taken; 0 if it may now. */
  wait(): number {
    const now = this.now()
    while (this.taken.length > 0 && now - (this.taken[0] as number) >= this.ms) this.taken.shift()
    return this.taken.length < this.most ? 0 : (this.taken[0] as number) + this.ms - now
  }

  /** Take one, if it may be taken now. */
  take(): boolean {
    if (this.wait() > 0) return false
    this.taken.push(this.now())
    return true
  }
}
