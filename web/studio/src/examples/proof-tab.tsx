/** How the app was proven: a verdict, then every line with its pictures, each to be proven again. */
import { useState } from 'react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getCodeSnippet, type CodeSnippet } from '../api/code-snippets'
import { type Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
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
  const queries = useQueryClient()
  const [running, setRunning] = useState<string | null>(null)
  // Every check ends with a new version of the example, so that both are read anew then.
  const key = [example.code_snippet_id, example.version]
  const report = useQuery({
    queryKey: ['report', ...key],
    queryFn: () => readReport(example.code_snippet_id),
    placeholderData: keepPreviousData,
  })
  const snippet = useQuery({
    queryKey: ['snippet', ...key],
    queryFn: () => getCodeSnippet(example.code_snippet_id),
    placeholderData: keepPreviousData,
  })
  const again = useMutation({
    mutationFn: (line: string) => checkLine(example.code_snippet_id, line),
    onMutate: (line) => setRunning(line),
    onSuccess: (started) => queries.setQueryData(['example', example.id], started),
  })
  const busy = again.isPending || example.status === 'making'
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
          {busy && running === '' ? t('proof.line.running') : t('proof.again')}
        </button>
      </header>
      {again.error && <Failure error={again.error} />}
      <Verdict report={report.data} />
      {report.data.lines?.length ? (
        <Lines
          report={report.data}
          snippet={snippet.data}
          running={busy ? running : null}
          busy={busy}
          onAgain={(line) => again.mutate(line)}
        />
      ) : (
        <>
          <Notice tone="warn">{t('proof.old')}</Notice>
          <ul role="list" lang="en">
            {report.data.findings.map((finding, index) => (
              <li key={index}>{finding.message}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

type LinesProps = {
  report: Report
  snippet: CodeSnippet
  running: string | null
  busy: boolean
  onAgain: (line: string) => void
}

function Lines({ report, snippet, running, busy, onAgain }: LinesProps) {
  const t = useTranslate()
  const [large, setLarge] = useState<Screenshot | null>(null)
  const since = checkedAt(report)
  const found = groups(report.lines ?? [], {
    app: t('proof.group.app'),
    whole: t('proof.group.whole'),
    tests: t('proof.group.tests'),
  })
  return (
    <div className="stack">
      {found.map((group, index) => (
        <details
          key={index}
          className="card proof-group"
          open={
            !group.section ||
            found.length <= FEW_GROUPS ||
            countOf(group.lines, 'passed') < group.lines.length
          }
        >
          <summary>
            <h3>{group.title}</h3>
            <GroupState group={group} />
          </summary>
          <ul role="list">
            {group.lines.map((line) => (
              <LineRow
                key={line.code}
                line={line}
                findings={report.findings.filter((finding) => finding.line === line.code)}
                shots={picturesOf(line, snippet, t)}
                running={running === line.code}
                since={since}
                busy={busy}
                onAgain={() => onAgain(line.code)}
                onPicture={setLarge}
              />
            ))}
          </ul>
        </details>
      ))}
      {large && <PictureDialog shot={large} onClose={() => setLarge(null)} />}
    </div>
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
