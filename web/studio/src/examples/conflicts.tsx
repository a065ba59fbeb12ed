/** Where a person's changes met a version written anew: both sides of each conflict, and the choice. */
import { useId, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Example } from '../api/examples'
import {
  readConflicts,
  resolveMerge,
  setMergeAside,
  type Conflict,
  type Resolution,
} from '../api/merges'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import './conflicts.css'

const CHOICES = ['ours', 'theirs', 'text'] as const
type Choices = Record<number, Resolution>

export default function Conflicts({ example }: { example: Example }) {
  const t = useTranslate()
  const title = useId()
  const [chosen, setChosen] = useState<Choices>({})
  const conflicts = useQuery({
    queryKey: ['conflicts', example.merge_id],
    queryFn: () => readConflicts(example.merge_id),
    staleTime: Infinity,
  })
  if (conflicts.error)
    return <Failure error={conflicts.error} onRetry={() => void conflicts.refetch()} />
  if (!conflicts.data) return <Loading />
  const count = conflicts.data.length
  return (
    <section className="conflicts stack" aria-labelledby={title}>
      <h2 id={title}>{t('conflicts.title')}</h2>
      <p>{t('conflicts.why')}</p>
      {conflicts.data.map((conflict, number) => (
        <OneConflict
          key={number}
          conflict={conflict}
          name={t('conflicts.one', { number: number + 1, count })}
          chosen={chosen[number]}
          onChoose={(resolution) => setChosen((before) => ({ ...before, [number]: resolution }))}
        />
      ))}
      <Settling
        example={example}
        open={count - Object.keys(chosen).length}
        resolutions={conflicts.data.flatMap((_, number) => chosen[number] ?? [])}
      />
    </section>
  )
}

type SettlingProps = { example: Example; open: number; resolutions: Resolution[] }

function Settling({ example, open, resolutions }: SettlingProps) {
  const t = useTranslate()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['example', example.id] })
  const settle = useMutation({
    mutationFn: () => resolveMerge(example.merge_id, resolutions),
    onSuccess,
  })
  const leave = useMutation({ mutationFn: () => setMergeAside(example.merge_id), onSuccess })
  const error = settle.error ?? leave.error
  return (
    <>
      {error && <Failure error={error} />}
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={open > 0 || settle.isPending}
          onClick={() => settle.mutate()}
        >
          {t('conflicts.settle')}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={leave.isPending}
          onClick={() => leave.mutate()}
        >
          {t('conflicts.leave')}
        </button>
        <p className="small soft" role="status">
          {open > 0 ? t('conflicts.open', { count: open }) : ''}
        </p>
      </div>
    </>
  )
}

type OneProps = {
  conflict: Conflict
  name: string
  chosen: Resolution | undefined
  onChoose: (resolution: Resolution) => void
}

function OneConflict({ conflict, name, chosen, onChoose }: OneProps) {
  const t = useTranslate()
  const place = /^\d+$/.test(conflict.place)
    ? t('conflicts.line', { number: conflict.place })
    : conflict.place
  return (
    <fieldset className="conflict">
      <legend>
        {name}
        {place && <span className="soft"> · {place}</span>}
      </legend>
      <div className="sides">
        <Side label={t('conflicts.ours')} text={conflict.ours} />
        <Side label={t('conflicts.theirs')} text={conflict.theirs} />
      </div>
      <details>
        <summary>{t('conflicts.base')}</summary>
        <Side label={t('conflicts.base')} text={conflict.base} />
      </details>
      <Choice chosen={chosen} ours={conflict.ours} onChoose={onChoose} />
      {chosen?.choice === 'text' && (
        <textarea
          aria-label={t('conflicts.choose.text')}
          value={chosen.text}
          rows={Math.min(12, Math.ceil(chosen.text.length / 40) + 2)}
          spellCheck={false}
          onChange={(event) => onChoose({ choice: 'text', text: event.target.value })}
        />
      )}
    </fieldset>
  )
}

type ChoiceProps = Pick<OneProps, 'chosen' | 'onChoose'> & { ours: string }

function Choice({ chosen, ours, onChoose }: ChoiceProps) {
  const t = useTranslate()
  const group = useId()
  return (
    <div className="choices">
      {CHOICES.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={group}
            checked={chosen?.choice === choice}
            onChange={() => onChoose({ choice, text: choice === 'text' ? ours : '' })}
          />
          <span>{t(`conflicts.choose.${choice}`)}</span>
        </label>
      ))}
    </div>
  )
}

function Side({ label, text }: { label: string; text: string }) {
  const t = useTranslate()
  return (
    <figure>
      <figcaption className="small">{label}</figcaption>
      {text.trim() ? (
        <pre tabIndex={0} aria-label={label} role="group">
          {text.replace(/^\n+|\n+$/g, '')}
        </pre>
      ) : (
        <p className="soft">{t('conflicts.nothing')}</p>
      )}
    </figure>
  )
}
