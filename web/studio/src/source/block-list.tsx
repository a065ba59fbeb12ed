/** The blocks of a source with their places and what was made from each; only those in sight exist. */
import {
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type Ref,
  type RefObject,
} from 'react'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import type { Block, Given, ReadSource } from '../api/inputs'
import type { Example } from '../api/examples'
import { FigureView } from '../evidence/figure-view'
import { placeOf, sourceOf } from '../evidence/references'
import { useTranslate } from '../i18n'
import { BlockTable, WithFormulas } from './block-words'
import { DoubtfulMark, RecognisedMark } from './ocr-mark'
import { MadeItems } from './made-items'
import type { Item } from './origins'

const USUAL_PX = 96

export type BlockListHandle = { goTo: (page: number) => void }
type Props = {
  blocks: Block[]
  sources: ReadSource[]
  items: ReadonlyMap<string, Item[]>
  example: Example
  language: string
  handle: Ref<BlockListHandle>
  onOpen: (block: Block) => void
}

export function BlockList(props: Props) {
  const { blocks, items, language, handle } = props
  const list = useRef<HTMLUListElement>(null)
  const { rows, top } = useRowsInSight(list, blocks)
  useImperativeHandle(handle, () => ({
    goTo: (page) => {
      const index = blocks.findIndex((block) => (block.locator.page ?? 0) >= page)
      if (index >= 0) rows.scrollToIndex(index, { align: 'start' })
    },
  }))
  return (
    <ul
      ref={list}
      role="list"
      className="source-blocks"
      lang={language || undefined}
      style={{ blockSize: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map((row) => {
        const block = blocks[row.index]
        if (!block) return null
        return (
          <li
            key={row.key}
            ref={rows.measureElement}
            data-index={row.index}
            aria-setsize={blocks.length}
            aria-posinset={row.index + 1}
            style={{ transform: `translateY(${row.start - top}px)` }}
          >
            <BlockRow {...props} block={block} items={items.get(block.id) ?? []} />
          </li>
        )
      })}
    </ul>
  )
}

/** Which rows are in sight; `top` is where the list begins on the page. */
function useRowsInSight(list: RefObject<HTMLUListElement | null>, blocks: Block[]) {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect()
    setTop(box ? box.top + window.scrollY : 0)
  }, [list, blocks.length])
  // The same function as long as the list is the same: another one has all places reckoned anew.
  const keyOf = useCallback((index: number) => blocks[index]?.id ?? index, [blocks])
  const rows = useWindowVirtualizer({
    count: blocks.length,
    estimateSize: () => USUAL_PX,
    overscan: 8,
    scrollMargin: top,
    getItemKey: keyOf,
  })
  return { rows, top }
}

type RowProps = Pick<Props, 'example' | 'sources' | 'onOpen'> & {
  block: Block
  items: Item[]
}

function BlockRow({ block, sources, items, example, onOpen }: RowProps) {
  const t = useTranslate()
  const title = sources.length > 1 ? sourceOf(block, sources)?.title : ''
  const place = [title, placeOf(block, t)].filter(Boolean).join(', ')
  return (
    <article className="source-block">
      <BlockWords given={example} block={block} />
      <div className="source-where">
        <button
          type="button"
          className="button quiet source-place"
          aria-label={t('source.open', { block: [place, block.id].filter(Boolean).join(' ') })}
          onClick={() => onOpen(block)}
        >
          {place} <code>{block.id}</code>
        </button>
        <RecognisedMark block={block} />
      </div>
      <DoubtfulMark block={block} />
      {items.length > 0 && <MadeItems {...{ example, block, items }} />}
    </article>
  )
}

function BlockWords({ given, block }: { given: Given; block: Block }) {
  switch (block.kind) {
    case 'figure':
      return <FigureView given={given} block={block} />
    case 'heading':
      return (
        <h3>
          <WithFormulas block={block} />
        </h3>
      )
    case 'table':
      if (block.cells?.length) return <BlockTable cells={block.cells} />
      return <pre tabIndex={0}>{block.text}</pre>
    case 'code':
      return (
        <pre tabIndex={0} data-language={block.language}>
          {block.text}
        </pre>
      )
    case 'list_item':
      return (
        <p>
          {block.number || '•'} <WithFormulas block={block} />
        </p>
      )
    default:
      return (
        <p className={block.kind === 'caption' ? 'soft' : undefined}>
          <WithFormulas block={block} />
        </p>
      )
  }
}
