/** Whether the sources still say what was read: looked at when asked for, item by item taken over or left. */
import type { Example } from '../api/examples'
import type { ReadSource } from '../api/inputs'
import type { Seen, Visit } from '../api/source-visits'
import { useTranslate, type Key } from '../i18n'
import { Failure, Notice } from '../parts/notice'
import { useTold } from '../i18n/told'
import { usePreferences } from '../settings/use-preferences'
import { AffectedItems } from './affected-items'
import { useVisit } from './use-visit'
import './visits.css'

export function VisitSection({ example, sources }: { example: Example; sources: ReadSource[] }) {
  const t = useTranslate()
  const { found, look, settle } = useVisit(example)
  if (!sources.some(({ address }) => /^https?:/.test(address ?? ''))) return null
  const visit = found.data
  const open = visit && ['changed', 'gone', 'unreachable'].includes(visit.state)
  return (
    <section className="stack visit" aria-labelledby="visit-title">
      <div className="row between">
        <h3 id="visit-title">{t('visit.title')}</h3>
        <button
          type="button"
          className="button"
          disabled={look.isPending}
          onClick={() => look.mutate()}
        >
          {t(look.isPending ? 'visit.looking' : 'visit.look')}
        </button>
      </div>
      {look.error && <Failure error={look.error} />}
      {found.error && <Failure error={found.error} />}
      {settle.error && <Failure error={settle.error} />}
      {visit && <State visit={visit} />}
      {visit && open && <SourcesSeen seen={visit.sources ?? []} />}
      {visit && visit.state === 'changed' && (
        <AffectedItems
          key={visit.visited_at}
          visit={visit}
          busy={settle.isPending || example.status === 'making'}
          onSettle={(take) => settle.mutate({ specId: visit.spec_id, take })}
        />
      )}
    </section>
  )
}

function State({ visit }: { visit: Visit }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const at = visit.visited_at ? new Date(visit.visited_at) : null
  const date = at && new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at)
  const key = visit.state ? `visit.state.${visit.state}` : 'visit.state.never'
  return (
    <p className="soft" role="status">
      {t(key as Key, { date: date ?? '' })}
    </p>
  )
}

/** Each source that is not as it was, and why. */
function SourcesSeen({ seen }: { seen: Seen[] }) {
  const t = useTranslate()
  const say = useTold()
  const other = seen.filter(({ state }) => state !== 'same')
  return (
    <ul role="list" className="visit-sources">
      {other.map((each) => {
        const why = each.reason_code
          ? say({
              code: each.reason_code,
              message: each.reason ?? '',
              details: each.reason_details,
            })
          : null
        return (
          <li key={each.source}>
            <Notice tone={each.state === 'gone' ? 'warn' : ''}>
              <strong dir="auto">{each.title || each.address}</strong>{' '}
              {t(`visit.source.${each.state}` as Key)}{' '}
              {why && <span lang={why.lang}>{why.text}</span>}
            </Notice>
          </li>
        )
      })}
    </ul>
  )
}
