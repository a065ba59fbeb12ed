/** The app as content of H5P: one library that any H5P player runs, which shows the app in a frame that reaches nothing. */
import { Wrapper } from '../../embed/src/wrapper'
import type { Shelf } from '../../embed/src/shelf'
import { Progress } from '../../runtime/src/progress'
import { standingOf } from './standing'

const KEY = 'progress'

/** What a package holds, each as base64, which platforms neither change nor cut. */
interface Params {
  app: string
  exercises: string
  title: string
}
/** What players offer of H5P's own, as far as it is used here. */
export interface H5P {
  EventDispatcher: new () => object
}
interface Content {
  triggerXAPIScored(score: number, most: number, verb: string, done: boolean): void
  trigger(name: string): void
}
interface Extras {
  previousState?: { values?: Record<string, string> }
}
/** A player's own wrapped list of elements. */
interface Wrapped {
  get(at: number): HTMLElement
}

/** The class that players look for under the name of the library. */
export function contentOf({ H5P }: { H5P: H5P }): unknown {
  class App extends H5P.EventDispatcher {
    private readonly values: Record<string, string>
    private readonly ids: readonly string[]
    private told = false

    constructor(
      private readonly params: Params,
      _contentId: string,
      extras: Extras = {},
    ) {
      super()
      this.values = { ...extras.previousState?.values }
      this.ids = JSON.parse(text(params.exercises)) as string[]
    }

    attach(container: Wrapped): void {
      const frame = document.createElement('iframe')
      frame.title = this.params.title
      frame.setAttribute('sandbox', 'allow-scripts')
      frame.style.cssText = 'display:block;width:100%;height:640px;border:0'
      frame.srcdoc = text(this.params.app)
      const wrapper = new Wrapper({
        embed: this.params.title,
        frame,
        host: { postMessage: (message) => this.fit(frame, message as Record<string, unknown>) },
        secret: '',
        shelf: this.shelf(),
        nonce: () => [...crypto.getRandomValues(new Uint32Array(4))].join('-'),
        theme: null,
        time: { now: () => performance.now(), later: (work, ms) => setTimeout(work, ms) },
        bar: 0,
        hear: (name, data) => this.hear(name, data),
      })
      addEventListener('message', (event) => wrapper.receive(event))
      container.get(0).append(frame)
    }

    /** What players keep of a learner, where they keep anything. */
    getCurrentState(): Extras['previousState'] {
      return { values: this.values }
    }

    getScore(): number {
      return standingOf(this.values[KEY] ?? null, this.ids).right
    }

    getMaxScore(): number {
      return this.ids.length
    }

    private get content(): Content {
      return this as unknown as Content
    }

    private shelf(): Shelf {
      return {
        load: (key) => this.values[key] ?? null,
        store: (key, value) => ((this.values[key] = value), { ok: true, durable: true }),
      }
    }

    private fit(frame: HTMLElement, { type, height }: Record<string, unknown>): void {
      if (type !== 'resize') return
      frame.style.height = `${Number(height)}px`
      this.content.trigger('resize')
    }

    /** An answer; the score is told once all is done, once in a visit: players make an attempt of each telling. */
    private hear(name: string, { exercise, verdict }: Record<string, unknown>): void {
      if (name !== 'answered' || typeof exercise !== 'string' || !this.ids.includes(exercise))
        return
      const progress = new Progress(this.ids, Date.now, () => undefined)
      progress.restore(this.values[KEY] ?? null)
      progress.answer(exercise, verdict === 'right' ? 'right' : 'wrong')
      this.values[KEY] = progress.toText()
      const { done, right, total } = standingOf(this.values[KEY], this.ids)
      if (done < total || this.told) return
      this.told = true
      this.content.triggerXAPIScored(right, total, 'completed', true)
    }
  }
  return App
}

const text = (base64: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)))
