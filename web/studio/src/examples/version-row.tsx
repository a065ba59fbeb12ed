/** One version in the history: its name, who made it and when, and what can be done with it. */
import { useEffect, useRef, useState } from 'react'
import type { CodeSnippet } from '../api/code-snippets'
import type { Spec } from '../api/specs'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'

type Props = {
  version: Spec | CodeSnippet
  current: boolean
  chosen: boolean
  busy: boolean
  onChoose: () => void
  onCompare: () => void
  onRestore: () => void
  onName: (label: string) => void
}

const NAME_CHARACTERS_MAX = 300
const TONE = { passed: 'good', failed: 'bad', not_run: 'warn', pending: '' } as const

export function VersionRow(props: Props) {
  const { version, current, chosen, onChoose, onName } = props
  const t = useTranslate()
  const [naming, setNaming] = useState(false)
  const title = t('history.version', { number: version.number })
  const named = (label: string | null) => {
    setNaming(false)
    if (label !== null && label !== version.label) onName(label)
  }
  return (
    <li aria-current={current ? 'true' : undefined} data-chosen={chosen}>
      <label className="choose">
        <input
          type="checkbox"
          checked={chosen}
          onChange={onChoose}
          aria-label={t('history.choose.one', { version: title })}
        />
      </label>
      <div className="version-what">
        <div className="row version-head">
          <strong>{title}</strong>
          {naming && <NameField value={version.label} onDone={named} />}
          {!naming && version.label && <span className="version-name">{version.label}</span>}
          {current && <span className="badge good">{t('history.current')}</span>}
          <CheckBadge version={version} />
        </div>
        <Facts version={version} />
      </div>
      <WithVersion {...props} title={title} onNaming={() => setNaming(true)} />
    </li>
  )
}

function CheckBadge({ version }: Pick<Props, 'version'>) {
  const t = useTranslate()
  const check = 'check_status' in version ? version.check_status : 'passed'
  if (check === 'passed') return null
  return <span className={`badge ${TONE[check]}`}>{t(`history.check.${check}`)}</span>
}

/** When and by whom, and how it came to be. */
function Facts({ version }: Pick<Props, 'version'>) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const when = new Date(version.created_at)
  const facts = [
    t(version.author === 'you' ? 'history.by.person' : 'history.by.author'),
    version.restored_number ? t('history.restored', { number: version.restored_number }) : '',
    'note' in version ? version.note : '',
  ].filter(Boolean)
  return (
    <p className="small soft">
      <time dateTime={version.created_at}>
        {when.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })}
      </time>
      {facts.map((fact) => ` · ${fact}`).join('')}
    </p>
  )
}

type WithProps = Props & { title: string; onNaming: () => void }

function WithVersion({ version, current, busy, title, ...acts }: WithProps) {
  const t = useTranslate()
  const which = <span className="visually-hidden"> ({title})</span>
  return (
    <div className="row version-do">
      <button type="button" className="button quiet" onClick={acts.onNaming}>
        {t(version.label ? 'action.rename' : 'history.name')}
        {which}
      </button>
      {!current && (
        <>
          <button type="button" className="button quiet" onClick={acts.onCompare}>
            {t('history.compare')}
            {which}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            onClick={() => !busy && acts.onRestore()}
          >
            {t('history.restore')}
            {which}
          </button>
        </>
      )}
    </div>
  )
}

/** Enter keeps the name, Escape leaves it as it was. */
function NameField({ value, onDone }: { value: string; onDone: (label: string | null) => void }) {
  const t = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  const end = (label: string | null) => {
    if (done.current) return
    done.current = true
    onDone(label)
  }
  useEffect(() => input.current?.select(), [])
  return (
    <input
      ref={input}
      type="text"
      className="name-field"
      aria-label={t('history.name.label')}
      defaultValue={value}
      maxLength={NAME_CHARACTERS_MAX}
      placeholder={t('history.name.placeholder')}
      onBlur={(event) => end(event.target.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(event.currentTarget.value.trim())
        if (event.key === 'Escape') end(null)
      }}
    />
  )
}
