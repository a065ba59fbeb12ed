/** Every version of spec and code: who and when; name them, compare any two, restore one. */
import { lazy, Suspense, useRef, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  listCode,
  nameCode,
  readCodeText,
  restoreCode,
  type CodeSnippet,
} from '../api/code-snippets'
import { type Example } from '../api/examples'
import { listSpecs, nameSpec, readSpecText, restoreSpec, type Spec } from '../api/specs'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { Segments } from '../parts/segments'
import { VersionRow } from './version-row'
import './history.css'

const Compare = lazy(() => import('../editor/compare'))

type Kind = 'spec' | 'code'

export default function HistoryTab({ example }: { example: Example }) {
  const t = useTranslate()
  const [kind, setKind] = useState<Kind>('spec')
  return (
    <div className="stack">
      <div className="row between">
        <h2>{t('history.title')}</h2>
        <Segments
          legend={t('history.title')}
          name="versions"
          value={kind}
          choices={(['spec', 'code'] as const).map((value) => ({
            value,
            label: t(`edit.${value}`),
          }))}
          onChange={setKind}
        />
      </div>
      <p className="small soft">{t(`history.lead.${kind}`)}</p>
      <Versions key={kind} example={example} kind={kind} />
    </div>
  )
}

function Versions({ example, kind }: { example: Example; kind: Kind }) {
  const t = useTranslate()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<string[]>([])
  const [compared, setCompared] = useState<[string, string] | null>(null)
  const current = kind === 'spec' ? example.spec_id : example.code_snippet_id
  const key = ['versions', kind, example.id]
  const versions = useQuery({
    queryKey: [...key, current, example.status],
    queryFn: (): Promise<(Spec | CodeSnippet)[]> =>
      kind === 'spec' ? listSpecs(example.id) : listCode(example.id),
    placeholderData: (before) => before,
  })
  const underWay = useRef(false)
  const restore = useMutation({
    mutationFn: async (id: string) => {
      await (kind === 'spec' ? restoreSpec(id) : restoreCode(id))
    },
    onSuccess: () => {
      setCompared(null)
      void queries.invalidateQueries({ queryKey: key })
      return queries.invalidateQueries({ queryKey: ['example', example.id] })
    },
  })
  const name = useMutation({
    mutationFn: async ({ version, label }: { version: Spec | CodeSnippet; label: string }) => {
      await ('text_blob' in version ? nameSpec(version, label) : nameCode(version, label))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const list = versions.data
  if (versions.error)
    return <Failure error={versions.error} onRetry={() => void versions.refetch()} />
  if (!list) return <Loading />

  // At most two are chosen: a third one takes the place of the first.
  const choose = (id: string) =>
    setChosen((before) =>
      before.includes(id) ? before.filter((other) => other !== id) : [...before, id].slice(-2),
    )
  const numberOf = (id: string) => list.find((version) => version.id === id)?.number ?? 0
  const compare = (ids: string[]) => {
    const [before, after] = [...ids].sort((a, b) => numberOf(a) - numberOf(b))
    if (before && after) setCompared([before, after])
  }
  const titleOf = (id: string) => {
    const version = list.find((candidate) => candidate.id === id)
    const title = t('history.version', { number: version?.number ?? 0 })
    return version?.label ? `${title}: ${version.label}` : title
  }

  return (
    <div className="stack">
      {restore.error && <Failure error={restore.error} />}
      {name.error && <Failure error={name.error} />}
      <div className="compare-bar row between">
        <p className="small soft" role="status">
          {chosen.length === 2
            ? chosen
                .map(numberOf)
                .sort((a, b) => a - b)
                .map((number) => t('history.version', { number }))
                .join(' – ')
            : t('history.choose')}
        </p>
        <button
          type="button"
          className="button"
          aria-disabled={chosen.length !== 2}
          onClick={() => chosen.length === 2 && compare(chosen)}
        >
          {t('history.compare.two')}
        </button>
      </div>
      <ol role="list" className="versions" aria-label={t(`edit.${kind}`)}>
        {list.map((version) => (
          <VersionRow
            key={version.id}
            version={version}
            current={version.id === current}
            chosen={chosen.includes(version.id)}
            busy={restore.isPending || example.status === 'making'}
            onChoose={() => choose(version.id)}
            onCompare={() => compare([version.id, current])}
            onRestore={() => {
              if (underWay.current) return // a second click, before the first one is rendered
              underWay.current = true
              restore.mutate(version.id, { onSettled: () => (underWay.current = false) })
            }}
            onName={(label) => name.mutate({ version, label })}
          />
        ))}
      </ol>
      {compared && (
        <Suspense fallback={<Loading />}>
          <Compared
            key={compared.join()}
            kind={kind}
            ids={compared}
            names={[titleOf(compared[0]), titleOf(compared[1])]}
          />
        </Suspense>
      )}
    </div>
  )
}

type ComparedProps = { kind: Kind; ids: [string, string]; names: [string, string] }

function Compared({ kind, ids, names }: ComparedProps) {
  const t = useTranslate()
  const read = kind === 'spec' ? readSpecText : readCodeText
  const texts = useQuery({
    queryKey: ['compare', ...ids],
    queryFn: () => Promise.all([read(ids[0]), read(ids[1])]),
    staleTime: Infinity,
  })
  if (texts.error) return <Failure error={texts.error} />
  if (!texts.data) return <Loading />
  return (
    <section
      className="stack compared"
      aria-label={t('history.compare.two')}
      tabIndex={-1}
      ref={(section) => section?.scrollIntoView({ block: 'start' })}
    >
      <Compare before={texts.data[0]} after={texts.data[1]} names={names} />
    </section>
  )
}
