/** How a published app is used: what a teacher asks first, with a table behind every bar. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getCodeSnippet } from '../api/code-snippets'
import type { Embed } from '../api/embeds'
import {
  getUsage,
  questionsOf,
  usageTableAddress,
  type ExerciseUse,
  type UsageReport,
} from '../api/usage'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'
import { usePreferences } from '../settings/use-preferences'
import { Bars, everyDay } from './usage-bars'

const DAYS = [7, 28, 90] as const
const DAY_MS = 86_400_000
const SECONDS_PER_MINUTE = 60
const WORST = 8

export function Usage({ embed }: { embed: Embed }) {
  const t = useTranslate()
  const [days, setDays] = useState<number>(28)
  const [here, setHere] = useState(false)
  const since = new Date(Date.now() - (days - 1) * DAY_MS).toISOString().slice(0, 10)
  const version = here ? embed.content_hash.slice(0, 12) : ''
  const { data, error, refetch } = useQuery({
    queryKey: ['usage', embed.id, since, version],
    queryFn: () => getUsage(embed, since, version),
  })
  return (
    <section className="usage" aria-labelledby="usage-title">
      <div className="row between">
        <h3 id="usage-title">{t('usage.title')}</h3>
        <Which {...{ days, setDays, here, setHere }} />
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && (data.visits > 0 ? <Told embed={embed} report={data} /> : <p>{t('usage.none')}</p>)}
      <p className="soft">{t('usage.how')}</p>
    </section>
  )
}

interface WhichProps {
  days: number
  setDays: (days: number) => void
  here: boolean
  setHere: (here: boolean) => void
}

/** Of which days and which versions it is told. */
function Which({ days, setDays, here, setHere }: WhichProps) {
  const t = useTranslate()
  return (
    <div className="row">
      <label className="row">
        <input type="checkbox" checked={here} onChange={() => setHere(!here)} />
        {t('usage.version')}
      </label>
      <select
        aria-label={t('usage.days')}
        value={days}
        onChange={({ target }) => setDays(Number(target.value))}
      >
        {DAYS.map((each) => (
          <option key={each} value={each}>
            {t('usage.last', { days: each })}
          </option>
        ))}
      </select>
    </div>
  )
}

function Told({ embed, report }: { embed: Embed; report: UsageReport }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const number = (amount: number) => amount.toLocaleString(locale)
  const minutes = Math.round(report.seconds / SECONDS_PER_MINUTE / report.visits)
  return (
    <>
      <dl className="usage-sums">
        <Sum name={t('usage.visits')} value={number(report.visits)} />
        <Sum name={t('usage.finished')} value={percent(report.completed, report.visits, locale)} />
        <Sum name={t('usage.minutes')} value={number(minutes)} />
      </dl>
      <Days report={report} />
      <Exercises embed={embed} report={report} />
      {report.reached.length > 0 && <Reached report={report} />}
      {report.sites.length > 0 && (
        <details>
          <summary>{t('usage.sites')}</summary>
          <ul>
            {report.sites.map(({ host, visits }) => (
              <li key={host}>
                {host}: {number(visits)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <a className="button" href={usageTableAddress(embed, report.since)} download>
        {t('usage.table')}
      </a>
    </>
  )
}

const Sum = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

function Days({ report }: { report: UsageReport }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const counted = new Map(report.days.map(({ day, visits }) => [day, visits]))
  const name = (day: string) =>
    new Date(`${day}T12:00:00`).toLocaleDateString(locale, { day: 'numeric', month: 'short' })
  const bars = everyDay(report.since, new Date().toISOString().slice(0, 10)).map((day) => {
    const value = counted.get(day) ?? 0
    return { key: day, name: name(day), label: `${name(day)}: ${value}`, value }
  })
  const most = Math.max(1, ...counted.values())
  return <Bars caption={t('usage.by.day')} bars={bars} most={most} />
}

function Exercises({ embed, report }: { embed: Embed; report: UsageReport }) {
  const t = useTranslate()
  const { data: questions } = useQuery({
    queryKey: ['usage-questions', embed.code_snippet_id],
    queryFn: async () => questionsOf((await getCodeSnippet(embed.code_snippet_id)).spec_id),
    staleTime: Infinity,
  })
  const known = report.exercises.filter(({ hidden }) => !hidden)
  const worst = known
    .toSorted((one, other) => share(other) - share(one))
    .filter(({ wrong }) => wrong > 0)
    .slice(0, WORST)
  const few = report.exercises.length - known.length
  return (
    <div className="stack">
      <h4>{t('usage.fail')}</h4>
      {worst.length === 0 && <p>{t('usage.fail.none')}</p>}
      <ol className="usage-exercises">
        {worst.map((use) => (
          <Failing
            key={use.exercise}
            use={use}
            question={questions?.get(use.exercise)}
            embed={embed}
          />
        ))}
      </ol>
      {few > 0 && <p className="soft">{t('usage.few', { count: few })}</p>}
    </div>
  )
}

const share = ({ right, wrong }: ExerciseUse): number => wrong / Math.max(1, right + wrong)

type FailingProps = { use: ExerciseUse; question: string | undefined; embed: Embed }

function Failing({ use, question, embed }: FailingProps) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const wrong = percent(use.wrong, use.right + use.wrong, locale)
  return (
    <li>
      <div className="usage-meter" aria-hidden="true">
        <span style={{ inlineSize: `${100 * share(use)}%` }} />
      </div>
      <p>
        <strong>{t('usage.wrong', { share: wrong })}</strong>{' '}
        {question ? (
          <a href={`/examples/${embed.example_id}/edit?item=${use.exercise}`}>{question}</a>
        ) : (
          t('usage.earlier')
        )}
      </p>
      {use.confused_with.map(({ choice, times }) => (
        <p key={choice} className="soft">
          {t('usage.confused', { choice, times })}
        </p>
      ))}
    </li>
  )
}

/** How many visits had done so many exercises: where the bars fall, people leave. */
function Reached({ report }: { report: UsageReport }) {
  const t = useTranslate()
  const bars = report.reached.map(({ done, visits }) => ({
    key: String(done),
    name: String(done),
    label: t('usage.reached.of', { done, visits }),
    value: visits,
  }))
  return <Bars caption={t('usage.reached')} bars={bars} most={report.visits} />
}

const percent = (part: number, whole: number, locale: string): string =>
  (part / Math.max(1, whole)).toLocaleString(locale, { style: 'percent' })
