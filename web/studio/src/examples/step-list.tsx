/** The steps of jobs in their order, each with its state and the time that it took so far. */
import { useEffect, useState } from 'react'
import type { Job } from '../api/jobs'
import { useTranslate, type Key, type Translate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'

type Step = Job['steps'][number]
const NAMES: Record<string, Key> = {
  read: 'step.read',
  write_spec: 'step.write_spec',
  compile: 'step.compile',
  check: 'step.check',
  attach: 'step.attach',
  write_change: 'step.write_change',
  conclude: 'step.conclude',
  repair: 'step.repair',
}
const TICK_MS = 500

/** `paused`: nobody can tell how it goes just now, so that nothing turns and no clock runs. */
export function StepList({ steps, paused = false }: { steps: Step[]; paused?: boolean }) {
  return (
    <ol role="list" className="steps" data-paused={paused}>
      {steps.map((step) => (
        <StepLine key={step.name} step={step} paused={paused} />
      ))}
    </ol>
  )
}

export function stepName(step: Step, t: Translate): string {
  const key = NAMES[step.name.replace(/_\d$/, '')] // a repair and its check have numbers
  return key ? t(key) : step.label
}

function StepLine({ step, paused }: { step: Step; paused: boolean }) {
  const t = useTranslate()
  const state = step.finished_at ? 'done' : step.started_at ? 'running' : 'open'
  const name = stepName(step, t)
  return (
    <li data-state={state}>
      <span className="step-name">
        {name} <span className="visually-hidden">{t(`step.${state}`)}</span>
      </span>
      <span className="small soft step-time">
        {state === 'running' && !paused && step.written > 0 && (
          <span className="step-written">{t('step.written', { count: step.written })} · </span>
        )}
        {state === 'running' && !paused && step.site && (
          <span className="step-page">
            {t('step.page', { number: step.pages + 1, site: step.site })} ·{' '}
          </span>
        )}
        {step.started_at && !(paused && state === 'running') && (
          <Elapsed since={step.started_at} until={step.finished_at} />
        )}
      </span>
      {state === 'running' && step.fraction > 0 && (
        <progress aria-label={name} value={step.fraction} max={1} />
      )}
    </li>
  )
}

/** The seconds from one moment to another, or to now, counting. */
export function Elapsed({ since, until = '' }: { since: string; until?: string }) {
  const { locale } = usePreferences()
  const now = useNow(until === '')
  const seconds = Math.max(0, ((until ? Date.parse(until) : now) - Date.parse(since)) / 1000)
  const unit = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'second',
    minimumFractionDigits: until ? 1 : 0,
    maximumFractionDigits: until ? 1 : 0,
  })
  return <span className="elapsed">{unit.format(seconds)}</span>
}

function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [ticking])
  return now
}
