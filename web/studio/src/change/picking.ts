/** The studio's end of picking: puts the picker into the previewed app and judges what comes back. */
import {
  asRecord,
  PICK_CHARS,
  PROTOCOL_VERSION,
  type FromPicker,
  type PickedElement,
} from '../../../bridge/protocol'
import { ElementTeller } from './element-teller'
import { Picker } from './picker'

const DOCTYPE = /^\s*(?:<!--[\s\S]*?-->\s*)*<!doctype[^>]*>/i
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const NAMES = Object.keys(PICK_CHARS) as (keyof typeof PICK_CHARS)[]

/** The picker as a script that stands on its own feet: both classes as their own source text. */
export function pickerScript(): string {
  const teller = `new (${ElementTeller.toString()})(${JSON.stringify(PICK_CHARS)})`
  return `new (${Picker.toString()})(${PROTOCOL_VERSION},${teller})`
}

/** The app with the picker before everything else of it, so that none of it can come first. */
export function withPicker(html: string): string {
  const script = `<script>${pickerScript()}</script>`
  const head = DOCTYPE.exec(html)?.[0] ?? ''
  return `${head}${script}${html.slice(head.length)}`
}

/** A message of the picker, or null for anything else: the frame can send what it likes. */
export function readPicker(data: unknown, nonce: string): FromPicker | null {
  const message = asRecord(data)
  if (message?.['v'] !== PROTOCOL_VERSION || message['nonce'] !== nonce) return null
  const { type } = message
  if (type === 'ready' || type === 'cancelled') return { v: PROTOCOL_VERSION, nonce, type }
  if (type !== 'pointed' && type !== 'picked') return null
  const element = readElement(message['element'])
  return element && { v: PROTOCOL_VERSION, nonce, type, element }
}

/** The element if every part of it is a text within its limit, without halves of characters. */
function readElement(data: unknown): PickedElement | null {
  const given = asRecord(data)
  if (!given) return null
  const made: Partial<PickedElement> = {}
  for (const name of NAMES) {
    const value = given[name]
    if (typeof value !== 'string' || value.length > PICK_CHARS[name]) return null
    made[name] = value.replace(HALF, '')
  }
  return made as PickedElement
}

/** What a person calls the element: its role and its name, else what stands in it. */
export function labelOf(element: PickedElement): string {
  const name = element.name || element.text
  const short = name.length > 60 ? `${name.slice(0, 59)}…` : name
  const kind = element.role || /^<([a-z][\w-]*)/i.exec(element.html)?.[1] || ''
  return short ? `${kind} “${short}”`.trim() : kind || element.path
}
