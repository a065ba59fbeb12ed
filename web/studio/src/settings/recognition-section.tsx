/** Whether scans and photographs are read, and in which language: what the engine of this installation has. */
import { useQuery } from '@tanstack/react-query'
import {
  getTextRecognition,
  type Settings,
  type SettingsChange,
  type TextRecognition,
} from '../api/settings'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { usePreferences } from './use-preferences'

type Props = { settings: Settings; onChange: (change: SettingsChange) => void }

export function RecognitionSection({ settings, onChange }: Props) {
  const t = useTranslate()
  const state = useQuery({ queryKey: ['text-recognition'], queryFn: getTextRecognition })
  return (
    <section className="card settings-section" aria-labelledby="settings-ocr">
      <div>
        <h2 id="settings-ocr">{t('settings.ocr')}</h2>
        <p className="small soft">{t('settings.ocr.lead')}</p>
      </div>
      <div className="stack">
        {state.isPending && <Loading />}
        {state.error && <Failure error={state.error} onRetry={() => void state.refetch()} />}
        {state.data && !state.data.engine && <NoEngine state={state.data} />}
        {state.data?.engine && (
          <>
            <label className="row">
              <input
                type="checkbox"
                checked={settings.ocr === 'on'}
                onChange={({ target }) => onChange({ ocr: target.checked ? 'on' : 'off' })}
              />
              {t('settings.ocr.on', { engine: state.data.engine })}
            </label>
            {settings.ocr === 'on' && (
              <>
                <LanguageChoice settings={settings} state={state.data} onChange={onChange} />
                <p className="small soft">{t('settings.ocr.more')}</p>
              </>
            )}
          </>
        )}
      </div>
    </section>
  )
}

function NoEngine({ state }: { state: TextRecognition }) {
  const t = useTranslate()
  if (!state.can_be_installed) return <p>{t('settings.ocr.not-here')}</p>
  return (
    <>
      <p>{t('settings.ocr.none')}</p>
      <p className="soft small">
        {t('settings.ocr.how')} <code>apt install tesseract-ocr</code>
      </p>
    </>
  )
}

function LanguageChoice({ settings, state, onChange }: Props & { state: TextRecognition }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const there = state.languages.map((language) => language.name)
  const kept = settings.ocr_language
  const missing = kept && !there.includes(kept) ? [{ name: kept, tag: kept }] : []
  return (
    <label className="field">
      <span>{t('settings.ocr.language')}</span>
      <select value={kept} onChange={({ target }) => onChange({ ocr_language: target.value })}>
        <option value="">{t('settings.ocr.automatic')}</option>
        {[...state.languages, ...missing].map(({ name, tag }) => (
          <option key={name} value={name}>
            {languageName(tag, locale)}
          </option>
        ))}
      </select>
    </label>
  )
}

function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag // a language of the engine's own naming
    throw error
  }
}
