/** Opens a reference at its place: the page of the PDF with its box marked, or its surroundings. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { readExtraction, withChannels, type Block, type ReadSource } from '../api/inputs'
import { type Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { Playing } from '../playing/playing'
import { DoubtfulMark, RecognisedMark } from '../source/ocr-mark'
import { BlockText } from './block-view'
import { PageView } from './page-view'
import {
  around,
  placeOf,
  secondOf,
  sourceOf,
  visitOf,
  writeReference,
  type Reference,
} from './references'
import { useParts } from './use-parts'
import './evidence.css'

const CONTEXT_BLOCKS = 6 // before and after

type Props = { example: Example; reference: Reference; onClose: () => void }

export function EvidenceDialog({ example, reference, onClose }: Props) {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className="evidence"
      aria-label={t('evidence.title')}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div className="stack">
        <Evidence example={example} reference={reference} />
        <div className="row between">
          <p className="small soft">{t('evidence.close')}</p>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('action.close')}
          </button>
        </div>
      </div>
    </dialog>
  )
}

function Evidence({ example, reference }: Omit<Props, 'onClose'>) {
  const t = useTranslate()
  const source = useQuery({
    queryKey: ['extraction', example.input_id],
    queryFn: () => readExtraction(example),
    staleTime: Infinity,
  })
  const written = writeReference(reference)
  if (source.error) return <Failure error={source.error} onRetry={() => void source.refetch()} />
  if (!source.data)
    return (
      <>
        <p className="evidence-head">
          <code>{written}</code>
        </p>
        <div className="evidence-place waiting">
          <Loading />
        </div>
      </>
    )
  const blocks = withChannels(source.data)
  const block = blocks.find(({ id }) => id === reference.block)
  if (!block) return <Notice tone="warn">{t('evidence.missing', { reference: written })}</Notice>
  const own = blocks.filter(({ locator }) => locator.source === block.locator.source)
  const from = sourceOf(block, source.data.sources)
  return <Place blocks={own} {...{ example, block, reference, from }} />
}

type PlaceProps = {
  example: Example
  blocks: Block[]
  block: Block
  reference: Reference
  from: ReadSource | null
}

function Place({ example, blocks, block, reference, from }: PlaceProps) {
  const t = useTranslate()
  const parts = useParts(example, reference.block)
  const quote =
    reference.part === null ? block.text : (parts.data?.[reference.part - 1] ?? block.text)
  return (
    <>
      <header className="evidence-head">
        <p className="row">
          <code>{writeReference(reference)}</code>
          {from && <SourceName block={block} from={from} />}
          <span className="soft">{placeOf(block, t)}</span>
        </p>
        <blockquote>{quote}</blockquote>
        <RecognisedMark block={block} />
        <DoubtfulMark block={block} />
      </header>
      {from?.kind === 'media_input' && <Moment {...{ blocks, block, reference, from }} />}
      {block.locator.page ? (
        <Pages
          inputId={from?.kind === 'document_input' ? (from.input_id ?? '') : example.input_id}
          {...{ blocks, block, quote }}
        />
      ) : (
        <div
          className="evidence-place blocks"
          tabIndex={0}
          role="region"
          aria-label={t('evidence.around')}
        >
          {around(blocks, block.id, CONTEXT_BLOCKS).map((near) => (
            <BlockText key={near.id} given={example} block={near} marked={near.id === block.id} />
          ))}
        </div>
      )}
    </>
  )
}

/** The recording at the second in which the sentence is said. */
function Moment({ blocks, block, reference, from }: Omit<PlaceProps, 'example'>) {
  const second = secondOf(block, reference.part)
  const asked = useMemo(() => (second === null ? null : { second }), [second])
  if (!from?.input_id || !asked) return null
  return <Playing inputId={from.input_id} {...{ blocks, asked }} />
}

/** What the source is called, as a link to the place in it where it can be visited. */
function SourceName({ block, from }: { block: Block; from: ReadSource }) {
  const visit = visitOf(block, from)
  const told = from.date ? `${from.title} (${from.date})` : from.title
  if (!visit) return <span>{told}</span>
  return (
    <a href={visit} rel="noopener noreferrer" target="_blank">
      {told}
    </a>
  )
}

type PagesProps = { inputId: string; blocks: Block[]; block: Block; quote: string }

/** The page with the place marked on it, and the pages before and after. */
function Pages({ inputId, blocks, block, quote }: PagesProps) {
  const t = useTranslate()
  const { page = 1, box } = block.locator
  const [shown, setShown] = useState(page)
  const last = blocks.reduce((most, { locator }) => Math.max(most, locator.page ?? 0), 0)
  const here = shown === page
  return (
    <>
      <div className="evidence-place" tabIndex={0} role="region" aria-label={placeOf(block, t)}>
        <PageView
          inputId={inputId}
          page={shown}
          boxes={here && box ? [box] : []}
          description={here ? quote : ''}
        />
      </div>
      <nav className="row" aria-label={t('evidence.pages')}>
        <Turn name={t('evidence.before')} to={shown - 1} last={last} onTurn={setShown} />
        <span role="status">{t('evidence.page', { page: shown })}</span>
        <Turn name={t('evidence.after')} to={shown + 1} last={last} onTurn={setShown} />
      </nav>
    </>
  )
}

type TurnProps = { name: string; to: number; last: number; onTurn: (page: number) => void }

function Turn({ name, to, last, onTurn }: TurnProps) {
  const exists = to >= 1 && to <= last
  return (
    <button
      type="button"
      className="button quiet"
      aria-disabled={!exists}
      onClick={() => exists && onTurn(to)}
    >
      {name}
    </button>
  )
}
