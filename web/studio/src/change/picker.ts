/**
 * The script that lets a person pick an element of the app. It is put before the code of the app that
 * the preview shows, and nowhere else: what is stored, exported and published never holds it.
 *
 * The function is sent as its own source text, so it uses nothing from outside of itself.
 */
import type { PICK_CHARS, PickedElement } from '../../../bridge/protocol'

type Limits = { [name in keyof typeof PICK_CHARS]: number }

export function picker(version: number, limits: Limits): void {
  const ROLES: Record<string, string> = {
    a: 'link',
    button: 'button',
    h1: 'heading',
    h2: 'heading',
    h3: 'heading',
    h4: 'heading',
    img: 'img',
    input: 'textbox',
    li: 'listitem',
    main: 'main',
    nav: 'navigation',
    ol: 'list',
    option: 'option',
    output: 'status',
    p: 'paragraph',
    progress: 'progressbar',
    select: 'combobox',
    table: 'table',
    textarea: 'textbox',
    ul: 'list',
  }
  const INPUTS: Record<string, string> = {
    button: 'button',
    checkbox: 'checkbox',
    number: 'spinbutton',
    radio: 'radio',
    range: 'slider',
    reset: 'button',
    search: 'searchbox',
    submit: 'button',
  }
  const ABOVE = 'position:fixed;margin:0;border:0;padding:0;z-index:2147483647;overflow:visible;'
  const PLAIN = /^[\w.:-]{1,60}$/
  const NEVER = 'script, style, template, link, meta, title, noscript'

  let port: MessagePort | null = null
  let nonce = ''
  let current: Element | null = null
  const shield = document.createElement('div')
  const outline = document.createElement('div')
  document.currentScript?.remove()

  addEventListener('message', (event) => {
    const { data, source, ports } = event
    if (source !== parent || data?.praxeo !== version || data.type !== 'pick' || !ports[0]) return
    event.stopImmediatePropagation()
    end()
    port = ports[0]
    nonce = String(data.nonce)
    port.onmessage = (message) => message.data?.type === 'stop' && end()
    begin()
    say('ready')
  })

  function begin(): void {
    shield.style.cssText = `${ABOVE}inset:0;width:auto;height:auto;background:none;cursor:crosshair`
    outline.style.cssText = `${ABOVE}inset:auto;width:0;height:0;background:rgb(11 93 187/.12);pointer-events:none;outline:3px solid #0b5dbb;box-shadow:0 0 0 5px #fff`
    for (const layer of [shield, outline]) {
      layer.setAttribute('aria-hidden', 'true')
      document.documentElement.append(layer)
      if (typeof layer.showPopover === 'function') {
        layer.popover = 'manual' // above dialogs and whatever the app has on top
        layer.showPopover()
      }
    }
    addEventListener('keydown', onKey, true)
    addEventListener('scroll', draw, true)
    addEventListener('resize', draw)
    shield.addEventListener('pointermove', onMove)
    shield.addEventListener('click', onClick)
    focus()
  }

  function end(): void {
    removeEventListener('keydown', onKey, true)
    removeEventListener('scroll', draw, true)
    removeEventListener('resize', draw)
    shield.remove()
    outline.remove()
    current = null
    port?.close()
    port = null
  }

  function say(type: string, element?: PickedElement): void {
    port?.postMessage({ v: version, nonce, type, ...(element ? { element } : {}) })
  }

  function point(element: Element | null): void {
    if (!element || element === current) return
    current = element
    draw()
    say('pointed', told(element))
  }

  function draw(): void {
    if (!current) return
    const { left, top, width, height } = current.getBoundingClientRect()
    Object.assign(outline.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    })
  }

  function take(): void {
    if (current) say('picked', told(current))
    else say('cancelled')
    end()
  }

  function onMove({ clientX, clientY }: PointerEvent): void {
    point(under(clientX, clientY))
  }

  function onClick(event: MouseEvent): void {
    event.preventDefault()
    event.stopImmediatePropagation()
    point(under(event.clientX, event.clientY))
    take()
  }

  /** The element of the app at this point; the shield keeps the app from noticing. */
  function under(x: number, y: number): Element | null {
    shield.style.pointerEvents = 'none'
    const found = document.elementFromPoint(x, y)
    shield.style.pointerEvents = 'auto'
    return found === document.documentElement ? document.body : found
  }

  function onKey(event: KeyboardEvent): void {
    event.preventDefault()
    event.stopImmediatePropagation()
    const back = event.key === 'ArrowUp' || (event.key === 'Tab' && event.shiftKey)
    if (event.key === 'Escape') {
      say('cancelled')
      end()
    } else if (event.key === 'Enter' || event.key === ' ') take()
    else if (event.key === 'Tab' || event.key === 'ArrowDown' || back) go(back ? -1 : 1)
    else if (event.key === 'ArrowLeft' && current !== document.body)
      reach(current?.parentElement ?? null)
    else if (event.key === 'ArrowRight') reach([...(current?.children ?? [])].find(seen) ?? null)
  }

  /** The next or previous element in the order of the page. */
  function go(step: number): void {
    const all = [...document.body.querySelectorAll('*')].filter(seen)
    const at = current ? all.indexOf(current) : -1
    reach(all[at < 0 && step < 0 ? all.length - 1 : (at + step + all.length) % all.length] ?? null)
  }

  function reach(element: Element | null): void {
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    point(element)
  }

  function seen(element: Element): boolean {
    if (element.matches(NEVER)) return false
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden'
  }

  function told(element: Element): PickedElement {
    const made: PickedElement = {
      path: pathOf(element),
      text: words((element as HTMLElement).innerText ?? element.textContent),
      id: idOf(element),
      role: roleOf(element),
      name: nameOf(element),
      html: element.outerHTML,
    }
    for (const key of Object.keys(limits) as (keyof Limits)[]) {
      made[key] = made[key].slice(0, limits[key])
    }
    return made
  }

  function words(text: string | null | undefined): string {
    return (text ?? '').replace(/\s+/g, ' ').trim()
  }

  function roleOf(element: Element): string {
    const tag = element.localName
    const kind = tag === 'input' ? INPUTS[(element as HTMLInputElement).type] : ''
    return element.getAttribute('role') || kind || ROLES[tag] || ''
  }

  function nameOf(element: Element): string {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
    const { labels } = element as HTMLInputElement
    const texts = [
      ...by.map((id) => document.getElementById(id)?.textContent),
      element.getAttribute('aria-label'),
      ...[...(labels ?? [])].map((label) => label.textContent),
      element.getAttribute('alt'),
      element.getAttribute('title'),
      element.matches('a, button, h1, h2, h3, h4, summary, option') ? element.textContent : '',
    ]
    return texts.map(words).find(Boolean) ?? ''
  }

  /** Of the section, activity or exercise of a compiled app that it stands in. */
  function idOf(element: Element): string {
    const around = element.closest<HTMLElement>('[data-exercise], [data-activity], [data-section]')
    const { exercise, activity, section } = around?.dataset ?? {}
    return exercise ?? activity ?? section ?? ''
  }

  /** A selector that finds this element and no other, by names rather than by places where it can. */
  function pathOf(element: Element): string {
    let steps = ''
    for (let at: Element | null = element; at; at = at.parentElement) {
      const name = hookOf(at)
      const step = name || placeOf(at)
      const path = steps ? `${step} > ${steps}` : step
      if (path.length > limits.path) break // too deep to tell
      steps = path
      if (name || at === document.body) break
    }
    return steps
  }

  /** Its id or one of its data attributes, if nothing else has it. */
  function hookOf(element: Element): string {
    const names = [...element.attributes]
      .filter(({ name, value }) => name.startsWith('data-') && PLAIN.test(value))
      .map(({ name, value }) => `[${name}="${value}"]`)
    if (PLAIN.test(element.id)) names.unshift(`#${CSS.escape(element.id)}`)
    return names.find((name) => document.querySelectorAll(name).length === 1) ?? ''
  }

  function placeOf(element: Element): string {
    const alike = [...(element.parentElement?.children ?? [])].filter(
      (other) => other.localName === element.localName,
    )
    const place = alike.length > 1 ? `:nth-of-type(${alike.indexOf(element) + 1})` : ''
    return `${CSS.escape(element.localName)}${place}`
  }
}
