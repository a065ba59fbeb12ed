/** Sources of one app: files, links, videos, topics and texts in the order in which they are taught.
 *
 * The list belongs to no page, as files cannot outlive a reload; what was sent is not sent a second time.
 */
import { ApiError } from '../api/client'
import type { Given } from '../api/inputs'
import { withCaptions } from '../api/recordings'
import type { Recognised } from '../start/recognise'

/** What is recognised in a text that was written into the input. */
export type Named = Exclude<Recognised, { kind: 'empty' | 'files' | 'mix' }>
export type What = { kind: 'file'; file: File } | (Named & { text: string })
export type Source = {
  key: string
  what: What
  /** Of a video whose transcript comes in a file. */
  captions?: File
  state: 'chosen' | 'sending' | 'sent' | 'refused'
  share: number
  given?: Given
  error?: Error
}
export type Mixed = { all: readonly Source[]; sending: boolean }
export type Send = (source: Source, onShare: (share: number) => void) => Promise<Given>

export const SOURCES_MAX = 20 // of one app, as the API takes them
const CAPTIONS = /\.(vtt|srt|sbv|ttml|dfxp)$/i

/** A video in which nobody has told yet what is said. */
export const lacksCaptions = ({ what, captions }: Source): boolean =>
  what.kind === 'youtube' && !captions

export class Mix {
  private state: Mixed = { all: [], sending: false }
  private readonly listeners = new Set<() => void>()
  private count = 0

  readonly now = (): Mixed => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly addNamed = (what: Named, text: string): void => this.append([{ ...what, text }])

  /** Captions go to the recording or the video that lacks them; every other file is a source of its own. */
  readonly addFiles = (files: readonly File[]): void => {
    const listed = this.state.all.flatMap(({ what }) => (what.kind === 'file' ? [what.file] : []))
    const own = withCaptions(files, listed).filter((file) => !this.isCaptionsOfVideo(file))
    this.append(own.map((file) => ({ kind: 'file', file })))
  }

  readonly addCaptions = (key: string, captions: File): void => this.change(key, { captions })

  readonly remove = (key: string): void =>
    this.put({ all: this.state.all.filter((one) => one.key !== key) })

  readonly clear = (): void => this.put({ all: [] })

  readonly move = (key: string, by: -1 | 1): void => {
    const all = [...this.state.all]
    const from = all.findIndex((one) => one.key === key)
    const [moved] = all.splice(from, 1)
    if (moved) all.splice(Math.max(0, from + by), 0, moved)
    this.put({ all })
  }

  /** Send all that is not sent; what they are there, in this order, or null if one of them is refused. */
  async send(send: Send): Promise<Given[] | null> {
    this.put({ sending: true })
    try {
      for (const { key, given } of this.state.all) if (!given) await this.sendOne(key, send)
    } finally {
      this.put({ sending: false })
    }
    const sent = this.state.all.map(({ given }) => given).filter((given) => given !== undefined)
    return sent.length === this.state.all.length ? sent : null
  }

  private async sendOne(key: string, send: Send): Promise<void> {
    const source = this.state.all.find((one) => one.key === key)
    if (!source) return
    this.change(key, { state: 'sending', share: 0, error: undefined })
    try {
      const given = await send(source, (share) => this.change(key, { share }))
      this.change(key, { state: 'sent', share: 1, given })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.change(key, { state: 'refused', error })
    }
  }

  private isCaptionsOfVideo(file: File): boolean {
    const video = CAPTIONS.test(file.name) ? this.state.all.find(lacksCaptions) : undefined
    if (video) this.addCaptions(video.key, file)
    return video !== undefined
  }

  private append(whats: readonly What[]): void {
    const added = whats.map((what): Source => {
      return { key: `source-${++this.count}`, what, state: 'chosen', share: 0 }
    })
    this.put({ all: [...this.state.all, ...added].slice(0, SOURCES_MAX) })
  }

  private change(key: string, part: Partial<Source>): void {
    this.put({ all: this.state.all.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  }

  private put(part: Partial<Mixed>): void {
    this.state = { ...this.state, ...part }
    for (const listener of this.listeners) listener()
  }
}
