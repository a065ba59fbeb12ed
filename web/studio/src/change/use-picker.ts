/** Picking in the live preview, from the button to the element or to nothing. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { PROTOCOL_VERSION, type PickedElement, type Pick } from '../../../bridge/protocol'
import { labelOf, readPicker } from './picking'

const ASK_MS = 250 // until the first question is put again: the frame with the picker may be arriving
const ASKED_MAX = 6 // each time with twice the wait: some 16 seconds until it is said that none answers
const POINTED_MS = 200 // between two things that are said aloud

export type Picking = {
  state: 'off' | 'on' | 'silent'
  /** What is pointed at. */
  label: string
  start: () => void
  stop: () => void
}

/** `stage` holds the frame that is shown; only what that very frame's port says is listened to. */
export function usePicker(
  stage: RefObject<HTMLElement | null>,
  onEnd: (element: PickedElement | null) => void,
): Picking {
  const [state, setState] = useState<Picking['state']>('off')
  const [label, setLabel] = useState('')
  const open = useRef<{ port: MessagePort; timer: number } | null>(null)
  const ended = useRef(onEnd)
  ended.current = onEnd

  const close = useCallback(() => {
    if (!open.current) return
    clearTimeout(open.current.timer)
    open.current.port.postMessage({ v: PROTOCOL_VERSION, type: 'stop' })
    open.current.port.close()
    open.current = null
    setLabel('')
  }, [])

  const stop = useCallback(() => {
    if (!open.current) return
    close()
    setState('off')
    ended.current(null)
  }, [close])

  const ask = useCallback(
    (asked: number) => {
      close()
      if (asked === ASKED_MAX) return setState('silent')
      const nonce = crypto.randomUUID()
      const { port1: port, port2 } = new MessageChannel()
      const timer = window.setTimeout(() => ask(asked + 1), ASK_MS * 2 ** asked)
      open.current = { port, timer }
      let latest = ''
      let soon = 0
      port.onmessage = ({ data }) => {
        const message = readPicker(data, nonce)
        if (!message || open.current?.port !== port) return
        if (message.type === 'ready') {
          clearTimeout(timer)
          setState('on')
        } else if (message.type === 'pointed') {
          latest = labelOf(message.element)
          soon ||= window.setTimeout(() => {
            soon = 0
            if (open.current?.port === port) setLabel(latest)
          }, POINTED_MS)
        } else {
          close()
          setState('off')
          ended.current(message.type === 'picked' ? message.element : null)
        }
      }
      const frame = stage.current?.querySelector<HTMLIFrameElement>('iframe:not(.arriving)')
      const pick: Pick = { praxeo: PROTOCOL_VERSION, type: 'pick', nonce }
      // The frame's origin is opaque, so no target can be named; the port goes to this window only.
      frame?.contentWindow?.postMessage(pick, '*', [port2])
      frame?.focus()
    },
    [stage, close],
  )
  const start = useCallback(() => {
    setState('off')
    ask(0)
  }, [ask])

  useEffect(() => {
    if (state !== 'on') return
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && stop()
    window.addEventListener('keydown', escape)
    return () => window.removeEventListener('keydown', escape)
  }, [state, stop])
  useEffect(() => close, [close])

  return { state, label, start, stop }
}
