/** One block of a source as it reads: heading, paragraph, list item, table or code. */
import { useLayoutEffect, useRef } from 'react'
import type { Block } from '../api/inputs'

export function BlockText({ block, marked = false }: { block: Block; marked?: boolean }) {
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
  return (
    <div className={look} ref={host}>
      {block.kind === 'list_item' && `${block.number || '•'} `}
      {block.text}
    </div>
  )
}
