/** Browsers break no formula: one that is wider than its line stands as a block, and each block in a box that scrolls. */
import { h } from './dom'

const WIDE = 'data-wide'

/** Look at every formula again, as after a change of width. A formula itself has no role to give, so its box is what is reached. */
export function fitFormulas(root: HTMLElement): void {
  for (const formula of root.querySelectorAll(`math[${WIDE}]`)) {
    formula.removeAttribute(WIDE)
    formula.removeAttribute('display')
    formula.parentElement?.replaceWith(formula)
  }
  const wide = [...root.querySelectorAll('math:not([display])')].filter(
    (formula) => formula.getBoundingClientRect().width > widthOfLine(formula),
  )
  for (const formula of wide) {
    formula.setAttribute(WIDE, '')
    formula.setAttribute('display', 'block')
  }
  for (const formula of root.querySelectorAll('math[display="block"]')) {
    if (formula.parentElement?.classList.contains('formula')) continue
    const box = h('span', { class: 'scroller formula' })
    formula.replaceWith(box)
    box.append(formula)
  }
}

function widthOfLine(formula: Element): number {
  let line = formula.parentElement
  while (line && getComputedStyle(line).display.startsWith('inline')) line = line.parentElement
  return line?.clientWidth || Infinity
}
