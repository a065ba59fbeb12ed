/** What was read from the source: its facts, warnings, and every block with its place. */
import { useQuery } from '@tanstack/react-query'
import { readExtraction, readInput, type Block, type Example } from '../api/praxeo'
import { clock } from '../api/youtube'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/preferences'
import { Failure, Loading, Notice } from '../parts/notice'

const BLOCKS_AT_FIRST = 400

export default function SourceTab({ example }: { example: Example }) {
  const t = useTranslate()
  const { language } = usePreferences()
  const input = useQuery({
    queryKey: ['input', example.input_id],
    queryFn: () => readInput(example),
  })
  const extraction = useQuery({
    queryKey: ['extraction', example.input_id],
    queryFn: () => readExtraction(example),
    staleTime: Infinity,
  })
  const error = input.error ?? extraction.error
  if (error) return <Failure error={error} onRetry={() => void extraction.refetch()} />
  if (!input.data || !extraction.data) return <Loading />
  const number = new Intl.NumberFormat(language)
  const facts = [
    input.data.name,
    input.data.authors.join(', '),
    input.data.date,
    input.data.licence,
    input.data.page_count ? t('source.pages', { count: number.format(input.data.page_count) }) : '',
    t('source.words', { count: number.format(input.data.word_count) }),
  ].filter(Boolean)
  return (
    <div className="stack">
      <h2>{t('source.title')}</h2>
      <p className="soft">{facts.join(' · ')}</p>
      {input.data.warnings.length > 0 && (
        <Notice tone="warn">
          <strong>{t('source.warnings')}</strong>
          <ul>
            {input.data.warnings.map((warning, index) => (
              <li key={index}>{warning.message}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="blocks" lang={input.data.language || undefined}>
        {extraction.data.blocks.slice(0, BLOCKS_AT_FIRST).map((block) => (
          <BlockView key={block.id} block={block} />
        ))}
      </div>
      {extraction.data.blocks.length > BLOCKS_AT_FIRST && (
        <p className="soft">
          {t('source.more', { count: extraction.data.blocks.length - BLOCKS_AT_FIRST })}
        </p>
      )}
    </div>
  )
}

function BlockView({ block }: { block: Block }) {
  const t = useTranslate()
  const { page, slide, chapter, second } = block.locator
  const place = page
    ? t('source.page', { page })
    : slide
      ? t('source.slide', { slide })
      : chapter
        ? t('source.chapter', { chapter })
        : second !== undefined
          ? clock(second)
          : ''
  const label = (
    <span className="place small soft">
      {place} <code>{block.id}</code>
    </span>
  )
  if (block.kind === 'heading') {
    return (
      <h3 id={block.id}>
        {label}
        {block.text}
      </h3>
    )
  }
  if (block.kind === 'code') {
    return (
      <pre id={block.id} tabIndex={0}>
        {block.text}
      </pre>
    )
  }
  if (block.kind === 'table') {
    return (
      <div id={block.id}>
        {label}
        <pre tabIndex={0}>{block.text}</pre>
      </div>
    )
  }
  return (
    <p id={block.id} className={block.kind === 'caption' ? 'soft' : undefined}>
      {label}
      {block.kind === 'list_item' && `${block.number || '•'} `}
      {block.text}
    </p>
  )
}
