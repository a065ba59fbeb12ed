/** The app beside its editor: the saved one, or that of the draft, at the width of a real device. */
import { useEffect, useRef, useState } from 'react'
import { previewAddress } from '../api/code-snippets'
import { draftAddress } from '../api/drafts'
import { type Example } from '../api/examples'
import { useTranslate } from '../i18n'
import type { Kind } from './use-draft'
import './live-preview.css'

export const WIDTHS = { phone: 390, tablet: 820, desktop: 1280 } as const
export type Size = keyof typeof WIDTHS
export type Draft = { kind: Kind; text: string }

type Props = {
  example: Example
  /** What to show in the place of the saved app: a draft without faults. */
  draft: Draft | null
  size: Size
  /** What of the app to show first: the id of a section, '' for the start. */
  place: string
  /** A frame has come to the front. */
  onShown?: (frame: HTMLIFrameElement) => void
}

const SANDBOX = 'allow-scripts'

export function LivePreview({ example, draft, size, place, onShown }: Props) {
  const t = useTranslate()
  const host = useRef<HTMLDivElement>(null)
  const scale = useScale(host, WIDTHS[size])
  const title = t('edit.preview')
  const saved = previewAddress(example)
  const address = draft ? draftAddress(example, draft.kind) : saved
  const text = draft?.text ?? null
  const told = useRef(onShown)
  told.current = onShown

  // A new frame for every version: it comes to the front when it is there, so that nothing
  // flashes, and leaves no entries in the browser's history.
  useEffect(() => {
    const stage = host.current
    const shown = (frame: HTMLIFrameElement) => told.current?.(frame)
    const hash = place && `#${place}`
    return stage ? arrive(stage, { title, address: `${address}${hash}`, text, shown }) : undefined
  }, [address, text, place, title])

  return (
    <div
      className="stage"
      dir="ltr"
      ref={host}
      data-size={size}
      style={{ '--device': `${WIDTHS[size]}px`, '--scale': scale } as React.CSSProperties}
    />
  )
}

type Arrival = {
  title: string
  address: string
  text: string | null
  shown: (frame: HTMLIFrameElement) => void
}

/** Have a frame take the place of those before it once its page is there; gives what calls it off. */
function arrive(stage: HTMLElement, { title, address, text, shown }: Arrival): () => void {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.name = `preview-${crypto.randomUUID()}`
  frame.setAttribute('sandbox', SANDBOX)
  frame.className = 'arriving'
  let sent = text === null
  frame.addEventListener('load', () => {
    if (!sent) return // its first, empty page
    for (const other of stage.querySelectorAll('iframe')) if (other !== frame) other.remove()
    frame.className = ''
    stage.dataset.shown = String(performance.now())
    shown(frame)
  })
  if (text === null) frame.src = address
  stage.append(frame)
  if (text !== null) {
    sent = true
    sendInto(frame.name, address, text)
  }
  return () => {
    // Another one is on its way: this one may go, unless it is all that there is to see.
    if (frame.className === 'arriving') frame.remove()
  }
}

/** Post a text into a frame by its name: the answer's own policy holds there, not this page's. */
function sendInto(frame: string, address: string, text: string): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = address
  form.target = frame
  form.acceptCharset = 'utf-8'
  form.hidden = true
  const field = document.createElement('textarea')
  field.name = 'text'
  field.value = text
  form.append(field)
  document.body.append(form)
  form.submit()
  form.remove()
}

/** How much a device of this width has to shrink to fit into the element. */
function useScale(host: React.RefObject<HTMLDivElement | null>, device: number): number {
  const [width, setWidth] = useState(device)
  useEffect(() => {
    const element = host.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    watch.observe(element)
    return () => watch.disconnect()
  }, [host])
  return Math.min(1, width / device || 1)
}
