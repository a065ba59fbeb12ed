/** One example: its title and state, and tabs to play, edit, prove, trace, version and publish it. */
import { lazy, Suspense, useEffect, type KeyboardEvent } from 'react'
import { Link, useLocation } from 'wouter'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getExample, changeExample } from '../api/examples'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { ExampleHead } from './example-head'
import { Making } from './making'
import { PlayTab } from './play-tab'
import './example.css'

const Made = lazy(() => import('../made/made'))
const Diagnosis = lazy(() => import('../made/diagnosis'))
const Conflicts = lazy(() => import('./conflicts'))
const EditTab = lazy(() => import('./edit-tab'))
const ProofTab = lazy(() => import('./proof-tab'))
const SourceTab = lazy(() => import('./source-tab'))
const HistoryTab = lazy(() => import('./history-tab'))
const PublishTab = lazy(() => import('./publish-tab'))

const TABS = {
  play: PlayTab,
  edit: EditTab,
  proof: ProofTab,
  source: SourceTab,
  history: HistoryTab,
  publish: PublishTab,
}
type TabName = keyof typeof TABS
const NAMES = Object.keys(TABS) as TabName[]

export default function ExamplePage({ id, tab }: { id: string; tab: string }) {
  const t = useTranslate()
  const [, go] = useLocation()
  const queries = useQueryClient()
  const example = useQuery({ queryKey: ['example', id], queryFn: () => getExample(id) })
  const rename = useMutation({
    mutationFn: (title: string) => changeExample(id, { title }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['example', id] }),
  })
  const title = example.data?.title

  useEffect(() => {
    document.title = title ? `${title} · Praxeo` : 'Praxeo'
    return () => {
      document.title = 'Praxeo'
    }
  }, [title])

  useEffect(() => {
    document.getElementById(`tab-${tab}`)?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [tab, title])

  if (example.error && !example.data)
    return (
      <div className="stack">
        <Failure error={example.error} onRetry={() => void example.refetch()} />
        <p>
          <Link href="/library">{t('example.others')}</Link>
        </p>
      </div>
    )
  if (!example.data) return <Loading />
  const current: TabName = NAMES.find((name) => name === tab) ?? 'play'
  const Tab = TABS[current]
  const hasCode = example.data.code_snippet_id !== ''

  const moveByArrow = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }
    const direction = document.dir === 'rtl' ? -1 : 1
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const next = NAMES[(NAMES.indexOf(current) + step * direction + NAMES.length) % NAMES.length]
    if (next) {
      go(`/examples/${id}/${next}`, { replace: true })
      document.getElementById(`tab-${next}`)?.focus()
    }
  }

  return (
    <div className="stack">
      <ExampleHead example={example.data} onRename={(title) => rename.mutate(title)} />
      {rename.error && <Failure error={rename.error} />}
      <Making example={example.data} />
      <Suspense fallback={null}>
        {example.data.status === 'failed' && example.data.diagnosis_blob && (
          <Diagnosis example={example.data} />
        )}
        <Made example={example.data} />
      </Suspense>
      {example.data.status === 'unproven' && (
        <Notice tone="warn">{t('status.unproven.why')}</Notice>
      )}
      {example.data.merge_id && example.data.status !== 'making' && (
        <Suspense fallback={<Loading />}>
          <Conflicts key={example.data.merge_id} example={example.data} />
        </Suspense>
      )}
      {hasCode && (
        <>
          <div
            className="tabs"
            role="tablist"
            aria-label={example.data.title}
            onKeyDown={moveByArrow}
          >
            {NAMES.map((name) => (
              <button
                key={name}
                id={`tab-${name}`}
                type="button"
                role="tab"
                aria-selected={name === current}
                aria-controls="tab-panel"
                tabIndex={name === current ? 0 : -1}
                onClick={() => go(`/examples/${id}/${name}`, { replace: true })}
              >
                {t(`tab.${name}`)}
              </button>
            ))}
          </div>
          <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${current}`}>
            <Suspense fallback={<Loading />}>
              <Tab example={example.data} />
            </Suspense>
          </div>
        </>
      )}
    </div>
  )
}
