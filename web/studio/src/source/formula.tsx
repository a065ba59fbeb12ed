/** A formula of a source: its MathML made anew by a list, since what is stored may come from another library. */
import { useCallback } from 'react'

const MATHML = 'http://www.w3.org/1998/Math/MathML'
const ELEMENTS = new Set(
  (
    'math mrow mi mn mo ms mtext mfrac msqrt mroot msub msup msubsup munder mover munderover ' +
    'mmultiscripts mprescripts mtable mtr mtd mspace mpadded mphantom mstyle'
  ).split(' '),
)
const ATTRIBUTES = new Set(
  (
    'display stretchy form fence separator largeop movablelimits symmetric minsize maxsize lspace rspace ' +
    'linethickness accent accentunder columnspan rowspan width height depth voffset displaystyle scriptlevel mathvariant'
  ).split(' '),
)
const DEEPEST = 100

export function Formula({ mathml, words }: { mathml: string; words: string }) {
  const fill = useCallback(
    (place: HTMLSpanElement | null) => place?.replaceChildren(drawn(mathml) ?? words),
    [mathml, words],
  )
  return <span className="source-formula" ref={fill} />
}

/** The formula as elements; null where it is none. */
export function drawn(mathml: string): Element | null {
  if (mathml.includes('<!')) return null
  const root = new DOMParser().parseFromString(mathml, 'text/xml').documentElement
  return root.localName === 'math' ? anew(root, 0) : null
}

function anew(element: Element, depth: number): Element | null {
  if (!ELEMENTS.has(element.localName) || depth > DEEPEST) return null
  const made = document.createElementNS(MATHML, element.localName)
  for (const { name, value } of element.attributes) {
    if (ATTRIBUTES.has(name)) made.setAttribute(name, value)
  }
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) made.append(child.textContent ?? '')
    else if (child instanceof Element) made.append(anew(child, depth + 1) ?? '')
  }
  return made
}
