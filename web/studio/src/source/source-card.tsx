/** A source: what it is, its date and how that is known, and where it can be visited. */
import type { ReadSource } from '../api/inputs'
import { useTranslate, type Key } from '../i18n'
import { usePreferences } from '../settings/use-preferences'

export function SourceCard({ source }: { source: ReadSource }) {
  const facts = useFacts(source)
  const { title, address } = source
  return (
    <div className="source-card">
      <strong dir="auto">
        {address ? (
          <a href={address} rel="noopener noreferrer" target="_blank">
            {title || address}
          </a>
        ) : (
          title
        )}
      </strong>
      <span className="small soft">{facts.join(' · ')}</span>
      {address && <span className="small soft source-address">{address}</span>}
    </div>
  )
}

function useFacts({ kind, source_kind: of, date, date_basis: basis, fetched_at }: ReadSource) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const day = (at: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(at))
  return [
    kind && t(`sources.${kind}` as Key),
    of && of !== 'unknown' && t(`sources.kind.${of}` as Key),
    date ? t(basis ? `sources.date.${basis}` : 'sources.date', { date }) : t('sources.date.none'),
    fetched_at && t('sources.fetched', { date: day(fetched_at) }),
  ].filter(Boolean)
}
