/** How the studio looks and edits on this device, and what new apps and embeds start with. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getSettings, saveSettings, type Settings } from '../api/praxeo'
import { LANGUAGES, useTranslate, type Language } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { usePreferences, type Preferences } from './preferences'

const APPEARANCES: Preferences['appearance'][] = ['system', 'light', 'dark']
const EDITOR_SIZES = [12, 14, 16, 18, 20]

export default function SettingsPage() {
  const t = useTranslate()
  const preferences = usePreferences()
  const queries = useQueryClient()
  const settings = useQuery({ queryKey: ['settings'], queryFn: getSettings })
  const save = useMutation({
    mutationFn: (change: Pick<Settings, 'embed_access'>) => saveSettings(change),
    onSuccess: (saved) => queries.setQueryData(['settings'], saved),
  })

  return (
    <div className="stack large" style={{ maxInlineSize: '40rem' }}>
      <h1>{t('settings.title')}</h1>
      <section className="card stack" aria-labelledby="settings-appearance">
        <h2 id="settings-appearance">{t('settings.appearance')}</h2>
        <label className="field">
          <span>{t('settings.theme')}</span>
          <select
            value={preferences.appearance}
            onChange={(event) =>
              preferences.change({ appearance: event.target.value as Preferences['appearance'] })
            }
          >
            {APPEARANCES.map((name) => (
              <option key={name} value={name}>
                {t(`settings.theme.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t('settings.language')}</span>
          <select
            value={preferences.language}
            onChange={(event) => preferences.change({ language: event.target.value as Language })}
          >
            {Object.entries(LANGUAGES).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </section>
      <section className="card stack" aria-labelledby="settings-author">
        <h2 id="settings-author">{t('settings.author')}</h2>
        <p>{t('settings.author.offline')}</p>
        <p className="soft">{t('settings.author.later')}</p>
      </section>
      <section className="card stack" aria-labelledby="settings-editor">
        <h2 id="settings-editor">{t('settings.editor')}</h2>
        <label className="field">
          <span>{t('settings.editor.size')}</span>
          <select
            value={preferences.editorSize}
            onChange={(event) => preferences.change({ editorSize: Number(event.target.value) })}
          >
            {EDITOR_SIZES.map((size) => (
              <option key={size}>{size}</option>
            ))}
          </select>
        </label>
        <label className="row">
          <input
            type="checkbox"
            checked={preferences.editorWrap}
            onChange={(event) => preferences.change({ editorWrap: event.target.checked })}
          />
          {t('settings.editor.wrap')}
        </label>
      </section>
      <section className="card stack" aria-labelledby="settings-embed">
        <h2 id="settings-embed">{t('tab.publish')}</h2>
        {settings.isPending && <Loading />}
        {settings.error && (
          <Failure error={settings.error} onRetry={() => void settings.refetch()} />
        )}
        {settings.data && (
          <label className="field">
            <span>{t('settings.embed')}</span>
            <select
              value={settings.data.embed_access}
              onChange={(event) =>
                save.mutate({ embed_access: event.target.value as Settings['embed_access'] })
              }
            >
              <option value="public">{t('publish.public')}</option>
              <option value="unlisted">{t('publish.unlisted')}</option>
            </select>
          </label>
        )}
        {save.error && <Failure error={save.error} />}
        {save.isSuccess && (
          <p className="small soft" role="status">
            {t('settings.saved')}
          </p>
        )}
      </section>
    </div>
  )
}
