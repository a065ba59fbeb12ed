/** What a newly published app starts with: who finds it, and its accent colour. */
import { useState } from 'react'
import type { Settings, SettingsChange } from '../api/praxeo'
import { useTranslate } from '../i18n'
import { contrast, READABLE } from '../publish/contrast'

const ACCENT = '--praxeo-accent'
const FIRST_ACCENT = '#0b5d6b'

export function EmbedSection({
  settings,
  onChange,
}: {
  settings: Settings
  onChange: (change: SettingsChange) => void
}) {
  const t = useTranslate()
  const stored = settings.embed_theme?.[ACCENT] ?? FIRST_ACCENT
  const [accent, setAccent] = useState(stored)
  const ratio = contrast(accent, '#ffffff')
  const isReadable = ratio >= READABLE
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
            <option value="public">{t('publish.public')}</option>
            <option value="unlisted">{t('publish.unlisted')}</option>
          </select>
        </label>
        <label className="row">
          <input
            type="color"
            value={accent}
            onChange={(event) => setAccent(event.target.value)}
            onBlur={() =>
              isReadable &&
              accent !== stored &&
              onChange({ embed_theme: { ...settings.embed_theme, [ACCENT]: accent } })
            }
          />
          {t('publish.accent')}
        </label>
        <p className={isReadable ? 'small soft' : 'small settings-low'} role="status">
          {t('publish.contrast', { ratio: ratio.toFixed(1) })}
          {!isReadable && ` – ${t('publish.contrast.low')}`}
        </p>
      </div>
    </section>
  )
}
