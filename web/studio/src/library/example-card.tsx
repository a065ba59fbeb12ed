/** One example as a card: cover, title, state. */
import { Link } from 'wouter'
import type { Example } from '../api/examples'
import { coverAddress } from '../api/examples'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { shownStatus, StatusBadge } from '../parts/status-badge'

export function ExampleCard({ example }: { example: Example }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const cover = coverAddress(example)
  return (
    <article className="card example-card">
      <div className="cover" aria-hidden="true">
        {cover ? (
          <img src={cover} alt="" loading="lazy" />
        ) : (
          <span>{[...example.title][0]?.toLocaleUpperCase()}</span>
        )}
      </div>
      <h3>
        <Link href={`/examples/${example.id}`}>{example.title || t('making.title')}</Link>
      </h3>
      <div className="row between small soft">
        <StatusBadge status={shownStatus(example)} />
        <time dateTime={example.created_at}>
          {new Date(example.created_at).toLocaleDateString(locale, { dateStyle: 'medium' })}
        </time>
      </div>
    </article>
  )
}
