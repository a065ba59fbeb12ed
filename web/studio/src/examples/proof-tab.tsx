/** How the app was proven: a verdict, then every line with its pictures, each to be proven again. */
import { useState } from 'react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getCodeSnippet, type CodeSnippet } from '../api/code-snippets'
import { type Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { ClaimsCard } from '../claims/claims-card'
import { CoverageCard } from '../proof/coverage'
import { LineRow } from '../proof/line-row'
import { PictureDialog, picturesOf, type Screenshot } from '../proof/pictures'
import {
  checkedAt,
  checkLine,
  countOf,
  groups,
  readReport,
  type Group,
  type Report,
} from '../proof/report'
import { Verdict } from '../proof/verdict'
import '../proof/proof.css'

const FEW_GROUPS = 5

export default function ProofTab({ example }: { example: Example }) {
  const t = useTranslate()
  const { report, snippet } = useProof(example)
  const { again, busy, running } = useProvingAgain(example)
  const error = report.error ?? snippet.error
  if (error) return <Failure error={error} onRetry={() => void report.refetch()} />
  if (!report.data || !snippet.data) return <Loading />
  return (
    <div className="stack">
      <header className="row between">
        <h2>{t('proof.title')}</h2>
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => !busy && again.mutate('')}
        >
          {running === '' ? t('proof.line.running') : t('proof.again')}
        </button>
      </header>
      {again.error && <Failure error={again.error} />}
      <Verdict report={report.data} />
      <CoverageCard example={example} />
      <ClaimsCard example={example} />
      {report.data.lines?.length ? (
        <Lines
          report={report.data}
          snippet={snippet.data}
          running={running}
          busy={busy}
          onAgain={(line) => again.mutate(line)}
        />
      ) : (
        <OldReport report={report.data} />
      )}
    </div>
  )
}

/** Every check ends with a new version of the example, so that both are read anew then. */
function useProof({ code_snippet_id: id, version }: Example) {
  const report = useQuery({
    queryKey: ['report', id, version],
    queryFn: () => readReport(id),
    placeholderData: keepPreviousData,
  })
  const snippet = useQuery({
    queryKey: ['snippet', id, version],
    queryFn: () => getCodeSnippet(id),
    placeholderData: keepPreviousData,
  })
  return { report, snippet }
}

/** `running` is the line that is proven again; "" for the whole app, null for none. */
function useProvingAgain(example: Example) {
  const queries = useQueryClient()
  const [line, setLine] = useState<string | null>(null)
  const again = useMutation({
    mutationFn: (wanted: string) => checkLine(example.code_snippet_id, wanted),
    onMutate: setLine,
    onSuccess: (started) => queries.setQueryData(['example', example.id], started),
  })
  const busy = again.isPending || example.status === 'making'
  return { again, busy, running: busy ? line : null }
}

/** A report from before reports had lines. */
function OldReport({ report }: { report: Report }) {
  const t = useTranslate()
  return (
    <>
      <Notice tone="warn">{t('proof.old')}</Notice>
      <ul role="list" lang="en">
        {report.findings.map((finding, index) => (
          <li key={index}>{finding.message}</li>
        ))}
      </ul>
    </>
  )
}

type LinesProps = {
  report: Report
  snippet: CodeSnippet
  running: string | null
  busy: boolean
  onAgain: (line: string) => void
}

function Lines(props: LinesProps) {
  const t = useTranslate()
  const [large, setLarge] = useState<Screenshot | null>(null)
  const found = groups(props.report.lines ?? [], {
    app: t('proof.group.app'),
    whole: t('proof.group.whole'),
    tests: t('proof.group.tests'),
  })
  const few = found.length <= FEW_GROUPS
  return (
    <div className="stack">
      {found.map((group, index) => (
        <GroupOfLines key={index} {...props} group={group} few={few} onPicture={setLarge} />
      ))}
      {large && <PictureDialog shot={large} onClose={() => setLarge(null)} />}
    </div>
  )
}

type GroupProps = LinesProps & {
  group: Group
  few: boolean
  onPicture: (shot: Screenshot) => void
}

/** Open where there are few groups, or where something in it does not hold. */
function GroupOfLines({ group, few, report, snippet, running, busy, ...acts }: GroupProps) {
  const t = useTranslate()
  const { lines, section, title } = group
  const since = checkedAt(report)
  const open = !section || few || countOf(lines, 'passed') < lines.length
  return (
    <details className="card proof-group" open={open}>
      <summary>
        <h3>{title}</h3>
        <GroupState group={group} />
      </summary>
      <ul role="list">
        {lines.map((line) => (
          <LineRow
            key={line.code}
            line={line}
            findings={report.findings.filter((finding) => finding.line === line.code)}
            shots={picturesOf(line, snippet, t)}
            running={running === line.code}
            since={since}
            busy={busy}
            onAgain={() => acts.onAgain(line.code)}
            onPicture={acts.onPicture}
          />
        ))}
      </ul>
    </details>
  )
}

function GroupState({ group }: { group: Group }) {
  const t = useTranslate()
  const count = group.lines.length
  const failed = countOf(group.lines, 'failed')
  const open = countOf(group.lines, 'not_run')
  if (failed) return <span className="small bad">{t('proof.group.some', { failed, count })}</span>
  return (
    <span className="small soft">
      {open ? t('proof.group.open', { open, count }) : t('proof.group.holds', { count })}
    </span>
  )
}
