/** One example: its title and state, and tabs to play, edit, prove, trace, version and publish it. */
import { lazy, Suspense, useEffect } from 'react'
import { Link } from 'wouter'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { changeExample, getExample, type Example } from '../api/examples'
import { useTranslate, withWords } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { ExampleHead } from './example-head'
import { ExampleTabs, openTab } from './example-tabs'
import { useTotals } from '../made/use-totals'
import { Warnings } from '../made/warnings'
import { Making } from './making'
import { SourcesNotice } from './sources-notice'
import './example.css'

const Made = lazy(() => import('../made/made'))
const Diagnosis = lazy(() => withWords(import('../made/diagnosis'), import('../i18n/en/proving')))
const Conflicts = lazy(() => import('./conflicts'))
const MorePractice = lazy(() =>
  withWords(import('../made/more-practice'), import('../i18n/en/author')),
)
const SpecFirst = lazy(() => withWords(import('./spec-first'), import('../i18n/en/spec-first')))

export default function ExamplePage({ id, tab }: { id: string; tab: string }) {
  const t = useTranslate()
  const queries = useQueryClient()
  const example = useQuery({ queryKey: ['example', id], queryFn: () => getExample(id) })
  const rename = useMutation({
    mutationFn: (title: string) => changeExample(id, { title }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['example', id] }),
  })
  usePageTitle(example.data?.title)
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
  const atDesk = openTab(example.data, tab) === 'edit'
  return (
    <div className="stack">
      <ExampleHead example={example.data} onRename={(title) => rename.mutate(title)} />
      {rename.error && <Failure error={rename.error} />}
      <Making example={example.data} quiet={atDesk} />
      {tab !== 'source' && <SourcesNotice example={example.data} />}
      <HowItStands example={example.data} atDesk={atDesk} />
      {example.data.code_snippet_id !== '' && <ExampleTabs example={example.data} tab={tab} />}
    </div>
  )
}

function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Praxeo` : 'Praxeo'
    return () => {
      document.title = 'Praxeo'
    }
  }, [title])
}

/** Whether the offline author, asked for as such, found little to ask. */
const hasLittle = ({ warnings, wanted_author: wanted, status }: Example): boolean =>
  status !== 'making' &&
  wanted === 'offline' &&
  warnings.some(({ code }) => code === 'little_practice')

/** What is to be known of the app before it is used, and what is to be decided. */
function HowItStands({ example, atDesk }: { example: Example; atDesk: boolean }) {
  const t = useTranslate()
  const totals = useTotals(example)
  const byModel = example.wanted_author === 'model' || (totals.data?.calls ?? 0) > 0
  return (
    <>
      <Suspense fallback={null}>
        {example.status === 'failed' && example.diagnosis_blob && <Diagnosis example={example} />}
        {byModel && <Made example={example} />}
      </Suspense>
      <Warnings example={example} but={atDesk ? 'items_left_out' : ''} />
      <Suspense fallback={null}>
        {hasLittle(example) && <MorePractice example={example} />}
      </Suspense>
      {example.status === 'unproven' && <Notice tone="warn">{t('status.unproven.why')}</Notice>}
      {example.status === 'specified' && (
        <Suspense fallback={<Loading />}>
          <SpecFirst example={example} />
        </Suspense>
      )}
      {example.merge_id && example.status !== 'making' && (
        <Suspense fallback={<Loading />}>
          <Conflicts key={example.merge_id} example={example} />
        </Suspense>
      )}
    </>
  )
}
