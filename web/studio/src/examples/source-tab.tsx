/** What was read from the source: its facts, warnings, and every block with its place and its items. */
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { readExtraction, readInput, type Block } from '../api/inputs'
import { type Example } from '../api/examples'
import { readSpec } from '../api/specs'
import { EvidenceDialog } from '../evidence/evidence-dialog'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { BlockList, type BlockListHandle } from '../source/block-list'
import { itemsByBlock, narrowed } from '../source/origins'
import { SourceFacts } from '../source/source-facts'
import '../source/source.css'

export default function SourceTab({ example }: { example: Example }) {
  const t = useTranslate()
  const [query, setQuery] = useState('')
  const [onlyUsed, setOnlyUsed] = useState(false)
  const [opened, setOpened] = useState<Block | null>(null)
  const list = useRef<BlockListHandle>(null)
  const deferred = useDeferredValue(query)
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
  const blocks = useMemo(
    () => narrowed(extraction.data?.blocks ?? [], deferred, onlyUsed ? items : null),
    [extraction.data, deferred, onlyUsed, items],
  )
  const error = input.error ?? extraction.error ?? spec.error
  if (error) return <Failure error={error} onRetry={() => void extraction.refetch()} />
  if (!input.data || !extraction.data) return <Loading />
  return (
    <div className="stack">
      <h2>{t('source.title')}</h2>
      <SourceFacts input={input.data} onPage={(page) => list.current?.goTo(page)} />
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
          {t('source.blocks', { count: blocks.length })}
        </p>
      </div>
      {blocks.length === 0 ? (
        <Notice>{t('source.nothing')}</Notice>
      ) : (
        <BlockList
          blocks={blocks}
          items={items}
          example={example}
          language={input.data.language}
          handle={list}
          onOpen={setOpened}
        />
      )}
      {opened && (
        <EvidenceDialog
          example={example}
          reference={{ block: opened.id, part: null }}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  )
}
