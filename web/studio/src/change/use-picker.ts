/** Picking in the live preview, from the button to the element or to nothing. */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { PickedElement } from '../../../bridge/protocol'
import { Asking } from './asking'

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
  const open = useRef<Asking | null>(null)
  const ended = useRef(onEnd)
  ended.current = onEnd
  const close = useCallback(() => {
    open.current?.close()
    open.current = null
    setLabel('')
  }, [])
  const stop = useCallback(() => {
    if (!open.current) return
    close()
    setState('off')
    ended.current(null)
  }, [close])
  const start = useCallback(() => {
    close()
    setState('off')
    const end = (next: Picking['state'], element: PickedElement | null) => {
      close()
      setState(next)
      if (next === 'off') ended.current(element)
    }
    open.current = new Asking(stage, {
      ready: () => setState('on'),
      pointed: setLabel,
      silent: () => end('silent', null),
      ended: (element) => end('off', element),
    })
  }, [stage, close])

  useStopByEscape(state === 'on', stop)
  useEffect(() => close, [close])
  return { state, label, start, stop }
}

function useStopByEscape(on: boolean, stop: () => void): void {
  useEffect(() => {
    if (!on) return
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && stop()
    window.addEventListener('keydown', escape)
    return () => window.removeEventListener('keydown', escape)
  }, [on, stop])
}
