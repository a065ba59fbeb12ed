/** A dialog in which something of the source is picked. */
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslate } from '../i18n'

type Props = { title: string; onClose: () => void; children: ReactNode }

export function PickDialog({ title, onClose, children }: Props) {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="sentences" aria-label={title} onClose={onClose}>
      <div className="stack">
        <div className="row between">
          <h2>{title}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('action.close')}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
