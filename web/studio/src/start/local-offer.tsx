/** A model on this machine, offered where no other is configured: one press, and it writes. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { localModelsQuery } from '../api/models'
import { saveSettings } from '../api/settings'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'

export default function LocalOffer() {
  const say = useTranslate()
  const queries = useQueryClient()
  const local = useQuery(localModelsQuery)
  const use = useMutation({
    mutationFn: (address: string) => saveSettings({ local_model: address, author: 'automatic' }),
    onSuccess: async (saved) => {
      queries.setQueryData(['settings'], saved)
      await queries.invalidateQueries({ queryKey: ['models'] })
    },
  })
  const model = local.data?.models[0]
  if (!model) return null
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
        {say('author.local.use')}
      </button>
      {use.error && <Failure error={use.error} />}
    </section>
  )
}
