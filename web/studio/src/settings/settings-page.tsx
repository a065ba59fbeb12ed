/** How the studio looks and edits on this device, who writes and what it may cost, and what new embeds are. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getSettings, saveSettings, type SettingsChange } from '../api/settings'
import { LANGUAGES, useTranslate, type Language } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { AuthorSection } from './author-section'
import { EmbedSection } from './embed-section'
import { RecognitionSection } from './recognition-section'
import { SourcesSection } from './sources-section'
import { usePreferences, type Preferences } from './use-preferences'
import './settings.css'

const APPEARANCES: Preferences['appearance'][] = ['system', 'light', 'dark']
const EDITOR_SIZES = [12, 14, 16, 18, 20]

export default function SettingsPage() {
  const t = useTranslate()
  const queries = useQueryClient()
  const settings = useQuery({ queryKey: ['settings'], queryFn: getSettings })
  const save = useMutation({
    mutationFn: (change: SettingsChange) => saveSettings(change),
    onSuccess: async (saved) => {
      queries.setQueryData(['settings'], saved)
      await queries.invalidateQueries({ queryKey: ['models'] })
    },
  })
  return (
    <div className="stack large settings">
      <header className="row between">
        <h1>{t('settings.title')}</h1>
        <p className="small soft" role="status">
          {save.isSuccess && t('settings.saved')}
        </p>
      </header>
      <Appearance />
      {settings.isPending && <Loading />}
      {settings.error && <Failure error={settings.error} onRetry={() => void settings.refetch()} />}
      {save.error && <Failure error={save.error} />}
      {settings.data && <AuthorSection settings={settings.data} onChange={save.mutate} />}
      {settings.data && <RecognitionSection settings={settings.data} onChange={save.mutate} />}
      {settings.data && <SourcesSection settings={settings.data} onChange={save.mutate} />}
      <Editor />
      {settings.data && <EmbedSection settings={settings.data} onChange={save.mutate} />}
    </div>
  )
}

function Appearance() {
  const t = useTranslate()
  const preferences = usePreferences()
  return (
    <section className="card settings-section" aria-labelledby="settings-appearance">
      <div>
        <h2 id="settings-appearance">{t('settings.appearance')}</h2>
        <p className="small soft">{t('settings.device')}</p>
      </div>
      <div className="stack">
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
        <LanguageChoice />
      </div>
    </section>
  )
}

function LanguageChoice() {
  const t = useTranslate()
  const preferences = usePreferences()
  return (
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
  )
}

function Editor() {
  const t = useTranslate()
  const preferences = usePreferences()
  return (
    <section className="card settings-section" aria-labelledby="settings-editor">
      <div>
        <h2 id="settings-editor">{t('settings.editor')}</h2>
        <p className="small soft">{t('settings.device')}</p>
      </div>
      <div className="stack">
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
        <p
          className="settings-sample"
          style={{ fontSize: preferences.editorSize }}
          aria-hidden="true"
        >
          ### Terms: The immune system
        </p>
        <label className="row">
          <input
            type="checkbox"
            checked={preferences.editorWrap}
            onChange={(event) => preferences.change({ editorWrap: event.target.checked })}
          />
          {t('settings.editor.wrap')}
        </label>
      </div>
    </section>
  )
}
