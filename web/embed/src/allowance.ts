/** So many in any second and no more: what keeps an app from flooding the page around it. */
const SECOND_MS = 1_000

export class Allowance {
  private readonly taken: number[] = []

  constructor(
    private readonly most: number,
    private readonly now: () => number,
  ) {}

  /** Milliseconds until one more may be taken; 0 if it may now. */
  wait(): number {
    const now = this.now()
    while (this.taken.length > 0 && now - (this.taken[0] as number) >= SECOND_MS) this.taken.shift()
    return this.taken.length < this.most ? 0 : (this.taken[0] as number) + SECOND_MS - now
  }

  /** Take one, if it may be taken now. */
  take(): boolean {
    if (this.wait() > 0) return false
    this.taken.push(this.now())
    return true
  }
}
