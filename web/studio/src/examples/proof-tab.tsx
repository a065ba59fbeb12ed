/** How the app was proven: the verdict, what was played, what was found, and the pictures. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  checkAgain,
  getCodeSnippet,
  readReport,
  screenshotAddress,
  type Example,
  type Report,
} from '../api/praxeo'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/preferences'
import { Failure, Loading, Notice } from '../parts/notice'

const TONE = { passed: 'good', failed: 'bad', not_run: 'warn', pending: '' } as const

export default function ProofTab({ example }: { example: Example }) {
  const t = useTranslate()
  const queries = useQueryClient()
  const report = useQuery({
    queryKey: ['report', example.code_snippet_id],
    queryFn: () => readReport(example.code_snippet_id),
  })
  const snippet = useQuery({
    queryKey: ['snippet', example.code_snippet_id],
    queryFn: () => getCodeSnippet(example.code_snippet_id),
  })
  const again = useMutation({
    mutationFn: () => checkAgain(example),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['example', example.id] })
      return queries.invalidateQueries({ queryKey: ['report'] })
    },
  })
  if (report.error) return <Failure error={report.error} onRetry={() => void report.refetch()} />
  if (!report.data) return <Loading />
  return (
    <div className="stack">
      <header className="row between">
        <h2>{t('proof.title')}</h2>
        <button
          type="button"
          className="button"
          onClick={() => again.mutate()}
          disabled={again.isPending}
        >
          {t('proof.again')}
        </button>
      </header>
      {again.error && <Failure error={again.error} />}
      <Verdict report={report.data} />
      <section className="stack" aria-labelledby="findings-title">
        <h3 id="findings-title">{t('proof.findings')}</h3>
        {report.data.findings.length === 0 ? (
          <p className="soft">
            {report.data.status === 'not_run' ? t('proof.none') : t('proof.nothing')}
          </p>
        ) : (
          <ul role="list">
            {report.data.findings.map((finding, index) => (
              <li key={index} className="finding">
                <code>{finding.code}</code>
                <span>
                  {finding.message} <span className="soft small">{finding.where}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <div className="shots">
        {snippet.data?.screenshots.map((shot, number) => (
          <figure key={shot.name}>
            <img
              src={screenshotAddress(example.code_snippet_id, number)}
              alt={t('proof.screenshot', { width: shot.width })}
              loading="lazy"
            />
          </figure>
        ))}
      </div>
    </div>
  )
}

function Verdict({ report }: { report: Report }) {
  const t = useTranslate()
  const { language } = usePreferences()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const seconds = Object.values(report.seconds).reduce((sum, spent) => sum + spent, 0)
  const facts: [string, string][] = [
    [t('proof.fact.exercises'), number.format(report.counts.exercises)],
    [t('proof.fact.answers'), number.format(report.counts.answers)],
    [t('proof.fact.keyboard'), number.format(report.counts.keyboard_exercises)],
    [t('proof.fact.audits'), number.format(report.counts.audits)],
    [t('proof.fact.sizes'), report.sizes.join(', ')],
    [t('proof.fact.browser'), report.browser],
    [t('proof.fact.seconds'), number.format(seconds)],
  ]
  return (
    <>
      <Notice tone={TONE[report.status]}>
        <p>{report.summary}</p>
      </Notice>
      {report.status !== 'not_run' && (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value || '–'}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
