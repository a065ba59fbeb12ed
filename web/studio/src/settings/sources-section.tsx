/** Whether a worker looks by itself whether sources still say what was read. */
import type { Settings, SettingsChange } from '../api/settings'
import { useTranslate } from '../i18n'

const RHYTHMS = ['off', 'weekly', 'monthly'] as const
type Props = { settings: Settings; onChange: (change: SettingsChange) => void }

export function SourcesSection({ settings, onChange }: Props) {
  const t = useTranslate()
  return (
    <section className="card settings-section" aria-labelledby="settings-sources">
      <div>
        <h2 id="settings-sources">{t('settings.sources')}</h2>
        <p className="small soft">{t('settings.sources.lead')}</p>
      </div>
      <fieldset className="stack settings-rhythm">
        <legend className="visually-hidden">{t('settings.sources')}</legend>
        {RHYTHMS.map((rhythm) => (
          <label className="row" key={rhythm}>
            <input
              type="radio"
              name="visit-sources"
              checked={settings.visit_sources === rhythm}
              onChange={() => onChange({ visit_sources: rhythm })}
            />
            {t(`settings.sources.${rhythm}`)}
          </label>
        ))}
      </fieldset>
    </section>
  )
}
