/** Every version of spec and code: who and when; name them, compare any two, restore one. */
import { lazy, Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { readCodeText } from '../api/code-snippets'
import type { Example } from '../api/examples'
import { readSpecText } from '../api/specs'
import { useTranslate, type Translate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { Segments } from '../parts/segments'
import { useVersions, type Kind, type Version } from './use-versions'
import { VersionRow } from './version-row'
import './history.css'

const Compare = lazy(() => import('../editor/compare'))

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
  const { current, versions, name, restore, restoring, error } = useVersions(example, kind)
  const [chosen, setChosen] = useState<string[]>([])
  const [compared, setCompared] = useState<[Version, Version] | null>(null)
  const list = versions.data
  if (versions.error)
    return <Failure error={versions.error} onRetry={() => void versions.refetch()} />
  if (!list) return <Loading />
  const compare = (ids: string[]) => {
    const [before, after] = inOrder(list, ids)
    if (before && after) setCompared([before, after])
  }
  return (
    <div className="stack">
      {error && <Failure error={error} />}
      <CompareBar chosen={inOrder(list, chosen)} onCompare={() => compare(chosen)} />
      <ol role="list" className="versions" aria-label={t(`edit.${kind}`)}>
        {list.map((version) => (
          <VersionRow
            key={version.id}
            version={version}
            current={version.id === current}
            chosen={chosen.includes(version.id)}
            busy={restoring || example.status === 'making'}
            onChoose={() => setChosen(toggled(version.id))}
            onCompare={() => compare([version.id, current])}
            onRestore={() => void restore(version.id, () => setCompared(null))}
            onName={(label) => name.mutate({ version, label })}
          />
        ))}
      </ol>
      {compared && (
        <Suspense fallback={<Loading />}>
          <Compared key={compared.map(({ id }) => id).join()} kind={kind} versions={compared} />
        </Suspense>
      )}
    </div>
  )
}

/** At most two are chosen: a third one takes the place of the first. */
const toggled =
  (id: string) =>
  (before: string[]): string[] =>
    before.includes(id) ? before.filter((other) => other !== id) : [...before, id].slice(-2)

/** The versions with these ids, the older one first. */
const inOrder = (list: readonly Version[], ids: readonly string[]): Version[] =>
  list.filter(({ id }) => ids.includes(id)).sort((a, b) => a.number - b.number)

function CompareBar({ chosen, onCompare }: { chosen: Version[]; onCompare: () => void }) {
  const t = useTranslate()
  const two = chosen.length === 2
  return (
    <div className="compare-bar row between">
      <p className="small soft" role="status">
        {two
          ? chosen.map(({ number }) => t('history.version', { number })).join(' – ')
          : t('history.choose')}
      </p>
      <button
        type="button"
        className="button"
        aria-disabled={!two}
        onClick={() => two && onCompare()}
      >
        {t('history.compare.two')}
      </button>
    </div>
  )
}

/** What a version is called, with the name that a person gave it. */
function titleOf({ number, label }: Version, t: Translate): string {
  const title = t('history.version', { number })
  return label ? `${title}: ${label}` : title
}

type ComparedProps = { kind: Kind; versions: [Version, Version] }

function Compared({ kind, versions: [before, after] }: ComparedProps) {
  const t = useTranslate()
  const read = kind === 'spec' ? readSpecText : readCodeText
  const texts = useQuery({
    queryKey: ['compare', before.id, after.id],
    queryFn: () => Promise.all([read(before.id), read(after.id)]),
    staleTime: Infinity,
  })
  if (texts.error) return <Failure error={texts.error} />
  if (!texts.data) return <Loading />
  const names = [titleOf(before, t), titleOf(after, t)] as const
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
