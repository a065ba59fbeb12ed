/** Progress in few characters: SCORM 1.2 keeps 4,096 of them, and an app may have hundreds of exercises. */
import { parseSaved, type Answered, type Saved } from '../../runtime/src/progress'
import { fewer, keysOf, SIGNS, signs, value } from './signs'

const DAY = 86_400
const PARTS = '~'
const KEY_SIGNS = 3
const ROW_SIGNS = 4
const SINCE_SIGNS = 3
const LEAST_DAYS = 0.1
const MOST_DAYS = 36_500
const STEPS = 31
const GROWTH = Math.log(MOST_DAYS / LEAST_DAYS) / STEPS

/** How much is kept of an answer: its whole memory, its verdicts, or only whether it is there and right. */
const FORMS = ['m', 'v', 'b'] as const
type Form = (typeof FORMS)[number]

/** The fullest form that fits, or "" if none does. */
export function shortened(saved: Saved, ids: readonly string[], limit: number): string {
  return FORMS.map((form) => written(saved, ids, form)).find((text) => text.length <= limit) ?? ''
}

/** What a short form says, as the app keeps it; null for anything that cannot be one. */
export function lengthened(text: string, ids: readonly string[]): string | null {
  const [head = '', place = '', read = '', body = ''] = text.split(PARTS)
  const form = head.at(0) as Form
  if (!FORMS.includes(form) || head.length !== 2 + SINCE_SIGNS) return null
  const flags = value(head.slice(1, 2))
  const answers =
    form === 'b' ? bitsRead(body, ids) : rowsRead(body, ids, form, value(head.slice(2)))
  return JSON.stringify({
    format: 1,
    place,
    scheme: ['', 'light', 'dark'][flags & 3] ?? '',
    ...(flags & 4 && { layout: 'all' }),
    ...(flags & 8 && { key: 0 }),
    ...(read !== '' && { read }),
    answers,
  })
}

/** Progress in the form of the app, read; an empty one where it is none. */
export function savedOf(text: string | null): Saved {
  const empty = '{"format":1,"place":"","scheme":"","answers":[]}'
  return (parseSaved(text ?? '') ?? parseSaved(empty)) as Saved
}

function written(saved: Saved, ids: readonly string[], form: Form): string {
  const scheme = ['', 'light', 'dark'].indexOf(saved.scheme)
  const flags = scheme + (saved.layout === 'all' ? 4 : 0) + (saved.withKey ? 0 : 8)
  const days = [...saved.answers.values()].map(({ memory }) => dayOf(memory.last))
  const since = days.length > 0 ? Math.min(...days) : 0
  const head = form + signs(flags, 1) + signs(since, SINCE_SIGNS)
  const [place, read] = [saved.place, [...saved.read].join(' ')].map((part) =>
    part.replaceAll(PARTS, ''),
  ) as [string, string]
  const keys = keysOf(ids)
  const body =
    form === 'b'
      ? bits(saved, ids)
      : ids
          .flatMap((id) => {
            const answered = saved.answers.get(id)
            return answered ? [(keys.get(id) as string) + row(answered, form, since)] : []
          })
          .join('')
  return [head, place, read, body].join(PARTS)
}

/** Four signs: 2 bits of verdicts, 3 of repetitions, 2 of lapses, 3 of difficulty, 5 of stability, 9 of days. */
function row({ verdict, first, memory }: Answered, form: Form, since: number): string {
  const verdicts = (verdict === 'right' ? 2 : 0) + (first === 'right' ? 1 : 0)
  if (form === 'v') return signs(verdicts, 1)
  const stability = Math.log(Math.max(memory.stability, LEAST_DAYS) / LEAST_DAYS) / GROWTH
  const parts: [number, number][] = [
    [verdicts, 2],
    [memory.reps, 3],
    [memory.lapses, 2],
    [memory.difficulty - 1, 3],
    [stability, 5],
    [dayOf(memory.last) - since, 9],
  ]
  const packed = parts.reduce((sum, [part, bits]) => (sum << bits) | fewer(part, 2 ** bits - 1), 0)
  return signs(packed, ROW_SIGNS)
}

const dayOf = (seconds: number): number => Math.floor(seconds / DAY)

type Row = [string, ...number[]]

function rowsRead(body: string, ids: readonly string[], form: Form, since: number): Row[] {
  const length = KEY_SIGNS + (form === 'm' ? ROW_SIGNS : 1)
  const ofKey = new Map([...keysOf(ids)].map(([id, key]) => [key, id]))
  const rows = body.match(new RegExp(`.{${length}}`, 'g')) ?? []
  return rows.flatMap((text) => {
    const id = ofKey.get(text.slice(0, KEY_SIGNS))
    const packed = value(text.slice(KEY_SIGNS))
    if (id === undefined) return []
    return [form === 'm' ? rowRead(id, packed, since) : plainRow(id, packed)]
  })
}

function rowRead(id: string, packed: number, since: number): Row {
  const part = (from: number, bits: number) => (packed >> from) & (2 ** bits - 1)
  const stability = LEAST_DAYS * Math.exp(part(9, 5) * GROWTH)
  const last = (part(0, 9) + since) * DAY
  const due = last + Math.max(1, Math.round(stability)) * DAY
  return [
    id,
    part(23, 1),
    part(22, 1),
    due,
    last,
    stability,
    part(14, 3) + 1,
    part(19, 3),
    part(17, 2),
  ]
}

/** Where its memory did not fit, an item comes back the next day. */
function plainRow(id: string, verdicts: number): Row {
  const now = Math.round(Date.now() / 1000)
  return [id, (verdicts >> 1) & 1, verdicts & 1, now + DAY, now, 1, 5, 1, 0]
}

const EACH = 3 // exercises in one sign: not answered, wrong, right

function bits(saved: Saved, ids: readonly string[]): string {
  const states = ids.map(
    (id) => ['wrong', 'right'].indexOf(saved.answers.get(id)?.verdict ?? '') + 1,
  )
  const packed = []
  for (let at = 0; at < states.length; at += EACH) {
    const [a = 0, b = 0, c = 0] = states.slice(at, at + EACH)
    packed.push(signs(a * 16 + b * 4 + c, 1))
  }
  return packed.join('') + signs(ids.length, 2)
}

function bitsRead(body: string, ids: readonly string[]): Row[] {
  if (value(body.slice(-2)) !== ids.length % SIGNS ** 2) return [] // another version of the app
  return ids.flatMap((id, at) => {
    const state = (value(body[Math.floor(at / EACH)] ?? 'A') >> (4 - 2 * (at % EACH))) & 3
    return state === 0 ? [] : [plainRow(id, state === 2 ? 3 : 0)]
  })
}
