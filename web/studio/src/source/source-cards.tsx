/** The sources of an example, as cards; of a combination also which of them are taught. */
import type { Example } from '../api/examples'
import type { ReadSource } from '../api/inputs'
import { useTranslate } from '../i18n'
import { ChosenSources } from './chosen-sources'
import { SourceCard } from './source-card'
import './source-cards.css'

export function SourceCards({ example, sources }: { example: Example; sources: ReadSource[] }) {
  const t = useTranslate()
  const isMix = example.input_type === 'combined_input'
  if (sources.length === 0) return null
  return (
    <section className="stack" aria-labelledby="sources-title">
      <h3 id="sources-title">{t('source.sources')}</h3>
      {isMix ? (
        <ChosenSources example={example} sources={sources} />
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
