/** A version of an app before readers see it: the app itself, in the sandbox that it will have, wide or narrow. */
import { useEffect, useRef, useState } from 'react'
import { versionAddress } from '../api/code-snippets'
import { repin, type Embed } from '../api/embeds'
import { useTranslate } from '../i18n'
import { type Run } from './one-press'
import { WidthChoice, WIDTHS, type Width } from './page-preview'
import { useNumber } from './use-number'

type Props = {
  embed: Embed
  snippetId: string
  run: Run
  onClose: () => void
}

export default function VersionPreview({ embed, snippetId, run, onClose }: Props) {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const [width, setWidth] = useState<Width>('desktop')
  const number = useNumber(snippetId)
  useEffect(() => dialog.current?.showModal(), [])
  const publish = () => {
    dialog.current?.close()
    void run(() => repin(embed, snippetId))
  }
  return (
    <dialog ref={dialog} className="embed-dialog" aria-labelledby="look-title" onClose={onClose}>
      <header className="row between">
        <h2 id="look-title">{t('publish.look', { number })}</h2>
        <span className="row">
          <button type="button" className="button primary" onClick={publish}>
            {t('publish.show', { number })}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('action.close')}
          </button>
        </span>
      </header>
      <div className="row between">
        <p className="soft">{t('publish.look.lead')}</p>
        <WidthChoice width={width} onChange={setWidth} />
      </div>
      <div className="app-frame" style={{ maxInlineSize: WIDTHS[width] }}>
        <iframe
          src={versionAddress(snippetId, embed.title)}
          title={embed.title}
          sandbox="allow-scripts allow-same-origin"
        />
      </div>
    </dialog>
  )
}
