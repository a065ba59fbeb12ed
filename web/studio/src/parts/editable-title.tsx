/** A heading that becomes a field: Enter or leaving saves, Escape gives up. */
import { useState } from 'react'
import { useTranslate } from '../i18n'

type Props = {
  value: string
  editing: boolean
  /** The new title; null if it stays as it is. */
  onDone: (value: string | null) => void
}

export function EditableTitle({ value, editing, onDone }: Props) {
  if (!editing)
    return (
      <h1 className="editable-title" title={value}>
        {value}
      </h1>
    )
  return <TitleField value={value} onDone={onDone} />
}

function TitleField({ value, onDone }: Omit<Props, 'editing'>) {
  const t = useTranslate()
  const [draft, setDraft] = useState(value)
  const save = () => {
    const wanted = draft.trim()
    onDone(wanted && wanted !== value ? wanted : null)
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
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Escape' && onDone(null)}
      />
    </form>
  )
}
