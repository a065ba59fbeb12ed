/** Saves by itself what is done at a desk, and loses nothing when that does not work at once. */
import { ApiError } from '../api/client'
import type { Desk, Operation, SavedEdits } from '../api/desk'
import * as work from './work'

export type SavingState =
  | 'saved'
  | 'waiting'
  | 'saving'
  | 'offline'
  /** The app is being made by something else than an edit. */
  | 'busy'
  /** Somebody else changed the same. */
  | 'meets'
  | 'failed'

export type Seen = {
  readonly working: work.Working
  readonly saving: SavingState
  /** When all was saved last, in ms; 0 if nothing was since the desk was opened. */
  readonly savedAt: number
  /** Whether this device keeps what is not saved. */
  readonly kept: boolean
  /** Why something was refused or did not work. */
  readonly trouble: Error | null
  /** How often what somebody else had saved was merged in. */
  readonly merges: number
}

export type Hands = {
  save: (basedOn: string, current: string, operations: Operation[]) => Promise<SavedEdits>
  /** The id of the example's newest spec. */
  current: () => Promise<string>
  read: (specId: string) => Promise<Desk>
  /** Make an earlier spec the newest again; gives the id of what it became. */
  restore: (specId: string) => Promise<string>
  /** Keep what is not saved on this device; false if that is not possible. */
  keep: (kept: work.Kept | null) => boolean
  now: () => number
  /** A spec was saved. */
  saved: (specId: string) => void
}

const REST_MS = 800 // after the last change: then it is worth saving
const AGAIN_MS: Partial<Record<SavingState, number>> = { offline: 3_000, busy: 1_500 }

export class DeskSaver {
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private underWay = false
  private seen: Seen

  constructor(
    working: work.Working,
    private current: string,
    private readonly hands: Hands,
  ) {
    const saving = working.pending.length ? 'waiting' : 'saved'
    this.seen = { working, saving, savedAt: 0, kept: true, trouble: null, merges: 0 }
    if (working.pending.length) this.soon(0)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly now = (): Seen => this.seen

  readonly act = (operations: readonly Operation[]): void =>
    this.changed(work.done(this.seen.working, operations, this.hands.now()))

  readonly undo = (): void => this.changed(work.undone(this.seen.working))
  readonly redo = (): void => this.changed(work.redone(this.seen.working))

  /** Save what is not saved; nothing happens while a save is on its way. */
  readonly flush = async (): Promise<void> => {
    const { working, saving } = this.seen
    clearTimeout(this.timer)
    if (this.underWay || saving === 'meets') return
    if (working.pending.length === 0) return this.tell({ saving: 'saved' })
    this.underWay = true
    const sent = work.sending(working)
    this.tell({ working: sent, saving: 'saving' })
    try {
      const basedOn = sent.desk.spec_id
      this.accept(await this.hands.save(basedOn, this.current, work.toSend(sent)))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      await this.fail(error)
    } finally {
      this.underWay = false
    }
  }

  /** There is a newer version of the spec; it is shown where nothing waits to be saved. */
  readonly renew = async (specId: string): Promise<void> => {
    const { working } = this.seen
    if (specId === working.desk.spec_id || working.pending.length || this.underWay) return
    const desk = await this.hands.read(specId)
    if (this.seen.working.pending.length) return
    this.current = specId
    this.tell({ working: work.renewed(this.seen.working, desk) })
  }

  /** Of two edits that meet: let go of what is not saved here. */
  readonly takeTheirs = async (): Promise<void> => {
    const desk = await this.hands.read(this.current)
    this.hands.keep(null)
    this.tell({ working: work.begun(desk), saving: 'saved', trouble: null })
  }

  /** Of two edits that meet: mine on top; theirs stays as an earlier version. */
  readonly keepMine = async (): Promise<void> => {
    this.current = await this.hands.restore(this.seen.working.desk.spec_id)
    this.tell({ saving: 'waiting', trouble: null })
    await this.flush()
  }

  readonly stop = (): void => clearTimeout(this.timer)

  private changed(working: work.Working): void {
    if (working === this.seen.working) return
    const kept = this.hands.keep(work.keptOf(working))
    const { saving } = this.seen
    this.tell({
      working,
      kept,
      saving: saving === 'saved' || saving === 'failed' ? 'waiting' : saving,
    })
    this.soon(REST_MS)
  }

  private soon(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), ms)
  }

  private accept(answer: SavedEdits): void {
    const working = work.saved(this.seen.working, answer)
    const open = working.pending.length > 0
    this.current = answer.desk.spec_id
    this.tell({
      working,
      saving: open ? 'waiting' : 'saved',
      savedAt: this.hands.now(),
      kept: this.hands.keep(work.keptOf(working)),
      merges: this.seen.merges + (answer.merged ? 1 : 0),
      trouble: null,
    })
    this.hands.saved(answer.desk.spec_id)
    if (open) this.soon(REST_MS)
  }

  private async fail(error: ApiError): Promise<void> {
    const refused = error.status === 422 ? refusedAt(error) : -1
    if (refused >= 0) {
      const working = work.refused(this.seen.working, refused)
      this.tell({ working, trouble: error, saving: working.pending.length ? 'waiting' : 'saved' })
      this.hands.keep(work.keptOf(working))
      return this.soon(0)
    }
    this.tell({ working: work.notSent(this.seen.working) })
    if (error.code === 'spec_changed') return this.rebase(error)
    const saving = stateAfter(error)
    this.tell({ saving, trouble: saving === 'failed' ? error : null })
    const again = AGAIN_MS[saving]
    if (again) this.soon(again)
  }

  /** Somebody else has saved a version: the same operations are sent again, to be merged into it. */
  private async rebase(error: ApiError): Promise<void> {
    const newest = await this.hands.current().catch(() => '')
    if (newest === '' || newest === this.current) {
      this.tell({ saving: newest ? 'failed' : 'offline', trouble: newest ? error : null })
      return newest ? undefined : this.soon(AGAIN_MS.offline ?? 0)
    }
    this.current = newest
    this.soon(0)
  }

  private tell(news: Partial<Seen>): void {
    this.seen = { ...this.seen, ...news }
    for (const listener of this.listeners) listener()
  }
}

function stateAfter(error: ApiError): SavingState {
  if (error.status === 0) return 'offline'
  if (error.code === 'being_made') return 'busy'
  return error.code === 'edits_meet' ? 'meets' : 'failed'
}

/** Which operation a refusal points at, -1 if at none. */
function refusedAt(error: ApiError): number {
  const { faults } = error.problem
  const [first] = Array.isArray(faults) ? (faults as { pointer?: unknown }[]) : []
  const found = /^\/operations\/(\d+)/.exec(String(first?.pointer ?? ''))
  return found ? Number(found[1]) : -1
}
