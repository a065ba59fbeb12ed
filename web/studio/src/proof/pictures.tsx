/** The pictures that belong to lines of a report, and one of them large. */
import { useEffect, useRef } from 'react'
import { screenshotAddress, type CodeSnippet } from '../api/code-snippets'
import { useTranslate, type Translate } from '../i18n'
import { sentenceOf, type Line } from './report'

export type Screenshot = { name: string; address: string; label: string; width: number }

/** The pictures of a line, named for those who cannot see them. */
export function picturesOf(line: Line, snippet: CodeSnippet, t: Translate): Screenshot[] {
  return line.pictures.flatMap((name) => {
    const number = snippet.screenshots.findIndex((shot) => shot.name === name)
    const shot = snippet.screenshots[number]
    if (!shot) return []
    const what =
      line.kind === 'start' && !name.startsWith('fault.')
        ? t('proof.picture.start', { width: shot.width })
        : sentenceOf(line, t)
    const label = t(name.startsWith('fault.') ? 'proof.picture.fault' : 'proof.picture', { what })
    // The blob's hash makes the address another one when the picture is another one.
    const address = `${screenshotAddress(snippet.id, number)}?v=${shot.blob.slice(-8)}`
    return [{ name, address, label, width: shot.width }]
  })
}

export function PictureDialog({ shot, onClose }: { shot: Screenshot; onClose: () => void }) {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className="proof-picture"
      aria-label={shot.label}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <figure>
        <img
          src={shot.address}
          alt={shot.label}
          style={{ maxInlineSize: `min(100%, ${shot.width}px)` }}
        />
        <figcaption className="row between">
          <span>{shot.label}</span>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('action.close')}
          </button>
        </figcaption>
      </figure>
    </dialog>
  )
}
