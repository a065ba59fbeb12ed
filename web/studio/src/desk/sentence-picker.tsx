/** Pick a sentence of the source: for the evidence of an item, or to make a question of. */
import { useDeferredValue, useMemo, useState } from 'react'
import type { Example } from '../api/examples'
import type { Block } from '../api/inputs'
import { placeOf } from '../evidence/references'
import { useParts } from '../evidence/use-parts'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { PickDialog } from './pick-dialog'
import { useBlocks } from './use-blocks'

const BLOCKS_SHOWN = 120
const WITHOUT_SENTENCES: ReadonlySet<Block['kind']> = new Set(['heading', 'figure'])

export type Picked = { reference: string; text: string }
type Props = {
  example: Example
  /** The blocks that the part shows. */
  reading: readonly string[]
  /** Whole passages are picked. */
  whole?: boolean
  onPick: (picked: Picked) => void
  onClose: () => void
}

export default function SentencePicker({ whole = false, onClose, ...props }: Props) {
  const t = useTranslate()
  const [query, setQuery] = useState('')
  const source = useBlocks(props.example)
  return (
    <PickDialog title={t(whole ? 'desk.passage' : 'desk.sentence')} onClose={onClose}>
      <input
        type="search"
        aria-label={t('desk.sentence.search')}
        placeholder={t('desk.sentence.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {!whole && <p className="small soft">{t('desk.sentence.how')}</p>}
      {source.error && <Failure error={source.error} onRetry={() => void source.refetch()} />}
      {source.isPending && <Loading />}
      {source.data && <Blocks {...props} {...{ query, whole }} blocks={source.data} />}
    </PickDialog>
  )
}

type BlocksProps = Omit<Props, 'onClose' | 'whole'> & {
  whole: boolean
  query: string
  blocks: Block[]
}

function Blocks({ example, reading, query, whole, blocks, onPick }: BlocksProps) {
  const t = useTranslate()
  const wanted = useDeferredValue(query.trim().toLowerCase())
  const found = useMemo(
    () => foundIn(blocks, wanted, reading, whole),
    [blocks, wanted, reading, whole],
  )
  if (found.length === 0) return <p className="soft">{t('desk.sentence.none')}</p>
  return (
    <div className="sentence-list" tabIndex={0} role="region" aria-label={t('desk.sentence')}>
      {found.slice(0, BLOCKS_SHOWN).map((block) => (
        <Sentences key={block.id} {...{ example, block, whole, onPick }} />
      ))}
      {found.length > BLOCKS_SHOWN && (
        <p className="small soft">{t('desk.sentence.more', { count: BLOCKS_SHOWN })}</p>
      )}
    </div>
  )
}

/** What is searched for; for a sentence first what the part reads, for a passage what it does not read yet. */
function foundIn(
  blocks: Block[],
  wanted: string,
  reading: readonly string[],
  whole: boolean,
): Block[] {
  const spoken = blocks.filter(
    ({ kind, text }) => (whole ? kind !== 'figure' : !WITHOUT_SENTENCES.has(kind)) && text !== '',
  )
  const read = new Set(reading)
  const others = spoken.filter(({ id }) => !read.has(id))
  const all = whole ? others : [...spoken.filter(({ id }) => read.has(id)), ...others]
  return wanted ? all.filter(({ text }) => text.toLowerCase().includes(wanted)) : all
}

type SentencesProps = Pick<BlocksProps, 'example' | 'whole' | 'onPick'> & { block: Block }

/** Where one sentence ends and another begins: enough to know whether there may be several. */
const SEVERAL = /[.!?…。！？؟][)"'’”»]*\s/

/** A passage; pressed, it falls into its sentences, and one that is a single sentence is taken. */
function Sentences({ example, block, whole, onPick }: SentencesProps) {
  const t = useTranslate()
  const [open, setOpen] = useState(false)
  const place = placeOf(block, t)
  const { id, kind, text } = block
  if (whole || (kind !== 'table' && kind !== 'code' && !SEVERAL.test(text)))
    return (
      <button
        type="button"
        className="sentence"
        dir="auto"
        onClick={() => onPick({ reference: whole ? id : `${id}.1`, text })}
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

function Parts({ example, block, onPick }: Omit<SentencesProps, 'whole'>) {
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
