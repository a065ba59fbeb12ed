import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../src/api/client'
import type { Desk, Operation, SavedEdits } from '../src/api/desk'
import { DeskSaver, type Hands } from '../src/desk/saver'
import { begun, type Kept } from '../src/desk/work'

const desk = (spec_id: string, prose: string): Desk => ({
  spec_id,
  example_id: 'exa_1',
  number: 1,
  title: 'Water',
  language: 'en',
  source: '',
  summary: '',
  goals: [],
  parts: [{ key: 'p1', title: 'Rain', reading: [], prose, line: 0, items: [], faults: [] }],
  evidence: {},
  faults: [],
})

type Sent = { basedOn: string; current: string; operations: Operation[] }

/** A server with one text, which saves, or answers with these problems first. */
class Server {
  prose = 'old'
  spec = 1
  kept: Kept | null = null
  readonly sent: Sent[] = []
  constructor(private readonly problems: ApiError[] = []) {}

  readonly hands: Hands = {
    save: (basedOn, current, operations) => {
      this.sent.push({ basedOn, current, operations })
      const problem = this.problems.shift()
      return problem ? Promise.reject(problem) : Promise.resolve(this.saved(operations))
    },
    current: () => Promise.resolve(`spc_${this.spec}`),
    read: (id) => Promise.resolve(desk(id, this.prose)),
    restore: () => Promise.resolve(`spc_${(this.spec += 1)}`),
    keep: (kept) => {
      this.kept = kept
      return true
    },
    now: () => Date.now(),
    saved: () => undefined,
  }

  private saved(operations: Operation[]): SavedEdits {
    const last = operations.at(-1)
    if (last?.op === 'change_prose') this.prose = last.prose
    this.spec += 1
    return {
      spec: {} as never,
      desk: desk(`spc_${this.spec}`, this.prose),
      keys: {},
      merged: false,
    }
  }
}

const opened = (server: Server): DeskSaver =>
  new DeskSaver(begun(desk('spc_1', 'old')), 'spc_1', server.hands)

function write(saver: DeskSaver, prose: string): void {
  const part = saver.now().working.shown.parts[0]?.key ?? ''
  saver.act([{ op: 'change_prose', part, prose }])
}

const problem = (status: number, code: string, more = {}) => new ApiError(status, { code, ...more })

describe('saving at the desk', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('comes by itself once nobody changes anything for a moment', async () => {
    const server = new Server()
    const saver = opened(server)
    for (const prose of ['n', 'ne', 'new']) write(saver, prose)
    expect(server.sent).toHaveLength(0)
    expect(saver.now().saving).toBe('waiting')
    await vi.runAllTimersAsync()
    expect(server.prose).toBe('new')
    expect(server.sent).toHaveLength(1)
    expect(saver.now().saving).toBe('saved')
    expect(server.kept).toBeNull()
  })

  it('keeps what is not saved on the device, and sends it once there is an answer again', async () => {
    const server = new Server([new ApiError(0, {}), new ApiError(0, {})])
    const saver = opened(server)
    write(saver, 'new')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saver.now().saving).toBe('offline')
    expect(server.kept?.operations).toEqual([{ op: 'change_prose', part: 'p1', prose: 'new' }])
    await vi.runAllTimersAsync()
    expect(server.prose).toBe('new')
    expect(saver.now().saving).toBe('saved')
  })

  it('waits while the app is being made anew', async () => {
    const server = new Server([problem(409, 'being_made')])
    const saver = opened(server)
    write(saver, 'new')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saver.now().saving).toBe('busy')
    await vi.runAllTimersAsync()
    expect(server.prose).toBe('new')
  })

  it('is done on what was seen and merged into what somebody else has saved meanwhile', async () => {
    const server = new Server([problem(412, 'spec_changed')])
    const saver = opened(server)
    server.spec = 5
    write(saver, 'new')
    await vi.runAllTimersAsync()
    expect(server.sent.map(({ basedOn, current }) => [basedOn, current])).toEqual([
      ['spc_1', 'spc_1'],
      ['spc_1', 'spc_5'],
    ])
    expect(saver.now().saving).toBe('saved')
  })

  it('stops where both changed the same, until one of the two is chosen', async () => {
    for (const choice of ['takeTheirs', 'keepMine'] as const) {
      const server = new Server([problem(409, 'edits_meet')])
      const saver = opened(server)
      write(saver, 'mine')
      server.prose = 'theirs'
      await vi.runAllTimersAsync()
      expect(saver.now().saving).toBe('meets')
      write(saver, 'mine too')
      await vi.runAllTimersAsync()
      expect(server.sent).toHaveLength(1)
      await saver[choice]()
      await vi.runAllTimersAsync()
      expect(server.prose).toBe(choice === 'keepMine' ? 'mine too' : 'theirs')
      expect(saver.now().working.shown.parts[0]?.prose).toBe(server.prose)
      expect(saver.now().saving).toBe('saved')
    }
  })

  it('takes back what was refused, tells why, and saves the rest', async () => {
    const faults = [{ pointer: '/operations/0/part', message: 'gone' }]
    const server = new Server([problem(422, 'operation_key_unknown', { faults })])
    const saver = opened(server)
    const part = saver.now().working.shown.parts[0]?.key ?? ''
    saver.act([
      { op: 'rename_part', part, title: 'Snow' },
      { op: 'change_prose', part, prose: 'new' },
    ])
    await vi.runAllTimersAsync()
    expect(server.prose).toBe('new')
    expect(server.sent.at(-1)?.operations).toHaveLength(1)
    expect(saver.now().working.shown.parts[0]?.title).toBe('Rain')
  })

  it('shows a newer version only where nothing waits to be saved', async () => {
    const server = new Server()
    const saver = opened(server)
    server.prose = 'theirs'
    await saver.renew('spc_9')
    expect(saver.now().working.shown.parts[0]?.prose).toBe('theirs')
    write(saver, 'mine')
    await saver.renew('spc_10')
    expect(saver.now().working.shown.parts[0]?.prose).toBe('mine')
  })
})
