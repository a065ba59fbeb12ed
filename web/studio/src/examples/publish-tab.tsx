/** Publish the app: who finds it, how it looks, its link and code, and how it looks inside a page. */
import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  changeEmbed,
  embedAddress,
  getHealth,
  getSettings,
  listEmbeds,
  publish,
  repin,
  rollBack,
  type Embed,
  type Example,
} from '../api/praxeo'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/preferences'
import { Failure, Loading, Notice } from '../parts/notice'
import { contrast, READABLE } from '../publish/contrast'
import { snippet } from '../publish/snippet'
import { CopyField } from '../parts/copy-field'

const ACCENT = '--praxeo-accent'
const FIRST_ACCENT = '#0b5d6b'

export default function PublishTab({ example }: { example: Example }) {
  const t = useTranslate()
  const queries = useQueryClient()
  const key = ['embeds', example.id]
  const embeds = useQuery({ queryKey: key, queryFn: () => listEmbeds(example.id) })
  const health = useQuery({ queryKey: ['health'], queryFn: getHealth, staleTime: Infinity })
  const settings = useQuery({ queryKey: ['settings'], queryFn: getSettings })
  const act = useMutation({
    mutationFn: (work: () => Promise<Embed>) => work(),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const error = embeds.error ?? health.error ?? settings.error
  if (error) return <Failure error={error} onRetry={() => void embeds.refetch()} />
  if (!embeds.data || !health.data || !settings.data) return <Loading />
  const current = embeds.data.find((embed) => embed.published)
  const publishable = example.status === 'ready' || example.status === 'unproven'
  const first = settings.data.embed_access

  return (
    <div className="stack">
      <h2>{t('publish.title')}</h2>
      <p className="soft">{t('publish.lead')}</p>
      {act.error && <Failure error={act.error} />}
      {!current && !publishable && (
        <Notice tone="warn">
          {t('publish.notready', { status: t(`status.${example.status}`) })}
        </Notice>
      )}
      {!current && publishable && (
        <div>
          <button
            type="button"
            className="button primary"
            disabled={act.isPending}
            onClick={() => act.mutate(() => publish(example.id, first, {}))}
          >
            {t('publish.now')}
          </button>
        </div>
      )}
      {current && (
        <Published
          key={current.id}
          embed={current}
          example={example}
          origin={health.data.embed_url}
          run={(work) => act.mutate(work)}
        />
      )}
    </div>
  )
}

type PublishedProps = {
  embed: Embed
  example: Example
  origin: string
  run: (work: () => Promise<Embed>) => void
}

function Published({ embed, example, origin, run }: PublishedProps) {
  const t = useTranslate()
  const { language } = usePreferences()
  const [accent, setAccent] = useState(embed.theme?.[ACCENT] ?? FIRST_ACCENT)
  const address = embedAddress(origin, embed)
  const ratio = contrast(accent, '#ffffff')
  const when = new Date(embed.updated_at).toLocaleString(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (
    <div className="publish">
      <div className="stack">
        <Notice tone="good">{t('publish.live', { when })}</Notice>
        <div className="row">
          {embed.code_snippet_id !== example.code_snippet_id && (
            <button
              type="button"
              className="button primary"
              onClick={() => run(() => repin(embed))}
            >
              {t('publish.again')}
            </button>
          )}
          {embed.history.length > 0 && (
            <button type="button" className="button" onClick={() => run(() => rollBack(embed))}>
              {t('publish.rollback')}
            </button>
          )}
          <button
            type="button"
            className="button danger"
            onClick={() => run(() => changeEmbed(embed, { published: false }))}
          >
            {t('publish.stop')}
          </button>
        </div>
        <label className="field">
          <span>{t('publish.visibility')}</span>
          <select
            value={embed.access}
            onChange={(event) =>
              run(() => changeEmbed(embed, { access: event.target.value as Embed['access'] }))
            }
          >
            <option value="public">{t('publish.public')}</option>
            <option value="unlisted">{t('publish.unlisted')}</option>
          </select>
        </label>
        <CopyField label={t('publish.link')} value={address} />
        <CopyField label={t('publish.snippet')} value={snippet(address, embed.title)} />
        <fieldset className="stack theme">
          <legend>{t('publish.theme')}</legend>
          <label className="row">
            <input
              type="color"
              value={accent}
              onChange={(event) => setAccent(event.target.value)}
            />
            {t('publish.accent')}
          </label>
          <p className={ratio < READABLE ? 'low small' : 'small soft'} role="status">
            {t('publish.contrast', { ratio: ratio.toFixed(1) })}
            {ratio < READABLE && ` – ${t('publish.contrast.low')}`}
          </p>
          <div>
            <button
              type="button"
              className="button"
              aria-disabled={ratio < READABLE || accent === embed.theme?.[ACCENT]}
              onClick={() =>
                ratio >= READABLE &&
                run(() => changeEmbed(embed, { theme: { ...embed.theme, [ACCENT]: accent } }))
              }
            >
              {t('action.save')}
            </button>
          </div>
        </fieldset>
      </div>
      <figure className="stack">
        <figcaption className="soft">{t('publish.preview')}</figcaption>
        <div className="page-mock">
          <span className="mock-line" aria-hidden="true" />
          <span className="mock-line short" aria-hidden="true" />
          <iframe key={embed.version} src={address} title={t('publish.preview')} />
          <span className="mock-line" aria-hidden="true" />
        </div>
      </figure>
    </div>
  )
}
