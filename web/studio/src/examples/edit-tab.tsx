/** Spec or code beside the running app: drafts from the first keystroke, versions on save. */
import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { html } from '@codemirror/lang-html'
import { markdown } from '@codemirror/lang-markdown'
import { ApiError, faultsOf } from '../api/client'
import { previewAddress, readCode, readSpec, saveCode, saveSpec, type Example } from '../api/praxeo'
import { CodeMirror } from '../editor/code-mirror'
import { dropDraft, keepDraft, readDraft } from '../editor/drafts'
import { Failure, Loading, Notice } from '../parts/notice'
import { useTranslate } from '../i18n'
import { AppFrame, WIDTHS } from './play-tab'

type Kind = 'spec' | 'code'
const SOURCES = {
  spec: { read: readSpec, save: saveSpec, language: markdown },
  code: { read: readCode, save: saveCode, language: html },
} as const

export default function EditTab({ example }: { example: Example }) {
  const t = useTranslate()
  const [kind, setKind] = useState<Kind>('spec')
  return (
    <div className="stack">
      <fieldset className="segments">
        <legend className="visually-hidden">{t('tab.edit')}</legend>
        {(['spec', 'code'] as const).map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="kind"
              checked={kind === name}
              onChange={() => setKind(name)}
            />
            <span>{t(`edit.${name}`)}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'code' && <p className="small soft">{t('edit.code.note')}</p>}
      <div className="edit">
        <TextEditor key={kind} example={example} kind={kind} />
        <section className="stack" aria-label={t('edit.preview')}>
          <AppFrame
            address={previewAddress(example)}
            width={WIDTHS.desktop}
            title={t('edit.preview')}
          />
        </section>
      </div>
    </div>
  )
}

function TextEditor({ example, kind }: { example: Example; kind: Kind }) {
  const source = SOURCES[kind]
  const id = kind === 'spec' ? example.spec_id : example.code_snippet_id
  const stored = useQuery({
    queryKey: [kind, id],
    queryFn: () => source.read(example),
    staleTime: Infinity,
  })
  if (stored.error) return <Failure error={stored.error} onRetry={() => void stored.refetch()} />
  if (stored.data === undefined) return <Loading />
  return (
    <LoadedEditor key={example.id} example={example} kind={kind} stored={stored.data} base={id} />
  )
}

type LoadedProps = { example: Example; kind: Kind; stored: string; base: string }

const CHANGED: ReadonlySet<string> = new Set(['spec_changed', 'code_changed'])

function LoadedEditor({ example, kind, stored, base }: LoadedProps) {
  const t = useTranslate()
  const queries = useQueryClient()
  const name = `${example.id}.${kind}`
  const [draft, setDraft] = useState(() => readDraft(name))
  const [restored] = useState(draft !== null && draft.text !== stored)
  const [notice, setNotice] = useState('')
  // What was saved is the truth from that moment on, also while its app is still being made.
  const [saved, setSaved] = useState<{ id: string; text: string } | null>(null)
  const ahead = saved !== null && saved.id !== base && example.status !== 'failed'
  const known = ahead ? saved : { id: base, text: stored }
  const text = draft?.text ?? known.text
  const dirty = text !== known.text
  const outdated = draft !== null && draft.base !== known.id && dirty

  const save = useMutation({
    mutationFn: (basis: string) => SOURCES[kind].save(example, text, basis),
    onSuccess: ({ id, number }) => {
      dropDraft(name)
      queries.setQueryData([kind, id], text)
      setSaved({ id, text })
      setDraft(null)
      setNotice(t('edit.saved', { number }))
      return queries.invalidateQueries({ queryKey: ['example', example.id] })
    },
  })
  const conflict = outdated || (save.error instanceof ApiError && CHANGED.has(save.error.code))
  const faults =
    save.error instanceof ApiError && save.error.code === 'spec_invalid' ? faultsOf(save.error) : []
  const discard = () => {
    dropDraft(name)
    setDraft(null)
    save.reset()
  }
  const refresh = () => void queries.invalidateQueries({ queryKey: ['example', example.id] })

  return (
    <section className="stack" aria-label={t(`edit.${kind}`)}>
      {restored && dirty && !conflict && (
        <Notice>
          <div className="row between">
            <p>{t('edit.restored')}</p>
            <button type="button" className="button quiet" onClick={discard}>
              {t('edit.discard')}
            </button>
          </div>
        </Notice>
      )}
      {conflict && (
        <Notice tone="warn">
          <div className="stack">
            <p role="alert">{t('edit.conflict')}</p>
            <div className="row">
              <button
                type="button"
                className="button"
                onClick={() => {
                  if (outdated) save.mutate(known.id)
                  else refresh()
                }}
              >
                {outdated ? t('edit.conflict.mine') : t('edit.conflict.theirs')}
              </button>
              <button type="button" className="button" onClick={() => (discard(), refresh())}>
                {t('edit.conflict.discard')}
              </button>
            </div>
          </div>
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice tone="bad">
          <p>
            {faults.length === 1
              ? t('edit.faults.one')
              : t('edit.faults', { count: faults.length })}
          </p>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.line}-${fault.message}`}>{t('edit.invalid', fault)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {save.error && !conflict && faults.length === 0 && <Failure error={save.error} />}
      <CodeMirror
        label={t(`edit.${kind}`)}
        value={text}
        language={SOURCES[kind].language()}
        faultyLines={faults.map((fault) => fault.line)}
        historyKey={`praxeo.undo.${name}`}
        onChange={(value) => {
          const next = { text: value, base: draft?.base ?? known.id }
          setDraft(next)
          setNotice('')
          keepDraft(name, next)
        }}
        onSave={() => dirty && save.mutate(draft?.base ?? known.id)}
      />
      <div className="row between">
        <p className="small soft" role="status">
          {save.isPending ? t('edit.saving') : dirty ? t('edit.draft') : notice}
        </p>
        <button
          type="button"
          className="button primary"
          aria-disabled={!dirty || save.isPending}
          onClick={() => dirty && !save.isPending && save.mutate(draft?.base ?? known.id)}
        >
          {t('edit.save')}
        </button>
      </div>
    </section>
  )
}
