/** The models that servers on this machine offer, and which of them is to write. */
import { useQuery } from '@tanstack/react-query'
import { localModelsQuery, type LocalModel } from '../api/models'
import type { Settings, SettingsChange } from '../api/settings'
import { useTranslate } from '../i18n'
import { usePreferences } from './use-preferences'

type Props = { settings: Settings; onChange: (change: SettingsChange) => void }

export function LocalModels({ settings, onChange }: Props) {
  const t = useTranslate()
  const local = useQuery(localModelsQuery)
  const chosen = settings.local_model ?? ''
  const found = local.data?.models ?? []
  const offered = withChosen(found, chosen)
  const choose = (address: string) =>
    onChange(address ? { local_model: address, author: 'automatic' } : { local_model: '' })
  return (
    <fieldset className="stack settings-choice">
      <legend className="settings-legend">{t('settings.local')}</legend>
      <p className="small soft">{t('settings.local.lead')}</p>
      {offered.length === 0 && local.data && <p>{t('settings.local.none')}</p>}
      {offered.length > 0 &&
        ['', ...offered.map((model) => model.address)].map((address) => (
          <label className="row" key={address}>
            <input
              type="radio"
              name="local-model"
              checked={chosen === address}
              onChange={() => choose(address)}
            />
            <Called model={offered.find((model) => model.address === address)} />
          </label>
        ))}
      <div>
        <button
          type="button"
          className="button"
          aria-disabled={local.isFetching}
          onClick={() => !local.isFetching && void local.refetch()}
        >
          {t(local.isFetching ? 'settings.local.looking' : 'settings.local.look')}
        </button>
      </div>
    </fieldset>
  )
}

/** A model that was chosen stays in the list while its server does not run. */
function withChosen(found: LocalModel[], chosen: string): (LocalModel & { gone?: boolean })[] {
  if (!chosen || found.some((model) => model.address === chosen)) return found
  const [served_by = '', ...name] = chosen.split('/')
  const model = { address: chosen, name: name.join('/'), served_by, billions: 0, context_tokens: 0 }
  return [...found, { ...model, gone: true }]
}

function Called({ model }: { model: (LocalModel & { gone?: boolean }) | undefined }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  if (!model) return <span>{t('settings.local.no')}</span>
  const { name, served_by: server, billions, gone } = model
  const size =
    billions > 0 ? t('settings.local.billions', { count: billions.toLocaleString(locale) }) : ''
  return (
    <span>
      <strong>{name}</strong>{' '}
      <span className="small soft">
        {[server, size, gone ? t('settings.local.gone') : ''].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}
