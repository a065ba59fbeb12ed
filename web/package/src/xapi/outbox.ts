/** Statements on their way: kept until the platform has them, told in their order, each as often as it takes. */
import type { Json } from './launch'

/** Where they wait, so that they outlive the page: text under one name. */
export interface Drawer {
  load(): string | null
  store(text: string): void
}
const RETRY_MS = 3_000
const [BUSY, NO_KEY] = [429, 401]

export class Outbox {
  private waiting: Json[]
  private sending = false
  private retrying = false

  constructor(
    private readonly drawer: Drawer,
    /** The status that the platform answers with; null where nobody answers. */
    private readonly tell: (statement: Json) => Promise<number | null>,
    private readonly later: (work: () => void, ms: number) => void,
  ) {
    this.waiting = listed(drawer.load())
  }

  /** What has not been taken yet, in its order. */
  get left(): readonly Json[] {
    return this.waiting
  }

  put(statement: Json): void {
    this.waiting.push(statement)
    this.keep()
    void this.send()
  }

  /**
   * Tell what waits. Without a key that is valid it waits for the next visit; one that the platform refuses for good
   * is dropped, since it would hold up all others for ever.
   */
  async send(): Promise<void> {
    if (this.sending) return
    this.sending = true
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const status = await this.tell(next)
      if (status === null || status === BUSY || status >= 500) this.sendLater()
      if (status === null || status === BUSY || status === NO_KEY || status >= 500) break
      this.waiting = this.waiting.filter((one) => one !== next)
      this.keep()
    }
    this.sending = false
  }

  private sendLater(): void {
    if (this.retrying) return
    this.retrying = true
    this.later(() => {
      this.retrying = false
      void this.send()
    }, RETRY_MS)
  }

  private keep(): void {
    this.drawer.store(this.waiting.length > 0 ? JSON.stringify(this.waiting) : '')
  }
}

function listed(text: string | null): Json[] {
  try {
    const read: unknown = JSON.parse(text || '[]')
    return Array.isArray(read) ? (read as Json[]) : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
