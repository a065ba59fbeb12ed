/** A text to take along: shown whole, selected on focus, copied by a button. */
import { useId, useState, type FocusEvent } from 'react'
import { useTranslate } from '../i18n'

export function CopyField({ label, value }: { label: string; value: string }) {
  const t = useTranslate()
  const id = useId()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  const shown = {
    id,
    readOnly: true,
    value,
    onFocus: ({ target }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => target.select(),
  }
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="copy-field">
        {value.includes('<') ? <textarea rows={5} {...shown} /> : <input type="text" {...shown} />}
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
