/** One more question: by its kind, or from a sentence of the source. */
import { useEffect, useRef, type RefObject } from 'react'
import type { Kind } from '../api/desk'
import { useTranslate } from '../i18n'
import { KIND_NAMES } from './kinds'

type Props = {
  open: boolean
  setOpen: (open: boolean) => void
  /** Whether there is a source to pick a sentence of. */
  source: boolean
  onKind: (kind: Kind) => void
  onSentence: () => void
}

export function AddQuestion({ open, setOpen, source, onKind, onSentence }: Props) {
  const t = useTranslate()
  const button = useRef<HTMLButtonElement>(null)
  const kinds = useFocusFirst(open)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const choose = (act: () => void) => () => {
    setOpen(false)
    act()
  }
  return (
    <div className="desk-add" onKeyDown={(event) => open && event.key === 'Escape' && close()}>
      <button ref={button} type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <strong>+ {t('desk.add')}</strong> <span>{t('desk.add.lead')}</span>
      </button>
      {open && (
        <div className="desk-kinds" role="group" aria-label={t('desk.add.kind')} ref={kinds}>
          {KIND_NAMES.map((kind) => (
            <button
              key={kind}
              type="button"
              className="button"
              onClick={choose(() => onKind(kind))}
            >
              {t(`desk.kind.${kind}`)}
            </button>
          ))}
          {source && (
            <button type="button" className="button" onClick={choose(onSentence)}>
              {t('desk.add.sentence')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

function useFocusFirst(open: boolean): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) list.current?.querySelector('button')?.focus()
  }, [open])
  return list
}
