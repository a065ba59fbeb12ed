import { describe, expect, it } from 'vitest'
import type { Desk, Item, Operation } from '../src/api/desk'
import { KIND_NAMES, emptyFields, fieldsAs, textOf } from '../src/desk/kinds'
import { itemsOf } from '../src/desk/places'
import {
  begun,
  done,
  keptOf,
  redone,
  refused,
  renewed,
  saved,
  sending,
  toSend,
  undone,
  type Working,
} from '../src/desk/work'

const item = (key: string, question: string): Item => ({
  key,
  kind: 'choice',
  title: 'Check',
  activity: 'a1',
  fields: { question, answer: 'right', distractors: ['wrong', 'worse'] },
  evidence: ['b1.1'],
  support: 'source',
  lines: [0, 0],
  explanation: 'As it rains.',
  picture: '',
  picture_alt: '',
  text: '',
  faults: [],
})
const part = (key: string, ...items: Item[]) => ({
  key,
  title: key,
  reading: ['b1'],
  prose: '',
  line: 0,
  items,
  faults: [],
})
const DESK: Desk = {
  spec_id: 'spc_1',
  example_id: 'exa_1',
  number: 1,
  title: 'Water',
  language: 'en',
  source: 'water.md',
  summary: '',
  goals: ['g1', 'g2'].map((key) => ({
    key,
    text: `Know ${key}`,
    evidence: [],
    support: 'own',
    line: 0,
    faults: [],
  })),
  parts: [part('p1', item('i1', 'One?'), item('i2', 'Two?')), part('p2', item('i3', 'Three?'))],
  evidence: {},
  faults: [],
}

/** The questions part by part, as they stand. */
const asked = ({ shown }: Working): string[][] =>
  shown.parts.map(({ items }) => items.map(({ fields }) => textOf(fields, 'question')))
/** A desk's own names for what the server calls by these keys. */
const nameOf = (working: Working, key: string): string =>
  [...working.names].find(([, known]) => known === key)?.[0] ?? ''
const question = (working: Working, key: string, words: string): Operation => ({
  op: 'change_item',
  item: nameOf(working, key),
  fields: { question: words },
})

describe('work at the desk', () => {
  it('is shown at once, and sent by the keys of the server', () => {
    const first = begun(DESK)
    const [p2, i1] = [nameOf(first, 'p2'), nameOf(first, 'i1')]
    const moved = done(first, [{ op: 'move_item', item: i1, part: p2, before: null }], 0)
    expect(asked(moved)).toEqual([['Two?'], ['Three?', 'One?']])
    expect(toSend(moved)).toEqual([{ op: 'move_item', item: 'i1', part: 'p2', before: null }])
  })

  it('undoes every operation and does it again', () => {
    const first = begun(DESK)
    const at = (key: string) => nameOf(first, key)
    const every: Operation[] = [
      { op: 'drop_item', item: at('i1') },
      { op: 'move_item', item: at('i1'), part: at('p2'), before: at('i3') },
      { op: 'duplicate_item', item: at('i2'), name: 'new1' },
      { op: 'change_kind', item: at('i1'), kind: 'flashcards' },
      {
        op: 'change_item',
        item: at('i1'),
        fields: { question: 'Else?' },
        title: 'Other',
        explanation: 'Why',
      },
      { op: 'add_item', part: at('p1'), before: at('i2'), name: 'new2', kind: 'cloze' },
      { op: 'add_part', title: 'More', prose: '', reading: [], before: at('p2'), name: 'new3' },
      { op: 'rename_part', part: at('p1'), title: 'Other' },
      { op: 'move_part', part: at('p1'), before: null },
      { op: 'drop_part', part: at('p1') },
      { op: 'change_prose', part: at('p1'), prose: 'Read this' },
      { op: 'add_goal', text: 'Do', evidence: [], before: null, name: 'new4' },
      { op: 'change_goal', goal: at('g1'), text: 'Do' },
      { op: 'drop_goal', goal: at('g1') },
      { op: 'move_goal', goal: at('g1'), before: null },
      { op: 'set_evidence', goal: at('g1'), evidence: ['b1.1'] },
      { op: 'change_prose', prose: 'About rain' },
      { op: 'change_reading', part: at('p1'), reading: ['b2', 'b1'] },
      { op: 'change_item', item: at('i1'), picture: 'b2', picture_alt: 'A cloud' },
    ]
    for (const operation of every) {
      const after = done(first, [operation], 0)
      expect(after.shown, operation.op).not.toEqual(first.shown)
      const back = undone(after)
      expect(stripped(back.shown), operation.op).toEqual(stripped(first.shown))
      expect(stripped(redone(back).shown), operation.op).toEqual(stripped(after.shown))
    }
  })

  it('takes typing in one field as one step and one operation', () => {
    let working = begun(DESK)
    for (const [at, words] of ['O', 'On', 'Onc', 'Once?'].entries())
      working = done(working, [question(working, 'i1', words)], at * 100)
    expect(toSend(working)).toHaveLength(1)
    working = done(working, [question(working, 'i1', 'Later?')], 10_000)
    expect(asked(undone(working))[0]?.[0]).toBe('Once?')
    expect(asked(undone(undone(working)))[0]?.[0]).toBe('One?')
  })

  it('keeps what was typed while a save was on its way, under the keys that are new', () => {
    let working = begun(DESK)
    working = sending(done(working, [question(working, 'i1', 'One more?')], 0))
    working = done(working, [question(working, 'i1', 'One more time?')], 100)
    const desk = {
      ...DESK,
      spec_id: 'spc_2',
      parts: [part('p1', item('i9', 'One more?')), part('p2')],
    }
    working = saved(working, { spec: {} as never, desk, keys: { i1: 'i9' }, merged: false })
    expect(asked(working)[0]).toEqual(['One more time?'])
    expect(toSend(working)).toEqual([
      { op: 'change_item', item: 'i9', fields: { question: 'One more time?' } },
    ])
    expect(asked(undone(working))[0]).toEqual(['One?'])
  })

  it('names what is new for later operations, and knows it once it is saved', () => {
    let working = begun(DESK)
    const p1 = nameOf(working, 'p1')
    working = done(
      working,
      [{ op: 'add_item', part: p1, before: null, name: 'new', kind: 'choice' }],
      0,
    )
    working = done(working, [{ op: 'change_item', item: 'new', fields: { question: 'New?' } }], 0)
    working = sending(working)
    const desk = { ...DESK, spec_id: 'spc_2', parts: [part('p1', item('i7', 'New?')), part('p2')] }
    working = saved(working, { spec: {} as never, desk, keys: { new: 'i7' }, merged: false })
    expect(itemsOf(working.shown)[0]?.key).toBe('new')
    working = done(working, [{ op: 'drop_item', item: 'new' }], 0)
    expect(toSend(working)).toEqual([{ op: 'drop_item', item: 'i7' }])
  })

  it('is kept for another visit, and goes on there', () => {
    const first = begun(DESK)
    const working = done(first, [question(first, 'i2', 'Kept?')], 0)
    const kept = JSON.parse(JSON.stringify(keptOf(working)))
    expect(asked(begun(DESK, kept))[0]).toEqual(['One?', 'Kept?'])
    expect(keptOf(first)).toBeNull()
  })

  it('takes back an operation that was refused, with what builds on it, and keeps the rest', () => {
    let working = begun(DESK)
    const p1 = nameOf(working, 'p1')
    working = done(
      working,
      [{ op: 'add_item', part: p1, before: null, name: 'new', kind: 'choice' }],
      0,
    )
    working = done(working, [{ op: 'change_item', item: 'new', fields: { question: 'New?' } }], 0)
    working = done(working, [question(working, 'i1', 'Stays?')], 5_000)
    expect(asked(refused(sending(working), 0))[0]).toEqual(['Stays?', 'Two?'])
  })

  it('undoes nothing that somebody else has taken out', () => {
    let working = begun(DESK)
    working = sending(done(working, [question(working, 'i1', 'Mine?')], 0))
    const mine = { ...DESK, spec_id: 'spc_2', parts: [part('p1', item('i9', 'Mine?')), part('p2')] }
    working = saved(working, { spec: {} as never, desk: mine, keys: { i1: 'i9' }, merged: false })
    working = renewed(working, { ...DESK, spec_id: 'spc_3', parts: [part('p1'), part('p2')] })
    expect(toSend(undone(working))).toEqual([])
  })
})

/** A desk without what only the server knows. */
function stripped(desk: Desk): unknown {
  return JSON.parse(JSON.stringify(desk, (key, value) => (key === 'activity' ? undefined : value)))
}

describe('kinds', () => {
  it('keep the question and the answer from kind to kind', () => {
    for (const kind of KIND_NAMES) expect(Object.keys(emptyFields(kind)).length).toBeGreaterThan(0)
    expect(fieldsAs(item('i1', 'One?'), 'flashcards')).toEqual({ front: 'One?', back: 'right' })
    expect(fieldsAs(item('i1', 'One?'), 'terms')).toEqual({ term: 'One?', definition: 'right' })
  })
})
