/** A model on this machine, offered where no other is configured: one press, and it writes.
 *  `onChosen` goes on from there, under a `label` that says so. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { localModelsQuery } from '../api/models'
import { getSettings, saveSettings } from '../api/settings'
import { useTranslate, type Key } from '../i18n'
import { Failure } from '../parts/notice'
import './local-offer.css'

type Props = { label?: Key; onChosen?: () => Promise<void> }

export default function LocalOffer({ label = 'author.local.use', onChosen }: Props) {
  const say = useTranslate()
  const queries = useQueryClient()
  const local = useQuery(localModelsQuery)
  const use = useMutation({
    mutationFn: (address: string) => saveSettings({ local_model: address, author: 'automatic' }),
    onSuccess: async (saved) => {
      queries.setQueryData(['settings'], saved)
      await queries.invalidateQueries({ queryKey: ['models'] })
      await onChosen?.()
    },
  })
  const settings = useQuery({ queryKey: ['settings'], queryFn: getSettings })
  const found = local.data?.models ?? []
  const model = found.find(({ address }) => address === settings.data?.local_model) ?? found[0]
  if (!model || !settings.data) return null
  return (
    <section className="local-offer row between" aria-label={say('author.local')}>
      <p>
        {say('author.local.found', { name: model.name, server: model.served_by })}{' '}
        <span className="small soft">{say('author.local.why')}</span>
      </p>
      <button
        type="button"
        className="button"
        aria-disabled={use.isPending}
        onClick={() => !use.isPending && use.mutate(model.address)}
      >
        {say(label)}
      </button>
      {use.error && <Failure error={use.error} />}
    </section>
  )
}
