/** Opens a reference at its place: the page of the PDF with its box marked, or its surroundings. */
import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { readExtraction, type Block } from '../api/inputs'
import { type Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { BlockText } from './block-view'
import { PageView } from './page-view'
import { around, placeOf, writeReference, type Reference } from './references'
import { useParts } from './use-parts'
import './evidence.css'

const CONTEXT_BLOCKS = 6 // before and after

type Props = { example: Example; reference: Reference; onClose: () => void }

export function EvidenceDialog({ example, reference, onClose }: Props) {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const source = useQuery({
    queryKey: ['extraction', example.input_id],
    queryFn: () => readExtraction(example),
    staleTime: Infinity,
  })
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const block = source.data?.blocks.find(({ id }) => id === reference.block)
  return (
    <dialog
      ref={dialog}
      className="evidence"
      aria-label={t('evidence.title')}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div className="stack">
        {source.error && <Failure error={source.error} onRetry={() => void source.refetch()} />}
        {source.isPending && (
          <>
            <p className="evidence-head">
              <code>{writeReference(reference)}</code>
            </p>
            <div className="evidence-place waiting">
              <Loading />
            </div>
          </>
        )}
        {source.data && !block && (
          <Notice tone="warn">
            {t('evidence.missing', { reference: writeReference(reference) })}
          </Notice>
        )}
        {source.data && block && (
          <Place
            example={example}
            blocks={source.data.blocks}
            block={block}
            reference={reference}
          />
        )}
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

type PlaceProps = { example: Example; blocks: Block[]; block: Block; reference: Reference }

function Place({ example, blocks, block, reference }: PlaceProps) {
  const t = useTranslate()
  const parts = useParts(example, reference.block)
  const { page, box } = block.locator
  const quote =
    reference.part === null ? block.text : (parts.data?.[reference.part - 1] ?? block.text)
  const [shown, setShown] = useState(page ?? 0)
  const pages = blocks.reduce((most, { locator }) => Math.max(most, locator.page ?? 0), 0)
  return (
    <>
      <header className="evidence-head">
        <p className="row">
          <code>{writeReference(reference)}</code>
          <span className="soft">{placeOf(block, t)}</span>
        </p>
        <blockquote>{quote}</blockquote>
      </header>
      {page ? (
        <>
          <div className="evidence-place" tabIndex={0} role="region" aria-label={placeOf(block, t)}>
            <PageView
              inputId={example.input_id}
              page={shown}
              boxes={shown === page && box ? [box] : []}
              description={shown === page ? quote : ''}
            />
          </div>
          <nav className="row" aria-label={t('evidence.pages')}>
            <button
              type="button"
              className="button quiet"
              aria-disabled={shown <= 1}
              onClick={() => shown > 1 && setShown(shown - 1)}
            >
              {t('evidence.before')}
            </button>
            <span role="status">{t('evidence.page', { page: shown })}</span>
            <button
              type="button"
              className="button quiet"
              aria-disabled={shown >= pages}
              onClick={() => shown < pages && setShown(shown + 1)}
            >
              {t('evidence.after')}
            </button>
          </nav>
        </>
      ) : (
        <div
          className="evidence-place blocks"
          tabIndex={0}
          role="region"
          aria-label={t('evidence.around')}
        >
          {around(blocks, block.id, CONTEXT_BLOCKS).map((near) => (
            <BlockText key={near.id} block={near} marked={near.id === block.id} />
          ))}
        </div>
      )}
    </>
  )
}
