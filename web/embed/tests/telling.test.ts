import { describe, expect, it } from 'vitest'
import { openShelf, type Shelf } from '../src/shelf'
import { browserId, siteOf, Telling } from '../src/telling'

interface Page {
  telling: Telling
  sent: Record<string, unknown>[]
  pass: (ms: number) => void
  answer: { now: boolean | null }
  hidden: { now: boolean }
}

const memory = (): Shelf => {
  const kept = new Map<string, string>()
  const storage = {
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage
  return openShelf(() => storage, 'x:')
}

function page(shelf: Shelf = memory(), visit = 'visit-1'): Page {
  let time = 0
  let ids = 0
  const sent: Record<string, unknown>[] = []
  const answer: { now: boolean | null } = { now: true }
  const hidden = { now: false }
  const telling = new Telling({
    visit,
    version: 'abcdef012345',
    browser: 'browser-1',
    site: 'school.example',
    shelf,
    now: () => time,
    visible: () => !hidden.now,
    nonce: () => `id-${visit}-${(ids += 1)}`,
    send: (text) => {
      if (answer.now === true) sent.push(JSON.parse(text) as Record<string, unknown>)
      return Promise.resolve(answer.now)
    },
  })
  return { telling, sent, pass: (ms) => void (time += ms), answer, hidden }
}

const names = (sent: Record<string, unknown>[]): unknown[] =>
  sent.flatMap(({ events }) => (events as { name: string }[]).map(({ name }) => name))

describe('what a visit tells', () => {
  it('counts a view once the app has started and was seen for a second', async () => {
    const { telling, sent, pass } = page()
    pass(5_000)
    await telling.look()
    expect(sent).toEqual([])
    telling.hear('started', {})
    await telling.look()
    expect(names(sent)).toEqual(['viewed', 'stayed'])
  })

  it('counts no time in which nobody could see it', async () => {
    const { telling, sent, pass, hidden } = page()
    telling.hear('started', {})
    hidden.now = true
    pass(60_000)
    await telling.look()
    expect(sent).toEqual([])
  })

  it('tells each answer with the option that was taken', async () => {
    const { telling, sent, pass } = page()
    telling.hear('started', {})
    telling.hear('answered', { exercise: 'i1', verdict: 'wrong', done: 1, choice: 'x'.repeat(400) })
    telling.hear('answered', { exercise: 7 })
    pass(2_000)
    await telling.look()
    const events = sent.flatMap(({ events }) => events as Record<string, unknown>[])
    const answers = events.filter(({ name }) => name === 'answered')
    expect(answers).toHaveLength(1)
    expect(answers[0]).toMatchObject({ exercise: 'i1', verdict: 'wrong', done: 1 })
    expect(answers[0]?.['choice']).toHaveLength(120)
  })

  it('keeps what could not be sent and sends the same again, also in another visit', async () => {
    const shelf = memory()
    const first = page(shelf)
    first.answer.now = false
    first.telling.hear('started', {})
    first.pass(2_000)
    await first.telling.look()
    await first.telling.look(true)
    const second = page(shelf, 'visit-2')
    second.telling.hear('started', {})
    second.pass(2_000)
    await second.telling.look()
    expect(second.sent.map(({ visit }) => visit)).toEqual(['visit-1', 'visit-2'])
    await second.telling.look()
    expect(second.sent).toHaveLength(2)
  })

  it('stops where nobody wants to be told', async () => {
    const { telling, pass, answer, sent } = page()
    answer.now = null
    telling.hear('started', {})
    pass(2_000)
    await telling.look()
    answer.now = true
    pass(20_000)
    await telling.look()
    expect(sent).toEqual([])
  })
})

describe('what is known of a browser', () => {
  it('is an id of its own storage, and nothing without one', () => {
    const shelf = memory()
    expect(browserId(shelf, () => 'fresh-id')).toBe('fresh-id')
    expect(browserId(shelf, () => 'another')).toBe('fresh-id')
    const none = openShelf(() => {
      throw new DOMException('denied')
    }, 'x:')
    expect(browserId(none, () => 'fresh-id')).toBe('')
  })

  it('has the host of the page around, without path or query', () => {
    expect(siteOf('https://school.example:8443/class/7b?name=Ada')).toBe('school.example:8443')
    expect(siteOf('')).toBe('')
    expect(siteOf('about:srcdoc x')).toBe('')
  })
})
