/** One line of the report: whether it holds, what was found, its pictures, and a way to try it again. */
import type { Screenshot } from './pictures'
import { useTranslate } from '../i18n'
import { useTold } from '../i18n/told'
import { usePreferences } from '../settings/use-preferences'
import { sentenceOf, type Finding, type Line } from './report'

const FINDINGS_SHOWN = 5
const SAME_RUN_MS = 20 * 60_000
const MARKS = { passed: 'M3 8.5l3.2 3.2L13 5', failed: 'M4 4l8 8M12 4l-8 8', not_run: 'M4 8h8' }

type Props = {
  line: Line
  findings: Finding[]
  shots: Screenshot[]
  running: boolean
  /** When the report as a whole was made: only a line of another time tells its own. */
  since: string
  busy: boolean
  onAgain: () => void
  onPicture: (shot: Screenshot) => void
}

export function LineRow(props: Props) {
  const { line, shots, running, busy, onAgain, onPicture } = props
  const t = useTranslate()
  const sentence = sentenceOf(line, t)
  return (
    <li className="proof-line" data-state={line.state}>
      <svg className="proof-mark" viewBox="0 0 16 16" aria-hidden="true">
        <path d={MARKS[line.state]} />
      </svg>
      <Said {...props} sentence={sentence} />
      <div className="proof-shots">
        {shots.map((shot) => (
          <button
            key={shot.name}
            type="button"
            className="proof-shot"
            aria-label={shot.label}
            onClick={() => onPicture(shot)}
          >
            <img src={shot.address} alt="" loading="lazy" />
          </button>
        ))}
      </div>
      <button
        type="button"
        className="button quiet proof-again"
        aria-disabled={busy}
        onClick={() => !busy && onAgain()}
      >
        {running ? t('proof.line.running') : t('proof.line.again')}
        <span className="visually-hidden">: {sentence}</span>
      </button>
    </li>
  )
}

type SaidProps = Pick<Props, 'line' | 'findings' | 'since'> & { sentence: string }

function Said({ line, findings, since, sentence }: SaidProps) {
  const t = useTranslate()
  const { locale } = usePreferences()
  // The mark says that a line holds; only what it does not say is told below it.
  const state = line.state === 'passed' ? '' : t(`proof.state.${line.state}`)
  const more = facts(line, since, state, locale)
  return (
    <div className="proof-said">
      <p>
        {sentence} <span className="visually-hidden">({t(`proof.state.${line.state}`)})</span>
      </p>
      {more && <p className="small soft">{more}</p>}
      {findings.length > 0 && <Findings line={line} findings={findings} />}
    </div>
  )
}

function Findings({ line, findings }: Pick<Props, 'line' | 'findings'>) {
  const t = useTranslate()
  const say = useTold()
  const shown = findings.slice(0, FINDINGS_SHOWN)
  const left = line.finding_count - shown.length
  return (
    <>
      <ul className="proof-findings">
        {shown.map((finding, index) => (
          <li key={index}>
            <span lang={say(finding).lang}>{say(finding).text}</span>{' '}
            <span className="soft small">{finding.where}</span>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="small soft">{t('proof.more', { count: left })}</p>}
    </>
  )
}

function facts(line: Line, since: string, state: string, language: string): string {
  const spent = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'second',
    maximumFractionDigits: 1,
  })
  const apart = Math.abs(Date.parse(line.checked_at) - Date.parse(since))
  const when =
    apart > SAME_RUN_MS
      ? new Date(line.checked_at).toLocaleString(language, {
          dateStyle: 'medium',
          timeStyle: 'short',
        })
      : ''
  return [state, line.seconds >= 0.05 ? spent.format(line.seconds) : '', when]
    .filter(Boolean)
    .join(' · ')
}
