/** The versions that readers saw before: to be looked at, and to be shown again by one press. */
import { lazy, Suspense, useState } from 'react'
import { repin, type Embed } from '../api/embeds'
import { useTranslate } from '../i18n'
import { Loading } from '../parts/notice'
import { usePreferences } from '../settings/use-preferences'
import { type Run } from './one-press'
import { useVersion } from './use-number'

const VersionPreview = lazy(() => import('./version-preview'))

type Props = { embed: Embed; run: Run }

export function EarlierVersions({ embed, run }: Props) {
  const t = useTranslate()
  const [open, setOpen] = useState(false)
  const [looked, setLooked] = useState('')
  const earlier = [...new Set([...embed.history].reverse())].filter(
    (id) => id !== embed.code_snippet_id,
  )
  if (earlier.length === 0) return null
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('publish.earlier', { count: earlier.length })}</summary>
      {open && (
        <ul role="list" className="earlier-versions">
          {earlier.map((id) => (
            <Version
              key={id}
              id={id}
              onLook={() => setLooked(id)}
              onShow={() => void run(() => repin(embed, id))}
            />
          ))}
        </ul>
      )}
      {looked && (
        <Suspense fallback={<Loading />}>
          <VersionPreview {...{ embed, run }} snippetId={looked} onClose={() => setLooked('')} />
        </Suspense>
      )}
    </details>
  )
}

function Version(props: { id: string; onLook: () => void; onShow: () => void }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const version = useVersion(props.id)
  if (!version) return null
  const when = new Date(version.created_at).toLocaleString(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (
    <li className="row between">
      <span>{t('publish.made', { number: version.number, when })}</span>
      <span className="row">
        <button type="button" className="button small" onClick={props.onLook}>
          {t('publish.look', { number: version.number })}
        </button>
        <button type="button" className="button small" onClick={props.onShow}>
          {t('publish.show', { number: version.number })}
        </button>
      </span>
    </li>
  )
}
