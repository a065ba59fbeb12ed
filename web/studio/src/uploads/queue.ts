/** Files on their way to Praxeo, one after the other, each with a state of its own.
 *
 * The queue belongs to no page: whoever goes to another one finds it as it is. Files cannot outlive a
 * reload, so leaving is warned of, and what is here already is not sent a second time.
 */
import { ApiError } from '../api/client'
import type { Example } from '../api/examples'
import { withCaptions } from '../api/recordings'

export type Upload = {
  key: string
  file: File
  /** `here`: the same bytes have an app already. */
  state: 'chosen' | 'sending' | 'sent' | 'here' | 'refused'
  share: number
  /** To be made even if it is here. */
  anew?: boolean
  example?: Example
  error?: Error
}

export type Send = (upload: Upload, onShare: (share: number) => void) => Promise<Example>
/** What a run goes by: whether a file is here already, and how one is sent. */
export type Run = { known: (file: File) => Promise<Example | undefined>; send: Send }
export type State = { all: readonly Upload[]; sending: boolean }

const REFUSED_FOR_GOOD: ReadonlySet<number> = new Set([413, 422])

/** Whether it is still to be sent. A file that is no document stays one that is none. */
export const isOpen = ({ state, error }: Upload): boolean =>
  state === 'chosen' ||
  state === 'sending' ||
  (state === 'refused' && !(error instanceof ApiError && REFUSED_FOR_GOOD.has(error.status)))

const isDone = ({ state }: Upload): boolean => state === 'sent' || state === 'here'

export class Queue {
  private state: State = { all: [], sending: false }
  private readonly listeners = new Set<() => void>()
  private count = 0

  readonly now = (): State => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly add = (files: readonly File[]): void => {
    const kept = this.state.sending ? this.state.all : this.state.all.filter((one) => !isDone(one))
    const own = withCaptions(
      files,
      kept.filter(({ state }) => state === 'chosen').map(({ file }) => file),
    )
    const chosen = own.map((file): Upload => {
      return { key: `upload-${++this.count}`, file, state: 'chosen', share: 0 }
    })
    this.put({ all: [...kept, ...chosen] })
  }

  readonly remove = (key: string): void =>
    this.put({ all: this.state.all.filter((one) => one.key !== key) })

  readonly clear = (): void => this.put({ all: [] })

  /** Forget what is done, unless there is more to do: whoever comes back begins with an empty input. */
  readonly tidy = (): void => {
    if (!this.state.all.some(isOpen)) this.clear()
  }

  /** Have an app made of this file though there is one. */
  readonly again = (key: string): void => this.change(key, { state: 'chosen', anew: true })

  /** Send all that is open, and what is added meanwhile; gives the examples that were made.
   *
   * A file that is refused does not stop the others.
   */
  async send({ known, send }: Run): Promise<Example[]> {
    const made: Example[] = []
    const tried = new Set<string>()
    this.put({ sending: true })
    try {
      for (;;) {
        const next = this.state.all.find((one) => isOpen(one) && !tried.has(one.key))
        if (!next) return made
        tried.add(next.key)
        const example = await this.sendOne(next, { known, send })
        if (example) made.push(example)
      }
    } finally {
      this.put({ sending: false })
    }
  }

  private async sendOne(upload: Upload, { known, send }: Run): Promise<Example | undefined> {
    const { key, file, anew } = upload
    this.change(key, { state: 'sending', share: 0, error: undefined })
    try {
      const here = anew ? undefined : await known(file)
      if (here) {
        this.change(key, { state: 'here', example: here })
        return undefined
      }
      const example = await send(upload, (share) => this.change(key, { share }))
      this.change(key, { state: 'sent', share: 1, example })
      return example
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.change(key, { state: 'refused', error })
      return undefined
    }
  }

  private change(key: string, part: Partial<Upload>): void {
    this.put({ all: this.state.all.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  }

  private put(part: Partial<State>): void {
    this.state = { ...this.state, ...part }
    for (const listener of this.listeners) listener()
  }
}
