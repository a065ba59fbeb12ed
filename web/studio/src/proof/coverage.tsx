/** What the app is worth beside that it works: which main ideas of its source it practises, and which are only read. */
import { useQuery } from '@tanstack/react-query'
import { type Example } from '../api/examples'
import { readCoverage, type CoveredIdea } from '../api/specs'
import { useTranslate } from '../i18n'

const ASKED_SHOWN = 2

/** Nothing where the source is gone, or has no ideas to count. */
export function CoverageCard({ example }: { example: Example }) {
  const t = useTranslate()
  const { data } = useQuery({
    queryKey: ['coverage', example.spec_id],
    queryFn: () => readCoverage(example.spec_id),
  })
  if (!data?.ideas.length) return null
  const count = data.ideas.length
  const few = data.practised * 2 < count
  return (
    <details className="card proof-group" open={few}>
      <summary>
        <h3>{t('coverage.title')}</h3>
        <span className={few ? 'small bad' : 'small soft'}>
          {t('coverage.count', { practised: data.practised, count })}
        </span>
      </summary>
      <p className="coverage-lead soft">{t(few ? 'coverage.few' : 'coverage.lead')}</p>
      <ul role="list">
        {data.ideas.map((idea, index) => (
          <IdeaRow key={index} idea={idea} />
        ))}
      </ul>
    </details>
  )
}

function IdeaRow({ idea }: { idea: CoveredIdea }) {
  const t = useTranslate()
  const asked = idea.practised_by.slice(0, ASKED_SHOWN)
  const more = idea.practised_by.length - asked.length
  return (
    <li className="coverage-idea" data-reason={idea.reason}>
      <p>{idea.text}</p>
      <p className="small soft">
        {idea.section && <span>{idea.section} · </span>}
        {asked.length > 0
          ? t('coverage.by', { items: asked.join(' · ') })
          : t(`coverage.${idea.reason}`)}
        {more > 0 && <span> {t('coverage.more', { count: more })}</span>}
      </p>
    </li>
  )
}
