/** What a newly published app starts with: who finds it, and how it looks. */
import { useState } from 'react'
import type { Settings, SettingsChange } from '../api/settings'
import { useTranslate } from '../i18n'
import { sameTheme, type Theme } from '../publish/theme'
import { ThemeEditor } from '../publish/theme-editor'
import '../publish/publish.css'

type Props = { settings: Settings; onChange: (change: SettingsChange) => void }

export function EmbedSection({ settings, onChange }: Props) {
  const t = useTranslate()
  return (
    <section className="card settings-section" aria-labelledby="settings-embed">
      <div>
        <h2 id="settings-embed">{t('tab.publish')}</h2>
        <p className="small soft">{t('settings.embed.lead')}</p>
      </div>
      <div className="stack">
        <label className="field">
          <span>{t('settings.embed')}</span>
          <select
            value={settings.embed_access}
            onChange={(event) =>
              onChange({ embed_access: event.target.value as Settings['embed_access'] })
            }
          >
            <option value="public">{t('publish.access.public')}</option>
            <option value="unlisted">{t('publish.access.unlisted')}</option>
          </select>
        </label>
        <FirstTheme key={JSON.stringify(settings.embed_theme)} {...{ settings, onChange }} />
      </div>
    </section>
  )
}

function FirstTheme({ settings, onChange }: Props) {
  const t = useTranslate()
  const stored: Theme = settings.embed_theme ?? {}
  const [theme, setTheme] = useState(stored)
  const isStored = sameTheme(theme, stored)
  return (
    <>
      <ThemeEditor theme={theme} onChange={setTheme} />
      <div>
        <button
          type="button"
          className="button"
          aria-disabled={isStored}
          onClick={() => !isStored && onChange({ embed_theme: theme })}
        >
          {t('action.save')}
        </button>
      </div>
    </>
  )
}
