/** The running app: which view is shown, what is kept where, and what the outside may see. */
import type { Scheme, Theme } from '../../bridge/protocol'
import type { App, ExerciseState } from './app'
import { connectBridge, type Bridge } from './bridge'
import { h } from './dom'
import { followStudio } from './following'
import { headerView } from './header'
import { allExercises, outlineOf } from './exercises'
import { readPayload, type Exercise, type Section } from './payload'
import { unfold } from './folding'
import { noteAsRead, placeOf } from './places'
import { knowFormulas } from './said'
import { Progress, type Layout, type Verdict } from './progress'
import { reachScrollers } from './reading'
import { bridgeShelf, localShelf, memoryShelf, type Shelf } from './storage'
import { directionOf, spokenLanguage, stringsFor } from './strings'
import { applyTheme, schemeOf } from './theme'
import { homeView, VIEWS } from './views'
import { clearPrint, preparePrint } from './views/print'
import { sectionView } from './views/section'
import { countText } from './views/section_page'

const PROGRESS_KEY = 'progress'
const SAVE_AFTER_MS = 300
const LED_FROM_TOP_PX = 120 // room for the header and a line above an exercise

export class Runtime {
  private readonly app: App
  private readonly main = h('main', { id: 'main' })
  private readonly live = h('div', { class: 'hidden', role: 'status', 'aria-live': 'polite' })
  private readonly header: ReturnType<typeof headerView>
  private readonly darkSystem = matchMedia('(prefers-color-scheme: dark)')
  private readonly framed = window.parent !== window
  private shelf: Shelf
  private bridge: Bridge | null = null
  private theme: Theme = {}
  private scheme: Scheme = 'light'
  private place = 'home'
  private saving = 0

  constructor(
    text: string,
    private readonly root: HTMLElement,
  ) {
    const payload = readPayload(text)
    knowFormulas(payload.formulas)
    const exercises = allExercises(payload)
    const clock = () => Date.now()
    const shelf = localShelf(
      () => window.localStorage,
      `praxeo:${payload.title}:${payload.source?.name ?? ''}`,
    )
    this.shelf = shelf ?? memoryShelf()
    this.app = {
      payload,
      exercises,
      outline: outlineOf(payload),
      clock,
      progress: new Progress([...exercises.keys()], clock, () => this.changed()),
      say: stringsFor(payload.language),
      spoken: spokenLanguage(payload.language),
      states: new Map(),
      lasting: shelf !== null,
      showSource: null,
      playsFilms: false,
      showKept: null,
      embedded: this.framed,
      announce: (words) => this.announce(words),
      go: (place, block) => this.go(place, block),
      arrange: (layout) => this.arrange(layout),
      answered: (exercise, verdict, given) => this.answered(exercise, verdict, given),
    }
    this.header = headerView(this.app, () => this.toggleScheme())
  }

  /** Fill the page; what the browser itself has kept is there from the first view on. */
  async start(): Promise<void> {
    const { app, root } = this
    root.append(this.header.skip, this.header.root, this.main, this.live)
    this.darkSystem.addEventListener('change', () => this.paint())
    addEventListener('beforeprint', () => preparePrint(app))
    addEventListener('afterprint', clearPrint)
    addEventListener('pagehide', () => void this.save())
    new ResizeObserver(() => reachScrollers(this.main, app.say.scrolls)).observe(this.main)
    await this.restore()
    if (this.framed) this.joinWrapper()
    else this.followHash()
    this.show(location.hash.slice(1) || 'home')
    if (this.framed) followStudio(root, (place) => this.lead(place))
    Object.assign(window, { praxeo: { state: () => this.state() } })
    document.documentElement.dataset['ready'] = 'true'
  }

  private go(place: string, block?: string): void {
    this.show(place, block)
    if (block) this.pointAt(block)
    else {
      const own = this.main.querySelector<HTMLElement>('[data-heading]')
      const heading = own ?? this.main.querySelector('h1')
      scrollTo({ top: 0, behavior: 'instant' })
      ;(this.fieldToType() ?? heading)?.focus({ preventScroll: true })
      this.bridge?.view()
    }
    if (!this.framed && location.hash !== `#${this.place}`) location.hash = this.place
  }

  /** Where the one exercise that is shown is typed, one types at once; on a phone the keys would cover it. */
  private fieldToType(): HTMLElement | null {
    const exercises = this.main.querySelectorAll('[data-exercise]')
    if (exercises.length !== 1 || !matchMedia('(pointer: fine)').matches) return null
    return this.main.querySelector('[data-exercise] .typed input:enabled')
  }

  /** Show a place without taking the focus, which is with whoever leads. */
  private lead(place: string): void {
    this.show(place)
    const found = this.main.querySelector(`[data-exercise="${CSS.escape(place)}"]`)
    const top = found ? found.getBoundingClientRect().top + scrollY - LED_FROM_TOP_PX : 0
    scrollTo({ top, behavior: 'instant' })
  }

  private arrange(layout: Layout): void {
    this.app.progress.arrange(layout)
    this.show(this.place)
    const control = this.main.querySelector<HTMLElement>('[data-action="all"]')
    if (control) unfold(control)
    control?.focus()
  }

  private show(place: string, block?: string): void {
    const { app } = this
    const { section, at, name: resolved } = placeOf(app, place, block)
    if (section || resolved === 'finish') noteAsRead(app, this.place, section)
    // The text beside an open exercise: keep what is half answered there.
    const same = this.place === resolved && this.main.childElementCount > 0
    if (!(same && block)) this.main.replaceChildren(this.viewOf(resolved, section, at))
    reachScrollers(this.main, app.say.scrolls)
    this.place = resolved
    if (section) app.progress.visit(section.id)
    const name = this.main.querySelector('h1')?.textContent ?? ''
    document.title = this.place === 'home' ? app.payload.title : `${name} – ${app.payload.title}`
    this.tell()
  }

  private viewOf(place: string, section: Section | undefined, at: number): HTMLElement {
    for (const [id, state] of this.app.states) if (isPassing(state)) this.app.states.delete(id)
    if (section) return sectionView(this.app, section, at)
    return (VIEWS.get(place) ?? homeView)(this.app)
  }

  private pointAt(block: string): void {
    const target = document.getElementById(block)
    if (!target) return
    unfold(target)
    target.tabIndex = -1
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: 'center' })
    target.classList.add('pointed')
    setTimeout(() => target.classList.remove('pointed'), 2400)
  }

  private followHash(): void {
    addEventListener('hashchange', () => {
      const place = location.hash.slice(1) || 'home'
      if (place !== this.place) this.go(place)
    })
  }

  private announce(words: string): void {
    // Emptied first, so that the same words twice are said twice.
    this.live.textContent = ''
    requestAnimationFrame(() => (this.live.textContent = words))
  }

  private answered(exercise: Exercise, verdict: Verdict, given = ''): void {
    const { done, total, complete } = this.app.progress
    this.bridge?.event('answered', {
      exercise: exercise.id,
      kind: exercise.kind,
      verdict,
      done,
      total,
      // Never what somebody typed: that could be anything.
      ...(exercise.kind === 'choice' && verdict === 'wrong' && given ? { choice: given } : {}),
    })
    const count = this.main.querySelector('[data-count]')
    if (count) count.textContent = countText(this.app, exercise.section)
    if (!complete || this.finished) return
    this.finished = true
    this.bridge?.event('completed', { total, right: total - this.app.progress.wrong().length })
    const hint = this.main.querySelector<HTMLElement>('.all-done')
    if (hint) hint.hidden = false
    this.announce(this.app.say.finishHint)
  }

  private finished = false

  private changed(): void {
    if (!this.app.progress.complete) this.finished = false
    this.tell()
    clearTimeout(this.saving)
    this.saving = window.setTimeout(() => void this.save(), SAVE_AFTER_MS)
  }

  private async save(): Promise<void> {
    this.app.lasting = (await this.shelf.store(PROGRESS_KEY, this.app.progress.toText())) === 'kept'
  }

  private async restore(): Promise<void> {
    const { progress } = this.app
    progress.restore(await this.shelf.load(PROGRESS_KEY))
    this.finished = progress.complete
    this.paint()
    this.tell()
    // Also what has been on view meanwhile, unless the learner is at work in it.
    const atWork = this.main.contains(document.activeElement?.closest('[data-exercise]') ?? null)
    if (this.main.childElementCount > 0 && !atWork) this.show(this.place)
  }

  /** Hooks on the root element and the header's figures. */
  private tell(): void {
    const { done, total, complete } = this.app.progress
    const { dataset } = document.documentElement
    dataset['progress'] = `${done}/${total}`
    dataset['complete'] = String(complete)
    this.header.update(this.place, this.scheme)
  }

  private toggleScheme(): void {
    this.app.progress.choose(this.scheme === 'dark' ? 'light' : 'dark')
    this.paint()
  }

  private paint(): void {
    this.scheme = schemeOf(this.app.progress.scheme, this.theme, this.darkSystem.matches)
    const direction = directionOf(this.app.payload.language)
    applyTheme(document.documentElement, this.theme, this.scheme, direction)
    this.header.update(this.place, this.scheme)
  }

  private joinWrapper(): void {
    const themed = (theme: Theme) => {
      this.theme = theme
      this.paint()
    }
    const connected = (bridge: Bridge, theme: Theme, sources: boolean, films: boolean) => {
      this.bridge = bridge
      this.shelf = bridgeShelf(bridge)
      this.app.lasting = true
      if (sources) {
        this.app.showSource = (told) => bridge.source(told)
        this.app.playsFilms = films
        this.app.showKept = () => bridge.kept()
      }
      themed(theme)
      bridge.event('started', {
        title: this.app.payload.title.slice(0, 200),
        total: this.app.progress.total,
      })
      new ResizeObserver(() => bridge.resize(Math.ceil(this.root.offsetHeight))).observe(this.root)
      void this.restore()
    }
    connectBridge(window, { connected, themed })
  }

  private state() {
    const { progress, exercises, states } = this.app
    const [section = ''] = this.place.split('.')
    const stateOf = (id: string): ExerciseState =>
      states.get(id) ?? progress.answers.get(id)?.verdict ?? 'open'
    return {
      ready: true,
      section: this.app.payload.sections.some(({ id }) => id === section) ? section : null,
      progress: { done: progress.done, total: progress.total },
      exercises: Object.fromEntries([...exercises.keys()].map((id) => [id, stateOf(id)])),
    }
  }
}

/** A state that leaving the view undoes. */
function isPassing(state: ExerciseState): boolean {
  return state === 'open' || state === 'revealed'
}
