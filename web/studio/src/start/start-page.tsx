/** The first page: one input that takes files, a link or text, apps to play at once, and recent ones. */
import { useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from '../i18n'
import { listExamples, whileMaking } from '../api/examples'
import { ExampleCard } from '../library/example-card'
import { Failure, Notice } from '../parts/notice'
import { Gallery } from './gallery'
import { StartForm } from './start-form'
import './start.css'

export default function StartPage() {
  const t = useTranslate()
  const area = useRef<HTMLTextAreaElement>(null)
  const own = () => {
    area.current?.focus()
    area.current?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }
  return (
    <div className="stack large">
      <header className="start-head">
        <h1>{t('start.title')}</h1>
        <p className="soft">{t('start.lead')}</p>
      </header>
      <StartForm area={area} />
      <Gallery onOwn={own} />
      <Recent />
    </div>
  )
}

const RECENT = 6

function Recent() {
  const t = useTranslate()
  const recent = useQuery({
    queryKey: ['examples', 'recent'],
    queryFn: () => listExamples({ limit: RECENT }),
    refetchInterval: ({ state }) => whileMaking(state.data),
  })
  return (
    <section className="stack" aria-labelledby="recent-title">
      <h2 id="recent-title">{t('start.recent')}</h2>
      {recent.error && <Failure error={recent.error} onRetry={() => void recent.refetch()} />}
      {recent.data?.length === 0 && <Notice>{t('start.recent.empty')}</Notice>}
      <ul role="list" className="card-grid recent">
        {recent.data?.map((example) => (
          <li key={example.id}>
            <ExampleCard example={example} />
          </li>
        ))}
      </ul>
    </section>
  )
}
