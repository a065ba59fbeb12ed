/** A text to take along: shown whole, selected on focus, copied by a button. */
import { useId, useState } from 'react'
import { useTranslate } from '../i18n'

export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTranslate()
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="copy-field">
        {value.includes('<') ? (
          <textarea
            id={id}
            readOnly
            rows={5}
            value={value}
            onFocus={(event) => event.target.select()}
          />
        ) : (
          <input
            id={id}
            type="text"
            readOnly
            value={value}
            onFocus={(event) => event.target.select()}
          />
        )}
        <button
          type="button"
          className="button"
          onClick={() => void copy()}
          onBlur={() => setCopied(false)}
        >
          {copied ? t('action.copied') : t('action.copy')}{' '}
          <span className="visually-hidden">{label}</span>
        </button>
      </div>
    </div>
  )
}
