/** The sources that an example is made of: what each is called, its date, and where it can be visited. */
import { type ReadSource } from '../api/inputs'
import { useTranslate } from '../i18n'

export function SourcesList({ sources }: { sources: ReadSource[] }) {
  const t = useTranslate()
  if (sources.length < 2) return null
  return (
    <section className="source-list" aria-label={t('source.sources')}>
      <h3>{t('source.sources')}</h3>
      <ol>
        {sources.map((source, index) => (
          <li key={index}>
            <SourceName source={source} /> <span className="soft">{source.date}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function SourceName({ source }: { source: ReadSource }) {
  if (!source.address) return source.title
  return (
    <a href={source.address} rel="noopener noreferrer" target="_blank">
      {source.title}
    </a>
  )
}
