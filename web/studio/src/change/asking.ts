/** Asks the picker in the shown frame until it answers, and hands on what it says. */
import type { RefObject } from 'react'
import { PROTOCOL_VERSION, type PickedElement, type Pick } from '../../../bridge/protocol'
import { labelOf, readPicker } from './picking'

const ASK_MS = 250 // until the first question is put again: the frame with the picker may be arriving
const ASKED_MAX = 6 // each time with twice the wait: some 16 seconds until it is said that none answers
const POINTED_MS = 200 // between two things that are said aloud

type Told = {
  ready: () => void
  pointed: (label: string) => void
  silent: () => void
  ended: (element: PickedElement | null) => void
}

export class Asking {
  private port: MessagePort | null = null
  private again = 0
  private soon = 0
  private latest = ''

  constructor(
    private readonly stage: RefObject<HTMLElement | null>,
    private readonly told: Told,
  ) {
    this.ask(0)
  }

  close(): void {
    clearTimeout(this.again)
    clearTimeout(this.soon)
    this.soon = 0
    this.port?.postMessage({ v: PROTOCOL_VERSION, type: 'stop' })
    this.port?.close()
    this.port = null
  }

  private ask(asked: number): void {
    this.close()
    if (asked === ASKED_MAX) return this.told.silent()
    const nonce = crypto.randomUUID()
    const { port1: port, port2 } = new MessageChannel()
    this.port = port
    this.again = window.setTimeout(() => this.ask(asked + 1), ASK_MS * 2 ** asked)
    port.onmessage = ({ data }) => this.port === port && this.hear(data, nonce)
    const frame = this.stage.current?.querySelector<HTMLIFrameElement>('iframe:not(.arriving)')
    const pick: Pick = { praxeo: PROTOCOL_VERSION, type: 'pick', nonce }
    // The frame's origin is opaque, so no target can be named; the port goes to this window only.
    frame?.contentWindow?.postMessage(pick, '*', [port2])
    frame?.focus()
  }

  private hear(data: unknown, nonce: string): void {
    const message = readPicker(data, nonce)
    if (message?.type === 'ready') {
      clearTimeout(this.again)
      this.told.ready()
    } else if (message?.type === 'pointed') this.point(labelOf(message.element))
    else if (message) this.told.ended(message.type === 'picked' ? message.element : null)
  }

  private point(label: string): void {
    this.latest = label
    this.soon ||= window.setTimeout(() => {
      this.soon = 0
      this.told.pointed(this.latest)
    }, POINTED_MS)
  }
}
