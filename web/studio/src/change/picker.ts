/**
 * Lets a person pick an element of the app. It is put before the code of the app that the preview shows,
 * and nowhere else: what is stored, exported and published never holds it.
 *
 * The class is sent as its own source text, so it uses nothing from outside of itself, not even its own
 * name; what elements are called it is given.
 */
import type { PickedElement } from '../../../bridge/protocol'
import type { ElementTeller } from './element-teller'

export class Picker {
  private readonly above =
    'position:fixed;margin:0;border:0;padding:0;z-index:2147483647;overflow:visible;'
  private readonly never = 'script, style, template, link, meta, title, noscript'
  private readonly shield = document.createElement('div')
  private readonly outline = document.createElement('div')
  private port: MessagePort | null = null
  private nonce = ''
  private current: Element | null = null

  constructor(
    private readonly version: number,
    private readonly teller: ElementTeller,
  ) {
    this.shield.style.cssText = `${this.above}inset:0;width:auto;height:auto;background:none;cursor:crosshair`
    this.outline.style.cssText = `${this.above}inset:auto;width:0;height:0;background:rgb(11 93 187/.12);pointer-events:none;outline:3px solid #0b5dbb;box-shadow:0 0 0 5px #fff`
    this.shield.addEventListener('pointermove', this.onMove)
    this.shield.addEventListener('click', this.onClick)
    document.currentScript?.remove()
    addEventListener('message', this.onMessage)
  }

  private readonly onMessage = (event: MessageEvent): void => {
    const { data, source, ports } = event
    const [port] = ports
    if (source !== parent || data?.praxeo !== this.version || data.type !== 'pick' || !port) return
    event.stopImmediatePropagation()
    this.end()
    this.port = port
    this.nonce = String(data.nonce)
    port.onmessage = (message) => message.data?.type === 'stop' && this.end()
    this.begin()
    this.say('ready')
  }

  private begin(): void {
    for (const layer of [this.shield, this.outline]) {
      layer.setAttribute('aria-hidden', 'true')
      document.documentElement.append(layer)
      if (typeof layer.showPopover === 'function') {
        layer.popover = 'manual' // above dialogs and whatever the app has on top
        layer.showPopover()
      }
    }
    addEventListener('keydown', this.onKey, true)
    addEventListener('scroll', this.draw, true)
    addEventListener('resize', this.draw)
    focus()
  }

  private end(): void {
    removeEventListener('keydown', this.onKey, true)
    removeEventListener('scroll', this.draw, true)
    removeEventListener('resize', this.draw)
    this.shield.remove()
    this.outline.remove()
    this.outline.style.width = this.outline.style.height = '0'
    this.current = null
    this.port?.close()
    this.port = null
  }

  private say(type: string, element?: PickedElement): void {
    const { version: v, nonce } = this
    this.port?.postMessage({ v, nonce, type, ...(element ? { element } : {}) })
  }

  private point(element: Element | null): void {
    if (!element || element === this.current) return
    this.current = element
    this.draw()
    this.say('pointed', this.teller.told(element))
  }

  private readonly draw = (): void => {
    if (!this.current) return
    const { left, top, width, height } = this.current.getBoundingClientRect()
    Object.assign(this.outline.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    })
  }

  private take(): void {
    if (this.current) this.say('picked', this.teller.told(this.current))
    else this.say('cancelled')
    this.end()
  }

  private readonly onMove = ({ clientX, clientY }: PointerEvent): void =>
    this.point(this.under(clientX, clientY))

  private readonly onClick = (event: MouseEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    this.point(this.under(event.clientX, event.clientY))
    this.take()
  }

  /** The element of the app at this point; the shield keeps the app from noticing. */
  private under(x: number, y: number): Element | null {
    this.shield.style.pointerEvents = 'none'
    const found = document.elementFromPoint(x, y)
    this.shield.style.pointerEvents = 'auto'
    return found === document.documentElement ? document.body : found
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    const { current } = this
    const back = event.key === 'ArrowUp' || (event.key === 'Tab' && event.shiftKey)
    if (event.key === 'Escape') {
      this.say('cancelled')
      this.end()
    } else if (event.key === 'Enter' || event.key === ' ') this.take()
    else if (event.key === 'Tab' || event.key === 'ArrowDown' || back) this.go(back ? -1 : 1)
    else if (event.key === 'ArrowLeft' && current !== document.body)
      this.reach(current?.parentElement ?? null)
    else if (event.key === 'ArrowRight')
      this.reach([...(current?.children ?? [])].find((child) => this.seen(child)) ?? null)
  }

  /** The next or previous element in the order of the page. */
  private go(step: number): void {
    const all = [...document.body.querySelectorAll('*')].filter((element) => this.seen(element))
    const at = this.current ? all.indexOf(this.current) : -1
    const next = at < 0 && step < 0 ? all.length - 1 : (at + step + all.length) % all.length
    this.reach(all[next] ?? null)
  }

  private reach(element: Element | null): void {
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    this.point(element)
  }

  private seen(element: Element): boolean {
    if (element.matches(this.never)) return false
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden'
  }
}
