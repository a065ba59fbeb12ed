/** Embed an app in a page: how it looks, its code to copy, and a live preview beside them. */
import { useEffect, useRef, useState } from 'react'
import { changeEmbed, type Embed } from '../api/embeds'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'
import { CopyField } from '../parts/copy-field'
import { PagePreview } from './page-preview'
import { sameTheme, type Theme } from './theme'
import { COLOURS, ThemeEditor } from './theme-editor'
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
          <SaveTheme {...{ embed, theme, run }} onSaved={setTheme} />
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

type SaveProps = Pick<Props, 'embed' | 'run'> & {
  theme: Theme
  onSaved: (theme: Theme) => void
}

function SaveTheme({ embed, theme, run, onSaved }: SaveProps) {
  const t = useTranslate()
  const [told, setTold] = useState('') // here, for a toast would stand behind the dialog
  const changed = !sameTheme(theme, embed.theme ?? {})
  const save = async () => {
    let saved = theme
    await run(async () => {
      const now = await changeEmbed(embed, { theme })
      saved = now.theme ?? {}
      return now
    })
    onSaved(saved)
    const moved = COLOURS.filter(([name]) => saved[name] !== theme[name])
    const colours = moved.map(([name, label]) => `${t(label)} ${saved[name]}`).join(', ')
    setTold(moved.length > 0 ? t('publish.theme.moved', { colours }) : t('publish.theme.saved'))
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
      <p className="small soft" role="status">
        {changed ? '' : told}
      </p>
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
