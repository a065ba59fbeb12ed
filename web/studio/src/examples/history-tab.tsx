/** Every version of spec and code: look, compare with the current one, restore. */
import { lazy, Suspense, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  listCode,
  listSpecs,
  readCodeText,
  readSpecText,
  restoreSpec,
  saveCode,
  type CodeSnippet,
  type Example,
  type Spec,
} from '../api/praxeo'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/preferences'
import { Failure, Loading } from '../parts/notice'

const Compare = lazy(() => import('../editor/compare'))

type Chosen = { kind: 'spec' | 'code'; id: string }

export default function HistoryTab({ example }: { example: Example }) {
  const t = useTranslate()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const specs = useQuery({
    queryKey: ['specs', example.id, example.spec_id],
    queryFn: () => listSpecs(example.id),
  })
  const code = useQuery({
    queryKey: ['codes', example.id, example.code_snippet_id],
    queryFn: () => listCode(example.id),
  })
  const restore = useMutation({
    mutationFn: async ({ kind, id }: Chosen) => {
      if (kind === 'spec') await restoreSpec(id)
      else await saveCode(example, await readCodeText(id), example.code_snippet_id)
    },
    onSuccess: () => {
      setChosen(null)
      return queries.invalidateQueries({ queryKey: ['example', example.id] })
    },
  })
  const error = specs.error ?? code.error
  if (error) return <Failure error={error} onRetry={() => void specs.refetch()} />
  if (!specs.data || !code.data) return <Loading />
  const rows = (kind: Chosen['kind'], versions: (Spec | CodeSnippet)[], current: string) => (
    <ol role="list" className="versions" aria-label={t(`edit.${kind}`)}>
      {versions.map((version) => (
        <VersionRow
          key={version.id}
          version={version}
          current={version.id === current}
          onCompare={() => setChosen({ kind, id: version.id })}
          onRestore={() => restore.mutate({ kind, id: version.id })}
        />
      ))}
    </ol>
  )
  return (
    <div className="stack">
      {restore.error && <Failure error={restore.error} />}
      <div className="history">
        <section className="stack">
          <h2>{t('edit.spec')}</h2>
          {rows('spec', specs.data, example.spec_id)}
        </section>
        <section className="stack">
          <h2>{t('edit.code')}</h2>
          {rows('code', code.data, example.code_snippet_id)}
        </section>
      </div>
      {chosen && (
        <Suspense fallback={<Loading />}>
          <Compared chosen={chosen} example={example} />
        </Suspense>
      )}
    </div>
  )
}

type RowProps = {
  version: Spec | CodeSnippet
  current: boolean
  onCompare: () => void
  onRestore: () => void
}

function VersionRow({ version, current, onCompare, onRestore }: RowProps) {
  const t = useTranslate()
  const { language } = usePreferences()
  const byHand = 'author' in version && version.author === 'you'
  return (
    <li>
      <div>
        <strong>{t('history.version', { number: version.number })}</strong>{' '}
        {current && <span className="badge good">{t('history.current')}</span>}
        <p className="small soft">
          <time dateTime={version.created_at}>
            {new Date(version.created_at).toLocaleString(language, {
              dateStyle: 'medium',
              timeStyle: 'short',
            })}
          </time>{' '}
          · {t(byHand ? 'history.by.person' : 'history.by.author')}
          {'note' in version && version.note ? ` · ${version.note}` : ''}
        </p>
      </div>
      {!current && (
        <div className="row">
          <button type="button" className="button quiet" onClick={onCompare}>
            {t('history.compare')}
          </button>
          <button type="button" className="button" onClick={onRestore}>
            {t('history.restore')}
          </button>
        </div>
      )}
    </li>
  )
}

function Compared({ chosen, example }: { chosen: Chosen; example: Example }) {
  const read = chosen.kind === 'spec' ? readSpecText : readCodeText
  const current = chosen.kind === 'spec' ? example.spec_id : example.code_snippet_id
  const texts = useQuery({
    queryKey: ['compare', chosen.id, current],
    queryFn: () => Promise.all([read(chosen.id), read(current)]),
    staleTime: Infinity,
  })
  if (texts.error) return <Failure error={texts.error} />
  if (!texts.data) return <Loading />
  return <Compare before={texts.data[0]} after={texts.data[1]} />
}
