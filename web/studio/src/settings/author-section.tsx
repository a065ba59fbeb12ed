/** Who writes specs and code, and what models may cost: only what this installation has is offered. */
import { useQuery } from '@tanstack/react-query'
import { listModels } from '../api/models'
import { type Settings, type SettingsChange } from '../api/settings'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { LocalModels } from './local-models'
import { usePreferences } from './use-preferences'

const MICROUSD = 1_000_000
const CAPS = ['run', 'day', 'month'] as const
const HIGHEST_DOLLARS = 1_000

type Props = { settings: Settings; onChange: (change: SettingsChange) => void }

export function AuthorSection({ settings, onChange }: Props) {
  const t = useTranslate()
  const models = useQuery({ queryKey: ['models', settings.local_model], queryFn: listModels })
  const names = models.data?.models.map((model) => model.model) ?? []
  return (
    <section className="card settings-section" aria-labelledby="settings-author">
      <div>
        <h2 id="settings-author">{t('settings.author')}</h2>
        <p className="small soft">{t('settings.author.lead')}</p>
      </div>
      <div className="stack">
        {models.isPending && <Loading />}
        {models.error && <Failure error={models.error} onRetry={() => void models.refetch()} />}
        {models.data && names.length === 0 && <OfflineOnly />}
        {models.data && names.length > 0 && (
          <>
            <AuthorChoice settings={settings} names={names} onChange={onChange} />
            {settings.author === 'automatic' && (
              <>
                <PictureCritique settings={settings} onChange={onChange} />
                <Budget settings={settings} spent={models.data.spent} onChange={onChange} />
              </>
            )}
          </>
        )}
        <LocalModels settings={settings} onChange={onChange} />
      </div>
    </section>
  )
}

function OfflineOnly() {
  const t = useTranslate()
  return (
    <>
      <p>{t('settings.author.offline')}</p>
      <p className="soft small">
        {t('settings.author.how')} <code>PRAXEO_MODELS</code>
      </p>
    </>
  )
}

function AuthorChoice({ settings, names, onChange }: Props & { names: string[] }) {
  const t = useTranslate()
  return (
    <fieldset className="stack settings-choice">
      <legend className="visually-hidden">{t('settings.author')}</legend>
      {(['automatic', 'offline'] as const).map((choice) => (
        <label className="row" key={choice}>
          <input
            type="radio"
            name="author"
            checked={settings.author === choice}
            onChange={() => onChange({ author: choice })}
          />
          {choice === 'automatic'
            ? t('settings.author.models', { names: names.join(', ') })
            : t('settings.author.offline')}
        </label>
      ))}
    </fieldset>
  )
}

function PictureCritique({ settings, onChange }: Props) {
  const t = useTranslate()
  return (
    <div>
      <label className="row settings-critique">
        <input
          type="checkbox"
          checked={settings.picture_critique === 'on'}
          onChange={({ target }) => onChange({ picture_critique: target.checked ? 'on' : 'off' })}
        />
        {t('settings.critique')}
      </label>
      <p className="small soft">{t('settings.critique.more')}</p>
    </div>
  )
}

type Spending = Awaited<ReturnType<typeof listModels>>['spent']

function Budget({ settings, spent, onChange }: Props & { spent: Spending }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const dollars = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' })
  return (
    <fieldset className="settings-budget">
      <legend>{t('settings.budget')}</legend>
      {CAPS.map((scope) => {
        const field = `${scope}_cap_microusd` as const
        const used = spent.find((one) => one.scope === scope)
        return (
          <label className="field" key={scope}>
            <span>{t(`settings.budget.${scope}`)}</span>
            <input
              type="number"
              min={0}
              max={HIGHEST_DOLLARS}
              step={0.1}
              defaultValue={settings[field] / MICROUSD}
              onBlur={({ target }) => {
                const wanted = Math.round(target.valueAsNumber * MICROUSD)
                if (target.validity.valid && wanted !== settings[field])
                  onChange({ [field]: wanted })
              }}
            />
            {used && (
              <span className="small soft">
                {t('settings.budget.spent', {
                  amount: dollars.format(used.spent_microusd / MICROUSD),
                })}
              </span>
            )}
          </label>
        )
      })}
    </fieldset>
  )
}
