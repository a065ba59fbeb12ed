/** What was read from the source: its facts, warnings, and every block with its place and its items. */
import { useDeferredValue, useMemo, useRef, useState, type Ref } from 'react'
import { useQuery } from '@tanstack/react-query'
import {
  readExtraction,
  readInput,
  withChannels,
  type Block,
  type Input,
  type ReadSource,
} from '../api/inputs'
import { type Example } from '../api/examples'
import { readSpec } from '../api/specs'
import { EvidenceDialog } from '../evidence/evidence-dialog'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { Playing } from '../playing/playing'
import { BlockList, type BlockListHandle } from '../source/block-list'
import { SourceCards } from '../source/source-cards'
import { itemsByBlock, narrowed } from '../source/origins'
import { SetAside } from '../source/set-aside'
import { VisitSection } from '../source/visit-section'
import { SourceFacts } from '../source/source-facts'
import { WhatWasKept } from '../source/what-was-kept'
import '../source/source.css'

export default function SourceTab({ example }: { example: Example }) {
  const t = useTranslate()
  const list = useRef<BlockListHandle>(null)
  const { input, extraction, items, error } = useSource(example)
  if (error) return <Failure error={error} onRetry={() => void extraction.refetch()} />
  if (!input.data || !extraction.data) return <Loading />
  const chosen = new Set(input.data.channels)
  const blocks = withChannels(extraction.data, (channel) => chosen.has(channel))
  return (
    <div className="stack">
      <h2>{t('source.title')}</h2>
      <SourceFacts input={input.data} onPage={(page) => list.current?.goTo(page)} />
      <SetAside example={example} input={input.data} asides={extraction.data.asides ?? []} />
      <WhatWasKept ledger={extraction.data.ledger ?? []} />
      <SourceCards example={example} sources={extraction.data.sources ?? []} />
      <VisitSection example={example} sources={extraction.data.sources ?? []} />
      <Blocks
        {...{ example, items, handle: list }}
        input={input.data}
        all={blocks}
        sources={extraction.data.sources ?? []}
      />
    </div>
  )
}

function useSource(example: Example) {
  const input = useQuery({
    queryKey: ['input', example.input_id],
    queryFn: () => readInput(example),
  })
  const extraction = useQuery({
    queryKey: ['extraction', example.input_id],
    queryFn: () => readExtraction(example),
    staleTime: Infinity,
  })
  const spec = useQuery({
    queryKey: ['source-spec', example.spec_id],
    queryFn: () => readSpec(example),
    enabled: example.spec_id !== '',
    staleTime: Infinity,
  })
  const items = useMemo(() => itemsByBlock(spec.data ?? ''), [spec.data])
  return { input, extraction, items, error: input.error ?? extraction.error ?? spec.error }
}

type BlocksProps = {
  example: Example
  input: Input
  all: Block[]
  sources: ReadSource[]
  items: ReturnType<typeof itemsByBlock>
  handle: Ref<BlockListHandle>
}

/** The blocks that are looked for, and the place in the source of the one that is opened. */
function Blocks({ example, input, all, sources, items, handle }: BlocksProps) {
  const t = useTranslate()
  const [query, setQuery] = useState('')
  const [onlyUsed, setOnlyUsed] = useState(false)
  const [opened, setOpened] = useState<Block | null>(null)
  const [asked, setAsked] = useState<{ second: number } | null>(null)
  const played = example.input_type === 'media_input'
  const open = (block: Block) => {
    const { second } = block.locator
    if (played && second !== undefined) setAsked({ second })
    else setOpened(block)
  }
  const deferred = useDeferredValue(query)
  const blocks = useMemo(
    () => narrowed(all, deferred, onlyUsed ? items : null),
    [all, deferred, onlyUsed, items],
  )
  const list = { blocks, sources, items, example, handle }
  return (
    <>
      <SourceTools {...{ query, setQuery, onlyUsed, setOnlyUsed }} count={blocks.length} />
      {blocks.length === 0 && <Notice>{t('source.nothing')}</Notice>}
      <div className={played ? 'with-player' : undefined}>
        {played && (
          <div className="player-place">
            <Playing inputId={example.input_id} blocks={all} asked={asked} />
          </div>
        )}
        {blocks.length > 0 && <BlockList {...list} language={input.language} onOpen={open} />}
      </div>
      {opened && (
        <EvidenceDialog
          example={example}
          reference={{ block: opened.id, part: null }}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

type ToolsProps = {
  query: string
  setQuery: (query: string) => void
  onlyUsed: boolean
  setOnlyUsed: (only: boolean) => void
  count: number
}

function SourceTools({ query, setQuery, onlyUsed, setOnlyUsed, count }: ToolsProps) {
  const t = useTranslate()
  return (
    <div className="source-tools">
      <input
        type="search"
        aria-label={t('source.search')}
        placeholder={t('source.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <label>
        <input
          type="checkbox"
          checked={onlyUsed}
          onChange={(event) => setOnlyUsed(event.target.checked)}
        />
        {t('source.used')}
      </label>
      <p className="soft" role="status">
        {t('source.blocks', { count })}
      </p>
    </div>
  )
}
