/** The verdict of a check in one sentence, with what was done to come to it. */
import { useTranslate, type Translate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { Facts, type Fact } from '../parts/facts'
import { Notice } from '../parts/notice'
import { checkedAt, countOf, type Report } from './report'

const TONE = { passed: 'good', failed: 'bad', not_run: 'warn', pending: '' } as const

const STYLE = { dateStyle: 'medium', timeStyle: 'short' } as const

export function Verdict({ report }: { report: Report }) {
  const t = useTranslate()
  return (
    <Notice tone={TONE[report.status]}>
      <div className="proof-verdict">
        <p>
          <strong>
            {report.lines?.length ? sentenceOf(report, t) : <span lang="en">{report.summary}</span>}
          </strong>
        </p>
        <p className="soft">{t('proof.lead')}</p>
        {report.browser && <WhatWasDone report={report} />}
      </div>
    </Notice>
  )
}

function sentenceOf({ status, lines = [] }: Report, t: Translate): string {
  const count = lines.length
  if (status === 'passed') return t('proof.verdict.passed', { count })
  return status === 'failed'
    ? t('proof.verdict.failed', { failed: countOf(lines, 'failed'), count })
    : t('proof.verdict.notrun', { open: countOf(lines, 'not_run'), count })
}

/** What was done to come to the verdict. */
function WhatWasDone({ report }: { report: Report }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const some = (count: number) => (count > 0 ? number.format(count) : '') // a model's app has no exercises
  const { exercises, answers, keyboard_exercises: keyboard, audits } = report.counts
  const when = checkedAt(report)
  const seconds = Object.values(report.seconds).reduce((sum, spent) => sum + spent, 0)
  const facts: Fact[] = [
    [t('proof.fact.when'), when ? new Date(when).toLocaleString(locale, STYLE) : ''],
    [t('proof.fact.exercises'), some(exercises)],
    [t('proof.fact.answers'), some(answers)],
    [t('proof.fact.keyboard'), exercises ? `${number.format(keyboard)} / ${some(exercises)}` : ''],
    [t('proof.fact.audits'), some(audits)],
    [t('proof.fact.sizes'), report.sizes.join(', ')],
    [t('proof.fact.browser'), report.browser],
    [t('proof.fact.seconds'), number.format(seconds)],
  ]
  return <Facts facts={facts} look="small" />
}
