/** A heading that becomes a field: Enter or leaving saves, Escape gives up. */
import { useState } from 'react'
import { useTranslate } from '../i18n'

export function EditableTitle({
  value,
  onSave,
}: {
  value: string
  onSave: (value: string) => void
}) {
  const t = useTranslate()
  const [draft, setDraft] = useState<string | null>(null)
  const save = () => {
    const wanted = draft?.trim()
    if (wanted && wanted !== value) onSave(wanted)
    setDraft(null)
  }
  if (draft === null) {
    return (
      <h1 className="editable-title">
        {value}
        <button type="button" className="button quiet" onClick={() => setDraft(value)}>
          {t('action.rename')}
        </button>
      </h1>
    )
  }
  return (
    <form
      className="editable-title"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <input
        type="text"
        aria-label={t('action.rename')}
        value={draft}
        maxLength={200}
        autoFocus
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Escape' && setDraft(null)}
      />
    </form>
  )
}
