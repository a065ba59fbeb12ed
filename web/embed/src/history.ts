/** The history that an app shares with the page around it: an app that fills it is taken away. */

/** Most entries that may come within a minute without a person's action. */
export const MOST_ENTRIES = 5
const MINUTE_MS = 60_000
export const LOOK_MS = 50

interface Seen {
  at: number
  length: number
}

/** Each look tells whether the history has grown too much since a person acted last. */
export class HistoryWatch {
  private seen: Seen[] = []

  /** `acted` says whether a person has just acted in the wrapper or in the app. */
  constructor(
    private readonly length: () => number,
    private readonly acted: () => boolean,
    private readonly now: () => number,
  ) {}

  isFlooded(): boolean {
    const [at, length] = [this.now(), this.length()]
    if (this.acted()) this.seen = []
    this.seen = [...this.seen.filter((one) => at - one.at < MINUTE_MS), { at, length }]
    return length - Math.min(...this.seen.map((one) => one.length)) > MOST_ENTRIES
  }
}
