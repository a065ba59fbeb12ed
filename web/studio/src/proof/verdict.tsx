/** The verdict of a check in one sentence, with what was done to come to it. */
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { Notice } from '../parts/notice'
import { checkedAt, countOf, type Report } from './report'

const TONE = { passed: 'good', failed: 'bad', not_run: 'warn', pending: '' } as const

const STYLE = { dateStyle: 'medium', timeStyle: 'short' } as const

export function Verdict({ report }: { report: Report }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const some = (count: number) => (count > 0 ? number.format(count) : '') // a model's app has no exercises
  const when = checkedAt(report)
  const seconds = Object.values(report.seconds).reduce((sum, spent) => sum + spent, 0)
  const facts: [string, string][] = [
    [t('proof.fact.when'), when ? new Date(when).toLocaleString(locale, STYLE) : ''],
    [t('proof.fact.exercises'), some(report.counts.exercises)],
    [t('proof.fact.answers'), some(report.counts.answers)],
    [
      t('proof.fact.keyboard'),
      report.counts.exercises > 0
        ? `${number.format(report.counts.keyboard_exercises)} / ${number.format(report.counts.exercises)}`
        : '',
    ],
    [t('proof.fact.audits'), some(report.counts.audits)],
    [t('proof.fact.sizes'), report.sizes.join(', ')],
    [t('proof.fact.browser'), report.browser],
    [t('proof.fact.seconds'), number.format(seconds)],
  ]
  const lines = report.lines ?? []
  const count = lines.length
  const sentence =
    report.status === 'passed'
      ? t('proof.verdict.passed', { count })
      : report.status === 'failed'
        ? t('proof.verdict.failed', { failed: countOf(lines, 'failed'), count })
        : t('proof.verdict.notrun', { open: countOf(lines, 'not_run'), count })
  return (
    <Notice tone={TONE[report.status]}>
      <div className="proof-verdict">
        <p>
          <strong>{count ? sentence : <span lang="en">{report.summary}</span>}</strong>
        </p>
        <p className="soft">{t('proof.lead')}</p>
        {report.browser && (
          <dl className="proof-facts small">
            {facts
              .filter(([, value]) => value)
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        )}
      </div>
    </Notice>
  )
}
