/** The source's own words as a page to read: headings, paragraphs, lists, tables, code. */
import type { App } from './app'
import { h, withMarkup } from './dom'
import { fitFormulas } from './formula_width'
import { figureElement, followFigureLinks } from './figure'
import { plainText, type Cell, type ReadingBlock } from './payload'

const FIRST_LEVEL = 2
const LAST_LEVEL = 6

/** The blocks in order; headings start under the view's h1 and never skip a level. */
export function readingOf(
  app: App,
  blocks: readonly ReadingBlock[],
  title: string,
  above = FIRST_LEVEL - 1,
): HTMLElement {
  const root = h('div', { class: 'reading' })
  followFigureLinks(app, root)
  const depths: number[] = []
  const lists: HTMLElement[] = []
  let label = ''
  let heading = title
  for (const block of blocks) {
    const element = block.kind === 'list_item' ? listItem(root, lists, block) : null
    if (!element) lists.length = 0
    const shown = element ?? blockElement(app, block, depths, above)
    shown.id = block.id
    if (block.kind === 'heading') heading = plainText(block.html)
    // Not in a heading, whose name it would become part of; the next block takes it.
    else if (block.label && block.label !== label) {
      label = block.label
      // Where there are no pages, places are named by their headings; one name is enough.
      if (label !== heading) shown.prepend(placeMark(label))
    }
    if (!element) root.append(shown)
  }
  return root
}

/** Own prose; its headings are brought under the view's h1 as well, and marked sentences get their note. */
export function proseOf(app: App, sanitised: string, above = FIRST_LEVEL - 1): HTMLElement {
  const root = withMarkup(h('div', { class: 'reading prose' }), sanitised)
  for (const note of root.querySelectorAll('[data-unsupported]')) {
    note.setAttribute('lang', app.spoken)
    note.textContent = app.say.unsupported
  }
  const depths: number[] = []
  for (const old of [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')]) {
    const heading = headingElement(Number(old.tagName.slice(1)), depths, above)
    heading.append(...old.childNodes)
    old.replaceWith(heading)
  }
  for (const table of [...root.querySelectorAll('table')]) {
    const wrap = scroller()
    table.replaceWith(wrap)
    wrap.append(table)
  }
  return root
}

function blockElement(app: App, block: ReadingBlock, depths: number[], above: number): HTMLElement {
  if (block.picture) return figureElement(app, block, block.picture)
  switch (block.kind) {
    case 'heading':
      return withMarkup(headingElement(block.level, depths, above), block.html)
    case 'table':
      return h('div', {}, block.rows ? table(block.rows) : withMarkup(h('p'), block.html))
    case 'code':
      return h(
        'div',
        {},
        h('pre', { 'data-language': block.language }, withMarkup(h('code'), block.html)),
      )
    case 'caption':
      return withMarkup(h('p', { class: 'caption' }), block.html)
    default:
      return withMarkup(h('p'), block.html)
  }
}

/** A heading one deeper than the nearest one above it of a smaller level. */
function headingElement(level: number, depths: number[], above: number): HTMLElement {
  while (depths.length && (depths.at(-1) ?? 0) >= level) depths.pop()
  depths.push(level)
  const depth = Math.min(above + depths.length, LAST_LEVEL)
  return h(`h${depth}` as 'h2')
}

/** Add an item to the list of its depth, opening and closing lists as needed. */
function listItem(root: HTMLElement, lists: HTMLElement[], block: ReadingBlock): HTMLElement {
  const depth = Math.min(Math.max(block.level, 1), lists.length + 1)
  lists.length = Math.min(lists.length, depth)
  if (lists.length < depth) {
    const number = Number.parseInt(block.number ?? '', 10)
    const list = block.number ? h('ol', { start: Number.isNaN(number) ? null : number }) : h('ul')
    const parent = lists.at(-1)?.lastElementChild ?? root
    parent.append(list)
    lists.push(list)
  }
  const item = withMarkup(h('li'), block.html)
  lists.at(-1)?.append(item)
  return item
}

function table(rows: readonly Cell[][]): HTMLElement {
  const body = rows.map((row) => h('tr', {}, ...row.map((cell, at) => tableCell(cell, row, at))))
  const wrap = scroller()
  wrap.append(h('table', {}, h('tbody', {}, ...body)))
  return wrap
}

function tableCell(cell: Cell, row: readonly Cell[], at: number): HTMLElement {
  const spans = {
    rowspan: cell.row_span > 1 ? cell.row_span : null,
    colspan: cell.column_span > 1 ? cell.column_span : null,
  }
  const filled = (made: HTMLElement) => {
    if (!cell.html) made.textContent = cell.text
    return cell.html ? withMarkup(made, cell.html) : made
  }
  if (!cell.header || !cell.text.trim()) return filled(h('td', spans))
  const isRowHeader = at === 0 && row.some((other) => !other.header)
  return filled(h('th', { ...spans, scope: isRowHeader ? 'row' : 'col' }))
}

function scroller(): HTMLElement {
  return h('div', { class: 'scroller' })
}

/** Wide content scrolls in a box of its own; where it really does, the keyboard can reach the box. */
export function reachScrollers(root: HTMLElement, name: string): void {
  fitFormulas(root)
  for (const box of root.querySelectorAll<HTMLElement>('.scroller, pre')) {
    if (box.scrollWidth <= box.clientWidth) continue
    box.tabIndex = 0
    box.setAttribute('role', 'group')
    box.setAttribute('aria-label', name)
  }
}

function placeMark(label: string): HTMLElement {
  return h('span', { class: 'place-mark' }, label)
}
