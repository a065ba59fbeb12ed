/** Embed an app in a page: how it looks, its code to copy, and a live preview beside them. */
import { useEffect, useRef, useState } from 'react'
import { changeEmbed, type Embed } from '../api/embeds'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'
import { CopyField } from '../parts/copy-field'
import { useToast } from '../shell/toasts'
import { PagePreview } from './page-preview'
import { sameTheme, type Theme } from './theme'
import { ThemeEditor } from './theme-editor'
import { useSnippets } from './use-snippets'

type Props = {
  embed: Embed
  address: string
  run: (work: () => Promise<Embed>) => Promise<unknown>
  onClose: () => void
}

export function EmbedDialog({ embed, address, run, onClose }: Props) {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const [theme, setTheme] = useState<Theme>(embed.theme ?? {})
  const [fitHeight, setFitHeight] = useState(true)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="embed-dialog" aria-labelledby="embed-title" onClose={onClose}>
      <header className="row between">
        <h2 id="embed-title">{t('publish.embed')}</h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {t('action.close')}
        </button>
      </header>
      <p className="soft">{t('publish.embed.lead')}</p>
      <div className="embed-columns">
        <div className="stack">
          <ThemeEditor theme={theme} onChange={setTheme} />
          <SaveTheme embed={embed} theme={theme} run={run} />
          <label className="row fit-height">
            <input
              type="checkbox"
              checked={fitHeight}
              onChange={(event) => setFitHeight(event.target.checked)}
            />
            {t('publish.height')}
          </label>
          <Code embed={embed} fitHeight={fitHeight} />
        </div>
        <PagePreview address={address} title={embed.title} theme={theme} fitHeight={fitHeight} />
      </div>
    </dialog>
  )
}

function SaveTheme({ embed, theme, run }: Pick<Props, 'embed' | 'run'> & { theme: Theme }) {
  const t = useTranslate()
  const toast = useToast()
  const changed = !sameTheme(theme, embed.theme ?? {})
  const save = async () => {
    await run(() => changeEmbed(embed, { theme }))
    toast(t('publish.theme.saved'))
  }
  return (
    <div>
      <button
        type="button"
        className="button primary"
        aria-disabled={!changed}
        onClick={() => changed && void save()}
      >
        {t('publish.theme.save')}
      </button>
    </div>
  )
}

function Code({ embed, fitHeight }: Pick<Props, 'embed'> & { fitHeight: boolean }) {
  const t = useTranslate()
  const code = useSnippets(embed)
  const text = (fitHeight ? code.data?.fitted : code.data?.frame) ?? ''
  return (
    <>
      <CopyField label={t('publish.snippet')} value={text} />
      <p className="small soft">{t('publish.limits')}</p>
      {code.error && <Failure error={code.error} />}
    </>
  )
}
