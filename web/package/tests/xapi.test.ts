/** Visits by cmi5: statements as the specification's samples have them, and each with the platform exactly once. */
import { describe, expect, test } from 'vitest'
import type { Shelf } from '../../embed/src/shelf'
import { launchIn, type Json, type Launch } from '../src/xapi/launch'
import { Outbox } from '../src/xapi/outbox'
import { Statements } from '../src/xapi/statements'
import { Visit } from '../src/xapi/visit'

const ACTOR = {
  objectType: 'Agent',
  account: { homePage: 'http://example.org/', name: 'Learner' },
}
const LAUNCH: Launch = {
  endpoint: 'https://lrs.example/xapi/',
  fetch: 'https://lms.example/fetch?s=1',
  auth: '',
  actor: ACTOR,
  registration: 'a0a37fbe-04f1-46a3-9135-29aa41d4f1ee',
  activity: 'http://example.org/cmi5/au-lms-id/4756b422',
}
const GROUPING = [{ objectType: 'Activity', id: 'http://example.org/identifiers/courses/1/aus/2' }]
const SESSION = { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': '680cef64' }
const WANTED = {
  template: { contextActivities: { grouping: GROUPING }, extensions: SESSION },
  mode: 'Normal',
  masteryScore: 0.6 as number | null,
  returnUrl: '',
}
const BEGAN = Date.UTC(2026, 10, 30, 8)
const CMI5 = { objectType: 'Activity', id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }
const MOVE_ON = {
  objectType: 'Activity',
  id: 'https://w3id.org/xapi/cmi5/context/categories/moveon',
}
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore'

function statements(launch = LAUNCH, wanted = WANTED): Statements {
  let looked = 0
  let number = 0
  const now = () => new Date(BEGAN + (looked += 1) * 1_000)
  return new Statements({ launch, wanted, now, uuid: () => `id-${(number += 1)}` })
}

describe('a statement', () => {
  test('of the beginning has category, grouping, registration and session, and no result', () => {
    expect(statements().initialized()).toEqual({
      id: 'id-1',
      actor: ACTOR,
      verb: {
        id: 'http://adlnet.gov/expapi/verbs/initialized',
        display: { en: 'initialized' },
      },
      object: { objectType: 'Activity', id: LAUNCH.activity },
      context: {
        registration: LAUNCH.registration,
        contextActivities: { grouping: GROUPING, category: [CMI5] },
        extensions: SESSION,
      },
      timestamp: '2026-11-30T08:00:02.000Z',
    })
  })

  test('that settles something is in the category of what moves on', () => {
    const made = statements()
    const completed = made.completed()
    expect(completed['result']).toEqual({ completion: true, duration: 'PT1S' })
    expect(completed['context']).toMatchObject({
      contextActivities: { category: [CMI5, MOVE_ON] },
      extensions: SESSION,
    })
    const passed = made.judged({ right: 7, done: 8, total: 8 })
    expect(passed['verb']).toMatchObject({ id: 'http://adlnet.gov/expapi/verbs/passed' })
    expect(passed['result']).toMatchObject({
      score: { scaled: 0.875, raw: 87.5, min: 0, max: 100 },
      success: true,
    })
    expect(passed['context']).toMatchObject({ extensions: { ...SESSION, [MASTERY]: 0.6 } })
    const failed = made.judged({ right: 4, done: 8, total: 8 })
    expect(failed['verb']).toMatchObject({ id: 'http://adlnet.gov/expapi/verbs/failed' })
    expect(failed['result']).toMatchObject({ success: false })
  })

  test('of the end has a duration and moves nothing on', () => {
    const { result, context } = statements().terminated() as Record<string, Json>
    expect(result).toEqual({ duration: 'PT1S' })
    expect(context).toMatchObject({ contextActivities: { category: [CMI5] } })
  })

  test('of an answer is none of those that cmi5 defines: it has no category', () => {
    const { object, context, result } = statements().answered('s1 a', 'choice', false, 'xylem')
    expect(object).toEqual({
      objectType: 'Activity',
      id: `${LAUNCH.activity}#s1%20a`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: 'choice',
      },
    })
    expect(result).toEqual({ success: false, response: 'xylem' })
    const parent = [{ objectType: 'Activity', id: LAUNCH.activity }]
    expect((context as Json)['contextActivities']).toEqual({ grouping: GROUPING, parent })
  })

  test('by xAPI alone has no category either', () => {
    const made = statements({ ...LAUNCH, fetch: '', auth: 'Basic x' }).completed()
    expect((made['context'] as Json)['contextActivities']).toEqual({ grouping: GROUPING })
  })
})

describe('a launch', () => {
  const query = (given: Record<string, string>) =>
    `https://lms.example/course/index.html?own=1&${new URLSearchParams(given).toString()}`
  const told = { endpoint: 'https://lrs.example/xapi', actor: JSON.stringify(ACTOR) }

  test('by cmi5 is read beside what the address has of its own', () => {
    const { registration, activity, fetch } = LAUNCH
    const address = query({ ...told, fetch, registration, activityId: activity })
    expect(launchIn(address)).toEqual(LAUNCH)
  })

  test('of the first xAPI platforms has lists for names', () => {
    const actor = '{"name":["Ann"],"mbox":["mailto:ann@example.org"]}'
    const found = launchIn(query({ ...told, actor, auth: 'Basic x', activity_id: 'urn:a' }))
    expect(found).toMatchObject({ auth: 'Basic x', activity: 'urn:a', actor: { name: 'Ann' } })
  })

  test.each([
    {},
    told,
    { ...told, auth: 'x' },
    { ...told, auth: 'x', activityId: 'a', actor: 'Ann' },
    { ...told, auth: 'x', activityId: 'a', endpoint: 'javascript:alert(1)' },
  ])('that lacks something is none: %o', (given) => {
    expect(launchIn(query(given as unknown as Record<string, string>))).toBeNull()
  })
})

/** A record store behind a line that breaks, before it has heard or after. */
class Store {
  readonly kept: Json[] = []
  breaks = 0

  constructor(private readonly random: () => number) {}

  tell(statement: Json): Promise<number | null> {
    const fate = this.random()
    if (fate < 0.3) return this.broken()
    if (!this.kept.some(({ id }) => id === statement['id'])) this.kept.push(statement)
    return fate < 0.6 ? this.broken() : Promise.resolve(204)
  }

  private broken(): Promise<null> {
    this.breaks += 1
    return Promise.resolve(null)
  }
}

/** The same numbers for the same seed, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

const settled = () => new Promise<void>((done) => setTimeout(done))

describe('what is on its way', () => {
  test('is with the platform once and in order, over a hundred breaks and ten pages that die', async () => {
    const store = new Store(numbers(7))
    let drawer = ''
    const desk = { load: () => drawer, store: (text: string) => void (drawer = text) }
    let number = 0
    while (store.breaks < 100) {
      const again: (() => void)[] = []
      const box = new Outbox(
        desk,
        (one) => store.tell(one),
        (work) => void again.push(work),
      )
      for (let put = 0; put < 9; put += 1) box.put({ id: `s${(number += 1)}` })
      await settled()
      again.pop()?.() // and this page dies with the rest
      await settled()
    }
    const last: (() => void)[] = []
    const box = new Outbox(
      desk,
      (one) => store.tell(one),
      (work) => void last.push(work),
    )
    void box.send()
    for (await settled(); box.left.length > 0; await settled()) last.pop()?.()
    expect(store.kept.map(({ id }) => id)).toEqual(
      Array.from({ length: number }, (_, at) => `s${at + 1}`),
    )
    expect(drawer).toBe('')
  })

  test('waits for the next visit where its key is over, and is dropped where it is refused', async () => {
    const answers = [400, 401]
    const desk = { load: () => '', store: () => undefined }
    const box = new Outbox(
      desk,
      () => Promise.resolve(answers.shift() ?? 204),
      () => undefined,
    )
    for (const id of ['a', 'b', 'c']) box.put({ id })
    await settled()
    expect(box.left.map(({ id }) => id)).toEqual(['b', 'c'])
  })
})

const EXERCISES = { i1: 'choice', i2: 'card' }

function visit(wanted = WANTED, state: string | null = null) {
  const told: Json[] = []
  const kept: string[] = []
  const shelf = new Map<string, string>()
  const safe: Shelf = {
    load: (key) => shelf.get(key) ?? null,
    store: (key, value) => (shelf.set(key, value), { ok: true, durable: true }),
  }
  const outbox = { put: (one: Json) => told.push(one), left: told } as unknown as Outbox
  const made = new Visit(
    {
      statements: statements(LAUNCH, wanted),
      outbox,
      keep: (text) => (kept.push(text), Promise.resolve(true)),
      last: () => undefined,
      later: () => undefined,
      safe,
      mode: wanted.mode,
      judged: wanted.masteryScore !== null,
      exercises: EXERCISES,
    },
    state,
  )
  const answer = (exercise: string, verdict: string) => made.hear('answered', { exercise, verdict })
  const verbs = () => told.map(({ verb }) => Object.values((verb as Json)['display'] as Json)[0])
  return { made, answer, verbs, kept, shelf }
}

describe('a visit', () => {
  test('fails once, passes once and completes once, and ends last', () => {
    const { made, answer, verbs } = visit()
    answer('i1', 'wrong')
    answer('i2', 'wrong')
    answer('i1', 'right')
    answer('i2', 'right')
    answer('i2', 'wrong')
    made.end()
    answer('i1', 'right')
    made.end()
    expect(verbs().filter((verb) => verb !== 'answered')).toEqual([
      'completed',
      'failed',
      'passed',
      'terminated',
    ])
    expect(verbs().at(-1)).toBe('terminated')
  })

  test('settles nothing twice in one registration', async () => {
    const first = visit()
    for (const id of ['i1', 'i2']) first.answer(id, 'right')
    await settled()
    const second = visit(WANTED, first.kept.at(-1))
    expect(second.made.load('progress')).toContain('"i1"')
    second.answer('i1', 'right')
    second.made.end()
    expect(second.verbs()).toEqual(['answered', 'terminated'])
  })

  test.each(['Browse', 'Review'])('that only looks (%s) settles nothing', (mode) => {
    const { answer, verbs } = visit({ ...WANTED, mode })
    for (const id of ['i1', 'i2']) answer(id, 'right')
    expect(new Set(verbs())).toEqual(new Set(['answered']))
  })

  test('without a pass mark is completed and not judged', () => {
    const { answer, verbs } = visit({ ...WANTED, masteryScore: null })
    for (const id of ['i1', 'i2']) answer(id, 'right')
    expect(verbs()).toEqual(['answered', 'answered', 'completed'])
  })

  test('keeps its state here until the platform has it', async () => {
    const { made, shelf, kept } = visit()
    made.store('progress', 'x')
    expect(shelf.get('state')).toContain('"x"')
    await settled()
    expect(kept).toEqual(['{"values":{"progress":"x"}}'])
    expect(shelf.get('state')).toBe('')
  })
})
