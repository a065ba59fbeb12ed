/** What the app is worth beside that it works: which main ideas of its source it practises, and which are only read. */
import { useId, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { type Example } from '../api/examples'
import { readCoverage, type CoveredIdea } from '../api/specs'
import { useTranslate } from '../i18n'
import { CoverageSection } from './coverage-section'

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
      <Sections example={example} ideas={data.ideas} />
    </details>
  )
}

/** The ideas by section; where only those that are read are wanted, these are open. */
function Sections({ example, ideas }: { example: Example; ideas: readonly CoveredIdea[] }) {
  const t = useTranslate()
  const [onlyRead, setOnlyRead] = useState(false)
  const name = useId()
  const sections = bySection(ideas).filter((all) => !onlyRead || all.some(isOnlyRead))
  return (
    <>
      <label className="coverage-filter" htmlFor={name}>
        <input
          id={name}
          type="checkbox"
          checked={onlyRead}
          onChange={() => setOnlyRead(!onlyRead)}
        />
        {t('coverage.only', { count: ideas.filter(isOnlyRead).length })}
      </label>
      {sections.map((all) => (
        <CoverageSection
          key={`${all[0]?.section_id} ${onlyRead}`}
          example={example}
          ideas={all}
          shown={onlyRead ? all.filter(isOnlyRead) : all}
          open={onlyRead || sections.length === 1}
        />
      ))}
      {sections.length === 0 && <p className="coverage-lead">{t('coverage.all')}</p>}
    </>
  )
}

const isOnlyRead = ({ practised_by: items }: CoveredIdea): boolean => items.length === 0

/** In the order of the source; a section keeps all of its ideas together. */
export function bySection(ideas: readonly CoveredIdea[]): CoveredIdea[][] {
  const sections = new Map<string, CoveredIdea[]>()
  for (const idea of ideas) {
    const before = sections.get(idea.section_id)
    if (before) before.push(idea)
    else sections.set(idea.section_id, [idea])
  }
  return [...sections.values()]
}
