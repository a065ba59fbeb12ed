/** Publish the app: at first one button, then all that belongs to a published app. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeEmbed, listEmbeds, publish, repin, type Embed, type OpenAccess } from '../api/embeds'
import { type Example } from '../api/examples'
import { getHealth } from '../api/health'
import { getSettings } from '../api/settings'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { shownStatus } from '../parts/status-badge'
import { Packages } from '../publish/packages'
import { Published } from '../publish/published'
import '../publish/publish.css'

export default function PublishTab({ example }: { example: Example }) {
  const t = useTranslate()
  const queries = useQueryClient()
  const key = ['embeds', example.id]
  const embeds = useQuery({ queryKey: key, queryFn: () => listEmbeds(example.id) })
  const health = useQuery({ queryKey: ['health'], queryFn: getHealth, staleTime: Infinity })
  const settings = useQuery({ queryKey: ['settings'], queryFn: getSettings })
  const act = useMutation({
    mutationKey: key,
    mutationFn: (work: () => Promise<Embed>) => work(),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const error = embeds.error ?? health.error ?? settings.error
  if (error) return <Failure error={error} onRetry={() => void embeds.refetch()} />
  if (!embeds.data || !health.data || !settings.data) return <Loading />
  const current = embeds.data.find((embed) => embed.published)
  const { embed_access: access, embed_theme: theme } = settings.data
  const first = () => {
    if (queries.isMutating({ mutationKey: key })) return // a second press is no second app
    act.mutate(() => made(example, access, theme ?? {}))
  }
  return (
    <div className="stack">
      <h2>{t('publish.title')}</h2>
      <p className="soft">{t('publish.lead')}</p>
      {act.error && <Failure error={act.error} />}
      {!current && <Unpublished example={example} pending={act.isPending} onPublish={first} />}
      {current && (
        <Published
          key={current.id}
          embed={current}
          example={example}
          origin={health.data.embed_url}
          run={(work) => act.mutateAsync(work)}
        />
      )}
      {example.code_snippet_id !== '' && <Packages example={example} />}
    </div>
  )
}

/** Published, once: under the link that people have, if there is one. */
async function made(
  example: Example,
  ...how: [OpenAccess, Record<string, string>]
): Promise<Embed> {
  const all = await listEmbeds(example.id) // another tab may have published it
  const there = all.find((embed) => embed.published) ?? all[0] // the newest, whose link people have
  return there ? showAgain(there, example) : publish(example.id, ...how)
}

/** At the address that it had, with the app as it is now. */
async function showAgain(withdrawn: Embed, example: Example): Promise<Embed> {
  if (withdrawn.published) return withdrawn
  const behind = withdrawn.code_snippet_id !== example.code_snippet_id
  return changeEmbed(behind ? await repin(withdrawn) : withdrawn, { published: true })
}

type UnpublishedProps = { example: Example; pending: boolean; onPublish: () => void }

function Unpublished({ example, pending, onPublish }: UnpublishedProps) {
  const t = useTranslate()
  const status = t(`status.${shownStatus(example)}`)
  if (example.status !== 'ready' && example.status !== 'unproven')
    return <Notice tone="warn">{t('publish.notready', { status })}</Notice>
  return (
    <div>
      <button type="button" className="button primary" disabled={pending} onClick={onPublish}>
        {t('publish.now')}
      </button>
    </div>
  )
}
