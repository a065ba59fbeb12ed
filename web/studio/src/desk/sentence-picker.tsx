/** Pick a sentence of the source: for the evidence of an item, or to make a question of. */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { readExtraction, type Block } from '../api/inputs'
import { placeOf } from '../evidence/references'
import { useParts } from '../evidence/use-parts'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'

const BLOCKS_SHOWN = 120
const WITHOUT_SENTENCES: ReadonlySet<Block['kind']> = new Set(['heading', 'figure'])

export type Picked = { reference: string; text: string }
type Props = {
  example: Example
  /** Blocks to begin with: those of the part. */
  reading: readonly string[]
  onPick: (picked: Picked) => void
  onClose: () => void
}

export default function SentencePicker({ example, reading, onPick, onClose }: Props) {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const source = useQuery({
    queryKey: ['extraction', example.input_id],
    queryFn: () => readExtraction(example),
    staleTime: Infinity,
  })
  useEffect(() => dialog.current?.showModal(), [])
  const pick = (picked: Picked) => {
    dialog.current?.close()
    onPick(picked)
  }
  return (
    <dialog ref={dialog} className="sentences" aria-label={t('desk.sentence')} onClose={onClose}>
      <div className="stack">
        <div className="row between">
          <h2>{t('desk.sentence')}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('action.close')}
          </button>
        </div>
        <input
          type="search"
          aria-label={t('desk.sentence.search')}
          placeholder={t('desk.sentence.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {source.error && <Failure error={source.error} onRetry={() => void source.refetch()} />}
        {source.isPending && <Loading />}
        {source.data && (
          <Blocks {...{ example, reading, query, onPick: pick }} blocks={source.data.blocks} />
        )}
      </div>
    </dialog>
  )
}

type BlocksProps = Omit<Props, 'onClose'> & { query: string; blocks: Block[] }

function Blocks({ example, reading, query, blocks, onPick }: BlocksProps) {
  const t = useTranslate()
  const wanted = useDeferredValue(query.trim().toLowerCase())
  const found = useMemo(() => foundIn(blocks, wanted, reading), [blocks, wanted, reading])
  if (found.length === 0) return <p className="soft">{t('desk.sentence.none')}</p>
  return (
    <div className="sentence-list" tabIndex={0} role="region" aria-label={t('desk.sentence')}>
      {found.slice(0, BLOCKS_SHOWN).map((block) => (
        <Sentences key={block.id} example={example} block={block} onPick={onPick} />
      ))}
      {found.length > BLOCKS_SHOWN && (
        <p className="small soft">{t('desk.sentence.more', { count: BLOCKS_SHOWN })}</p>
      )}
    </div>
  )
}

/** What is searched for; with nothing to search for, what the part reads, else all. */
function foundIn(blocks: Block[], wanted: string, reading: readonly string[]): Block[] {
  const spoken = blocks.filter(({ kind, text }) => !WITHOUT_SENTENCES.has(kind) && text !== '')
  if (wanted) return spoken.filter(({ text }) => text.toLowerCase().includes(wanted))
  const read = new Set(reading)
  const here = spoken.filter(({ id }) => read.has(id))
  return here.length ? here : spoken
}

type SentencesProps = { example: Example; block: Block; onPick: (picked: Picked) => void }

/** Where one sentence ends and another begins: enough to know whether there may be several. */
const SEVERAL = /[.!?…。！？؟][)"'’”»]*\s/

/** A passage; pressed, it falls into its sentences, and one that is a single sentence is taken. */
function Sentences({ example, block, onPick }: SentencesProps) {
  const t = useTranslate()
  const [open, setOpen] = useState(false)
  const place = placeOf(block, t)
  const { kind, text } = block
  if (kind !== 'table' && kind !== 'code' && !SEVERAL.test(text))
    return (
      <button
        type="button"
        className="sentence"
        dir="auto"
        onClick={() => onPick({ reference: `${block.id}.1`, text })}
      >
        {place && <span className="small soft">{place} </span>}
        {text}
      </button>
    )
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary dir="auto">
        {place && <span className="small soft">{place} </span>}
        {block.text}
      </summary>
      {open && <Parts example={example} block={block} onPick={onPick} />}
    </details>
  )
}

function Parts({ example, block, onPick }: SentencesProps) {
  const parts = useParts(example, block.id)
  if (parts.error) return <Failure error={parts.error} onRetry={() => void parts.refetch()} />
  if (!parts.data) return <Loading />
  return (
    <ul role="list">
      {parts.data.map((text, at) => (
        <li key={at}>
          <button
            type="button"
            dir="auto"
            onClick={() => onPick({ reference: `${block.id}.${at + 1}`, text })}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  )
}
