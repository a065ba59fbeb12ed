/** One block of a source as it reads: heading, paragraph, list item, table or code. */
import { useLayoutEffect, useRef } from 'react'
import type { Block, Given } from '../api/inputs'
import { FigureView } from './figure-view'

type Props = { given: Given; block: Block; marked?: boolean }

export function BlockText({ given, block, marked = false }: Props) {
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (marked) host.current?.scrollIntoView({ block: 'center' })
  }, [marked, block.id])
  const look = `block-text ${block.kind}${marked ? ' marked' : ''}`
  if (block.kind === 'code' || block.kind === 'table') {
    return (
      <div className={look} ref={host}>
        <pre tabIndex={0}>{block.text}</pre>
      </div>
    )
  }
  if (block.kind === 'figure') {
    return (
      <div className={look} ref={host}>
        <FigureView given={given} block={block} />
      </div>
    )
  }
  return (
    <div className={look} ref={host}>
      {block.kind === 'list_item' && `${block.number || '•'} `}
      {block.text}
    </div>
  )
}
