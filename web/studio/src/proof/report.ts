/** The report of a check as the API gives it, and its lines in groups that a teacher reads. */
import { client, dataOf } from '../api/client'
import { type CodeSnippet } from '../api/code-snippets'
import { type Example } from '../api/examples'
import { fetched, newKey } from '../api/requests'
import type { Key } from '../i18n/en'
import type { Translate } from '../i18n'

export type LineState = 'passed' | 'failed' | 'not_run'
export type Line = {
  code: string
  kind: string
  fields: Record<string, string | number>
  state: LineState
  finding_count: number
  seconds: number
  checked_at: string
  pictures: string[]
}
/** `expected`, `seen` and `steps` are those of an acceptance test. */
export type Finding = {
  code: string
  message: string
  where: string
  line?: string
  expected?: string
  seen?: string
  steps?: string
  details?: Record<string, string | number>
}
/** A report of format 1, from an earlier release, has no lines. */
export type Report = {
  status: CodeSnippet['check_status']
  summary: string
  lines?: Line[]
  findings: Finding[]
  counts: { exercises: number; answers: number; keyboard_exercises: number; audits: number }
  seconds: Record<string, number>
  browser: string
  sizes: string[]
}

export const readReport = async (snippetId: string): Promise<Report> =>
  (await fetched(`code_snippets/${snippetId}/report`, 'application/json')).json() as Promise<Report>

/** Prove one line of the report again ("": all of it); the example's job tells how it goes. */
export const checkLine = (snippetId: string, line: string): Promise<Example> =>
  dataOf(
    client.POST('/v1/code_snippets/{code_snippet_id}/check', {
      params: { path: { code_snippet_id: snippetId }, header: newKey() },
      body: { line },
    }),
  )

/** `section` says that the group is one of the app's own sections. */
export type Group = { title: string; section: boolean; lines: Line[] }
type Names = { app: string; whole: string; tests: string }

const BEFORE_SECTIONS: ReadonlySet<string> = new Set([
  'file',
  'outside',
  'content',
  'start',
  'opens',
  'controls',
])

/** The lines in the order of the report: the app as it is, its sections, its tests, the app in use. */
export function groups(lines: readonly Line[], names: Names): Group[] {
  const found: Group[] = []
  const into = (title: string, line: Line) => {
    const last = found.at(-1)
    if (last?.title === title) last.lines.push(line)
    else found.push({ title, section: 'section' in line.fields, lines: [line] })
  }
  for (const line of lines) {
    const { section } = line.fields
    if (typeof section === 'string') into(section, line)
    else if (line.kind === 'test') into(names.tests, line)
    else into(BEFORE_SECTIONS.has(line.kind) ? names.app : names.whole, line)
  }
  return found
}

export const countOf = (lines: readonly Line[], state: LineState): number =>
  lines.filter((line) => line.state === state).length

/** When the report was made: the time of its first line. */
export const checkedAt = (report: Report): string =>
  (report.lines ?? [])
    .map((line) => line.checked_at)
    .filter(Boolean)
    .sort()[0] ?? ''

/** What the line says; a kind that this release does not know is told by its code. */
export function sentenceOf(line: Line, t: Translate): string {
  const key = `proof.line.${line.kind}`
  const said = t(key as Key, line.fields)
  return said === key ? t('proof.line.unknown', { code: line.code }) : said
}
