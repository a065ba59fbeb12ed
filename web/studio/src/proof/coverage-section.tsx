/** The main ideas of one section, folded under how many of them are practised. */
import { Link } from 'wouter'
import { type Example } from '../api/examples'
import type { CoveredIdea } from '../api/specs'
import { useTranslate } from '../i18n'

const ASKED_SHOWN = 2

type Props = {
  example: Example
  ideas: readonly CoveredIdea[]
  /** Those of them that are told one by one. */
  shown: readonly CoveredIdea[]
  open: boolean
}

export function CoverageSection({ example, ideas, shown, open }: Props) {
  const t = useTranslate()
  const practised = ideas.filter(({ practised_by: items }) => items.length > 0).length
  return (
    <details className="coverage-section" open={open}>
      <summary>
        <h4>{ideas[0]?.section || t('coverage.unnamed')}</h4>
        <span className="small soft">{t('coverage.of', { practised, count: ideas.length })}</span>
      </summary>
      <ul role="list">
        {shown.map((idea) => (
          <IdeaRow key={`${idea.evidence} ${idea.text}`} example={example} idea={idea} />
        ))}
      </ul>
    </details>
  )
}

function IdeaRow({ example, idea }: { example: Example; idea: CoveredIdea }) {
  const t = useTranslate()
  const asked = idea.practised_by.slice(0, ASKED_SHOWN)
  const more = idea.practised_by.length - asked.length
  return (
    <li className="coverage-idea" data-reason={idea.reason}>
      <p dir="auto">{idea.text}</p>
      <p className="small soft">
        {asked.length > 0
          ? t('coverage.by', { items: asked.join(' · ') })
          : t(`coverage.${idea.reason}`)}
        {more > 0 && <span> {t('coverage.more', { count: more })}</span>}
      </p>
      {example.route !== 'bespoke' && (
        <Link className="small" href={`/examples/${example.id}/edit?sentence=${idea.evidence}`}>
          {t('coverage.write')}
        </Link>
      )}
    </li>
  )
}
