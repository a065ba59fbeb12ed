/** Browsers break no formula: one that is wider than its line stands as a block, which scrolls in itself. */

const WIDE = 'data-wide'

/** Look at every formula within its line again, as after a change of width. */
export function fitFormulas(root: HTMLElement): void {
  for (const formula of root.querySelectorAll(`math[${WIDE}]`)) {
    formula.removeAttribute(WIDE)
    formula.removeAttribute('display')
  }
  const wide = [...root.querySelectorAll('math:not([display])')].filter(
    (formula) => formula.getBoundingClientRect().width > widthOfLine(formula),
  )
  for (const formula of wide) {
    formula.setAttribute(WIDE, '')
    formula.setAttribute('display', 'block')
  }
  for (const formula of root.querySelectorAll('math[display]')) {
    // What scrolls is reached by the keyboard; a role or a label would hide the parts of the formula.
    if (formula.scrollWidth > formula.clientWidth) formula.setAttribute('tabindex', '0')
    else formula.removeAttribute('tabindex')
  }
}

function widthOfLine(formula: Element): number {
  let line = formula.parentElement
  while (line && getComputedStyle(line).display.startsWith('inline')) line = line.parentElement
  return line?.clientWidth || Infinity
}
