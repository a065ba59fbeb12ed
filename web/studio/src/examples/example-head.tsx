/** The head of an example: its title, its state, and what can be done with it as a whole. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { exportAddress, type Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { EditableTitle } from '../parts/editable-title'
import { shownStatus, StatusBadge } from '../parts/status-badge'

type Props = { example: Example; onRename: (title: string) => void }

export function ExampleHead({ example, onRename }: Props) {
  const t = useTranslate()
  const [editing, setEditing] = useState(false)
  const finish = (title: string | null) => {
    setEditing(false)
    if (title !== null) onRename(title)
  }
  return (
    <header className="example-head">
      <EditableTitle value={example.title || t('making.title')} editing={editing} onDone={finish} />
      <StatusBadge status={shownStatus(example)} />
      <HeadMenu example={example} onRename={() => setEditing(true)} />
    </header>
  )
}

/** A row of buttons, or a menu where there is no room for one. */
function HeadMenu({ example, onRename }: { example: Example; onRename: () => void }) {
  const t = useTranslate()
  const { open, setOpen, menu, button, onKeyDown } = useMenu()
  const rename = () => {
    setOpen(false)
    onRename()
  }
  return (
    <div className="head-menu" ref={menu} onKeyDown={onKeyDown} data-open={open}>
      <button
        ref={button}
        type="button"
        className="button quiet icon head-more"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="visually-hidden">{t('action.more')}</span>
        <Dots />
      </button>
      <div className="head-actions">
        <button type="button" className="button quiet" onClick={rename}>
          {t('action.rename')}
        </button>
        {example.code_snippet_id && (
          <a className="button quiet" href={exportAddress(example)} download>
            {t('action.download')}
          </a>
        )}
      </div>
    </div>
  )
}

const Dots = () => (
  <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="currentColor">
    <circle cx="5" cy="12" r="2" />
    <circle cx="12" cy="12" r="2" />
    <circle cx="19" cy="12" r="2" />
  </svg>
)

/** Opened by its button; closed by a press outside of it or by Escape, which gives the focus back. */
function useMenu() {
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return
    setOpen(false)
    button.current?.focus()
  }
  return { open, setOpen, menu, button, onKeyDown }
}
