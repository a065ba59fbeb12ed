import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { beginning } from '../src/examples/use-work'
import { sayIn } from '../src/i18n/told'
import { toldDe } from '../src/i18n/told-de'

const python = fileURLToPath(new URL('../../../src/praxeo/', import.meta.url))
const CODES = /(?:(?:Refused|TooLarge|warn)\(\s*|code=)"(\w+)"/g
const INTERNAL = new Set(['bad_extraction', 'bad_nonce', 'not_a_file'])

// Said on the command line, at a start, to programs that use the API, or to a model; or told by its parts.
const ELSEWHERE =
  /^(archive_|bad_|edit_|not_a_|not_an_|cannot_write|exists_otherwise|file_exists|header_twice|if_match_|key_used|migration_|no_payload|not_confirmed|port_|record_twice|sdk_|spec_invalid|unknown_listing|wrong_media_type)/

function codesIn(folder: string): string[] {
  return readdirSync(python + folder, { recursive: true, encoding: 'utf-8' })
    .filter((name) => name.endsWith('.py'))
    .flatMap((name) => [...readFileSync(`${python}${folder}/${name}`, 'utf-8').matchAll(CODES)])
    .map((match) => match[1] ?? '')
    .filter((code) => !INTERNAL.has(code))
}

describe('sentences of the server in German', () => {
  it('exist for all that documents are refused for and warned of', () => {
    const codes = [...codesIn('sources/documents'), ...codesIn('adapters/sandbox')]
    expect(codes.length).toBeGreaterThan(25)
    const known = Object.keys(toldDe)
    expect(codes.filter((code) => !known.some((k) => k.split('.')[0] === code))).toEqual([])
  })

  it('exist for all that combinations, videos and recordings are refused for', () => {
    const codes = [
      ...codesIn('sources/combining'),
      ...codesIn('sources/youtube'),
      ...codesIn('sources/media'),
      ...codesIn('adapters/ffmpeg'),
    ]
    expect(codes).toEqual(expect.arrayContaining(['part_refused', 'captions_needed']))
    const known = Object.keys(toldDe)
    expect(codes.filter((code) => !known.some((k) => k.split('.')[0] === code))).toEqual([])
  })

  it('exist for what the offline author says of its specs', () => {
    const codes = codesIn('authors/offline')
    expect(codes).toEqual(expect.arrayContaining(['practice_limited', 'little_practice']))
    const known = Object.keys(toldDe)
    expect(codes.filter((code) => !known.some((k) => k.split('.')[0] === code))).toEqual([])
    const details = { words: 90000, exercises: 45 }
    expect(sayIn(toldDe, 'de', { code: 'little_practice', message: '', details }).text).toMatch(
      /^Übungen aus diesen 90.000 Wörtern: 45/,
    )
  })

  it('exist for all that the check of an app finds', () => {
    const words = readFileSync(`${python}proof/words.py`, 'utf-8')
    const codes = [...words.matchAll(/^ {4}"(\w+)": "/gm)].map((match) => match[1] ?? '')
    expect(codes.length).toBeGreaterThan(30)
    const known = new Set(Object.keys(toldDe).map((key) => key.split('.')[0]))
    expect(codes.filter((code) => !known.has(code))).toEqual([])
  })

  it('exist for what is wrong with an item of a spec, with the names of its fields', () => {
    const said = ['spec', 'compile'].flatMap((room) =>
      readdirSync(python + room, { recursive: true, encoding: 'utf-8' })
        .filter((name) => name.endsWith('.py'))
        .flatMap((name) => [
          ...readFileSync(`${python}${room}/${name}`, 'utf-8').matchAll(/\bsaid\(\s*"(\w+)"/g),
        ])
        .map((match) => match[1] ?? ''),
    )
    expect(said.length).toBeGreaterThan(20)
    expect(said.filter((code) => !(code in toldDe))).toEqual([])
    const details = { field: 'distractors' }
    expect(sayIn(toldDe, 'de', { code: 'field_empty', message: '', details }).text).toBe(
      'Hier fehlt noch etwas: eine falsche Antwort.',
    )
  })

  it('exist for everything that a person can meet in the studio', () => {
    const page = readFileSync(`${python}../../docs/reference/errors.md`, 'utf-8')
    const codes = new Set([...page.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? ''))
    expect(codes.size).toBeGreaterThan(100)
    const known = new Set(Object.keys(toldDe).map((key) => key.split('.')[0]))
    const missing = [...codes].filter((code) => !known.has(code) && !ELSEWHERE.test(code))
    expect(missing).toEqual([])
  })

  it('name the kind of a file and numbers as German has them', () => {
    const say = (code: string, details: Record<string, string | number>) =>
      sayIn(toldDe, 'de', { code, message: 'English.', details })
    expect(say('wrong_type', { kind: 'gif' }).text).toMatch(/^Diese Datei ist ein GIF-Bild\. /)
    expect(say('too_many_pages', { pages: 12345, limit: 5000 }).text).toContain('12.345 Seiten')
    expect(say('hidden_text_removed', { words: 7, page: 3 }).text).toContain('Auf Seite 3')
  })

  it('stay English and say so where a code or a detail is not known', () => {
    const message = 'Something new.'
    expect(sayIn(toldDe, 'de', { code: 'new', message })).toEqual({ text: message, lang: 'en' })
    expect(sayIn(toldDe, 'de', { code: 'cut_off', message }).text).toBe(message)
    expect(sayIn({}, 'en', { code: 'new', message }).lang).toBeUndefined()
  })
})

describe('the clock of a run', () => {
  const job = (created_at: string, finished_at = '') =>
    ({ created_at, finished_at }) as Parameters<typeof beginning>[0]

  it('starts with the reading, but not with one of a run that was stopped before', () => {
    const reading = job('2026-01-01T10:00:00Z', '2026-01-01T10:00:03Z')
    expect(beginning(reading, job('2026-01-01T10:00:01Z'))).toBe('2026-01-01T10:00:00Z')
    expect(beginning(reading, job('2026-01-01T10:09:00Z'))).toBe('2026-01-01T10:09:00Z')
  })
})
