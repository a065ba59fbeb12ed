/** Elements in one line each; the only module that turns a string into markup. */

type Child = Node | string | null | undefined | false
type Value = string | number | boolean | null | undefined | ((event: never) => void)
export type Attributes = Record<string, Value>

/** An element. `on…` attributes are listeners; true sets an empty attribute, false and null none. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value as unknown as EventListener)
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value))
    }
  }
  element.append(...present(children))
  return element
}

export function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => Boolean(child))
}

/** An element with markup that the compiler has sanitised (`html` and `prose` of the payload). */
export function withMarkup<E extends Element>(element: E, sanitised: string): E {
  // eslint-disable-next-line no-restricted-properties
  element.innerHTML = sanitised
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

export function svg(tag: string, attributes: Record<string, string | number>, ...children: Node[]) {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  element.append(...children)
  return element
}

const ICONS = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6.5 6.5l11 11m0-11l-11 11',
  up: 'M12 19V5m-6 6l6-6 6 6',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  down: 'M12 5v14m-6-6l6 6 6-6',
  next: 'M5 12h14m-6-6l6 6-6 6',
  back: 'M19 12H5m6-6l-6 6 6 6',
  quote: 'M4 6h16M4 12h16M4 18h9',
  book: 'M12 6.5C10 5 7 4.500 4 5v13c3-.5 6 0 8 1.500 2-1.500 5-2 8-1.500V5c-3-.5-6 0-8 1.500zm0 0V19.500',
  repeat:
    'M4 11a8 8 0 0 1 14-4.500L20 8.500M20 4v4.500h-4.500M20 13a8 8 0 0 1-14 4.500L4 15.500M4 20v-4.500h4.500',
  contrast:
    'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17zM12 3.500v17M12 7.500l6-1.500M12 11.500h8.200M12 15.500h7.500',
  home: 'M4 11l8-7 8 7M6 9.500V20h12V9.500',
  page: 'M6 3.500h12v17H6zM9 8h6M9 12h6M9 16h3',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
} as const

/** A line icon that says nothing to a screen reader; words stand beside it. */
export function icon(name: keyof typeof ICONS): SVGElement {
  return svg(
    'svg',
    { viewBox: '0 0 24 24', class: `icon icon-${name}`, 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: ICONS[name] }),
  ) as SVGElement
}
