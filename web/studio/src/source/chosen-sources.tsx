/** Of a combination: which of its sources are taught, in which order, from the next making on. */
import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { chooseParts, givenOf, readCombined } from '../api/combined-inputs'
import type { Example } from '../api/examples'
import { readInput, type ReadSource } from '../api/inputs'
import { useTranslate } from '../i18n'
import { Move } from '../mixing/move'
import { useMoves } from '../mixing/use-moves'
import { Failure } from '../parts/notice'
import { MadeAgain } from './set-aside'
import { SourceCard } from './source-card'

type Props = { example: Example; sources: ReadSource[] }
type Part = { id: string; taught: boolean; sources: ReadSource[] }

export function ChosenSources({ example, sources }: Props) {
  const t = useTranslate()
  const { parts, choose, error, changed } = useParts(example, sources)
  const taught = parts.filter((part) => part.taught).map(({ id }) => id)
  const nameOf = ({ sources: [first] }: Part) => first?.title ?? ''
  const moves = useMoves(
    parts,
    ({ id }) => id,
    nameOf,
    (id, by) => choose(moved(taught, id, by)),
  )
  const can = (place: number, by: -1 | 1) => place < taught.length && !!taught[place + by]
  return (
    <>
      <p className="small soft">{t('sources.how')}</p>
      <ol role="list" className="source-cards" ref={moves.list}>
        {parts.map((part, place) => (
          <li key={part.id} data-taught={part.taught}>
            <input
              type="checkbox"
              aria-label={`${t('sources.taught')} ${nameOf(part)}`}
              checked={part.taught}
              disabled={part.taught && taught.length === 1}
              onChange={() => choose(toggled(taught, part.id))}
            />
            <PartCards part={part} />
            <Move moves={{ ...moves, can }} place={place} name={nameOf(part)} by={-1} />
            <Move moves={{ ...moves, can }} place={place} name={nameOf(part)} by={1} />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {moves.told}
      </p>
      {changed && <MadeAgain example={example} />}
      {error && <Failure error={error} />}
    </>
  )
}

/** The parts as they are chosen: those that are taught in their order, then what is left out. */
function useParts(example: Example, sources: ReadSource[]) {
  const queries = useQueryClient()
  const key = ['combined', example.input_id]
  const [wanted, setWanted] = useState<string[] | null>(null)
  const combined = useQuery({ queryKey: key, queryFn: () => readCombined(example.input_id) })
  const choice = useMutation({
    scope: { id: example.input_id },
    mutationFn: async (ids: string[]) => chooseParts(await readCombined(example.input_id), ids),
    onSuccess: (after) => queries.setQueryData(key, after),
    onError: () => setWanted(null),
  })
  const all = combined.data?.parts ?? []
  const taught = wanted ?? combined.data?.chosen ?? []
  const parts = [...taught, ...all.filter((id) => !taught.includes(id))].map((id): Part => {
    const own = sources.filter((source) => source.input_id === id)
    return { id, taught: taught.includes(id), sources: own }
  })
  const choose = (ids: string[]) => {
    setWanted(ids)
    choice.mutate(ids)
  }
  return { parts, choose, changed: choice.isSuccess, error: choice.error ?? combined.error }
}

/** What was read of a part; of one that is not read, what it is called. */
function PartCards({ part: { id, sources } }: { part: Part }) {
  const input = useQuery({
    queryKey: ['input', id],
    queryFn: () => readInput(givenOf(id)),
    enabled: sources.length === 0,
  })
  const { title = '', name = '', url = '' } = input.data ?? {}
  const told = sources.length > 0 ? sources : [{ title: title || name || url }]
  return (
    <span className="source-part">
      {told.map((source, index) => (
        <SourceCard key={index} source={source} />
      ))}
    </span>
  )
}

const toggled = (taught: string[], id: string): string[] =>
  taught.includes(id) ? taught.filter((each) => each !== id) : [...taught, id]

function moved(taught: string[], id: string, by: -1 | 1): string[] {
  const rest = taught.filter((each) => each !== id)
  return rest.toSpliced(taught.indexOf(id) + by, 0, id)
}
