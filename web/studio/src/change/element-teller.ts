/**
 * What an element of an app is called, for a person and for a model.
 *
 * The class is sent into the frame of the preview as its own source text, so it uses nothing from outside
 * of itself, not even its own name.
 */
import type { PICK_CHARS, PickedElement } from '../../../bridge/protocol'

export type Limits = { [name in keyof typeof PICK_CHARS]: number }

export class ElementTeller {
  private readonly roles: Record<string, string> = {
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
  private readonly inputs: Record<string, string> = {
    button: 'button',
    checkbox: 'checkbox',
    number: 'spinbutton',
    radio: 'radio',
    range: 'slider',
    reset: 'button',
    search: 'searchbox',
    submit: 'button',
  }
  private readonly plain = /^[\w.:-]{1,60}$/

  constructor(private readonly limits: Limits) {}

  told(element: Element): PickedElement {
    const made: PickedElement = {
      path: this.pathOf(element),
      text: this.words((element as HTMLElement).innerText ?? element.textContent),
      id: this.idOf(element),
      role: this.roleOf(element),
      name: this.nameOf(element),
      html: element.outerHTML,
    }
    for (const key of Object.keys(this.limits) as (keyof Limits)[]) {
      made[key] = made[key].slice(0, this.limits[key])
    }
    return made
  }

  private words(text: string | null | undefined): string {
    return (text ?? '').replace(/\s+/g, ' ').trim()
  }

  private roleOf(element: Element): string {
    const tag = element.localName
    const kind = tag === 'input' ? this.inputs[(element as HTMLInputElement).type] : ''
    return element.getAttribute('role') || kind || this.roles[tag] || ''
  }

  private nameOf(element: Element): string {
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
    return texts.map((text) => this.words(text)).find(Boolean) ?? ''
  }

  /** Of the section, activity or exercise of a compiled app that it stands in. */
  private idOf(element: Element): string {
    const around = element.closest<HTMLElement>('[data-exercise], [data-activity], [data-section]')
    const { exercise, activity, section } = around?.dataset ?? {}
    return exercise ?? activity ?? section ?? ''
  }

  /** A selector that finds this element and no other, by names rather than by places where it can. */
  private pathOf(element: Element): string {
    let steps = ''
    for (let at: Element | null = element; at; at = at.parentElement) {
      const name = this.hookOf(at)
      const step = name || this.placeOf(at)
      const path = steps ? `${step} > ${steps}` : step
      if (path.length > this.limits.path) break // too deep to tell
      steps = path
      if (name || at === document.body) break
    }
    return steps
  }

  /** Its id or one of its data attributes, if nothing else has it. */
  private hookOf(element: Element): string {
    const names = [...element.attributes]
      .filter(({ name, value }) => name.startsWith('data-') && this.plain.test(value))
      .map(({ name, value }) => `[${name}="${value}"]`)
    if (this.plain.test(element.id)) names.unshift(`#${CSS.escape(element.id)}`)
    return names.find((name) => document.querySelectorAll(name).length === 1) ?? ''
  }

  private placeOf(element: Element): string {
    const alike = [...(element.parentElement?.children ?? [])].filter(
      (other) => other.localName === element.localName,
    )
    const place = alike.length > 1 ? `:nth-of-type(${alike.indexOf(element) + 1})` : ''
    return `${CSS.escape(element.localName)}${place}`
  }
}
