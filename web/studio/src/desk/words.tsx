/** A field that grows with its words; Enter goes on to what comes next. */
import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** The label stands above the field; else it is only spoken. */
  shown?: boolean
  /** What Enter does; left out: on to the next field, null: a new line. */
  onEnter?: (() => void) | null | undefined
  className?: string
  /** Lines at least. */
  rows?: number
}

export function Words(props: Props) {
  const { label, value, onChange, shown = false, onEnter, className = '', rows = 1 } = props
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const field = area.current
    if (!field) return
    field.style.blockSize = 'auto'
    field.style.blockSize = `${field.scrollHeight + 2}px`
  }, [value])
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return
    if (event.nativeEvent.isComposing || onEnter === null) return
    event.preventDefault()
    if (onEnter) onEnter()
    else nextField(area.current)?.focus()
  }
  return (
    <label className={`words ${className}`}>
      <span className={shown ? 'small soft' : 'visually-hidden'}>{label}</span>
      <textarea
        ref={area}
        rows={rows}
        dir="auto"
        placeholder={shown ? undefined : label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={pressed}
      />
    </label>
  )
}

/** The next text of the same card. */
function nextField(field: HTMLTextAreaElement | null): HTMLTextAreaElement | undefined {
  const all = [...(field?.closest('.desk-card')?.querySelectorAll('textarea') ?? [])]
  return all[all.indexOf(field as HTMLTextAreaElement) + 1]
}
