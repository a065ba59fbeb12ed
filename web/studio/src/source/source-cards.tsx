/** The sources of an example, as cards; of a combination or a topic also which of them are taught. */
import type { Example } from '../api/examples'
import type { ReadSource } from '../api/inputs'
import { useTranslate } from '../i18n'
import { ChosenSources } from './chosen-sources'
import { SourceCard } from './source-card'
import { TaughtPages } from './taught-pages'
import './source-cards.css'

/** Where it can be chosen which of the sources are taught. */
const CHOSEN: Partial<Record<Example['input_type'], typeof ChosenSources>> = {
  combined_input: ChosenSources,
  topic_input: TaughtPages,
}

export function SourceCards({ example, sources }: { example: Example; sources: ReadSource[] }) {
  const t = useTranslate()
  const Chosen = CHOSEN[example.input_type]
  if (sources.length === 0) return null
  return (
    <section className="stack" aria-labelledby="sources-title">
      <h3 id="sources-title">{t('source.sources')}</h3>
      {Chosen ? (
        <Chosen example={example} sources={sources} />
      ) : (
        <ol role="list" className="source-cards">
          {sources.map((source, index) => (
            <li key={index}>
              <SourceCard source={source} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
