/** Rows that are dragged into order with a pointer; their buttons stay, for keyboards and screen readers. */

const EDGE_PX = 56 // from the window's edge: a row that is held there scrolls the page
const SCROLL_PX = 14

/**
 * A row is taken by its grip, with a mouse by all of it. `passed` is told whenever it changes places with another,
 * `dropped` when it is let go elsewhere than it was taken.
 */
export function draggable(
  list: HTMLElement,
  passed: () => void,
  dropped: (row: HTMLElement) => void,
): void {
  let drag: Drag | null = null
  list.addEventListener('pointerdown', (event) => {
    const row = rowAt(event)
    if (!row || row.parentElement !== list || list.classList.contains('settled')) return
    event.preventDefault() // no text is marked on the way
    list.setPointerCapture(event.pointerId) // not the row's: it loses it when it moves in the page
    drag = new Drag(list, row, event.clientY)
  })
  list.addEventListener('pointermove', (event) => {
    if (drag?.move(event.clientY)) passed()
  })
  const end = () => {
    const ended = drag
    drag = null
    if (ended?.drop()) dropped(ended.row)
  }
  list.addEventListener('pointerup', end)
  list.addEventListener('pointercancel', end)
}

function rowAt({ target, pointerType, button }: PointerEvent): HTMLElement | null {
  if (!(target instanceof Element) || button !== 0 || target.closest('button')) return null
  const handle = pointerType === 'mouse' ? target : target.closest('.grip')
  return handle?.closest('li') ?? null
}

class Drag {
  private readonly from: number
  private shift = 0

  constructor(
    private readonly list: HTMLElement,
    readonly row: HTMLElement,
    private grabbed: number,
  ) {
    this.from = this.place()
    row.classList.add('held')
  }

  /** The row follows the pointer; whether it has changed places with one whose middle it passed. */
  move(y: number): boolean {
    const before = this.row.previousElementSibling
    const after = this.row.nextElementSibling
    const top = this.top()
    const isUp = before !== null && y < middle(before)
    const isDown = !isUp && after !== null && y > middle(after)
    if (isUp) before.before(this.row)
    if (isDown) after.after(this.row)
    this.grabbed += this.top() - top // its own place in the page has moved under the pointer
    this.follow(y - this.grabbed)
    if (y < EDGE_PX) window.scrollBy(0, -SCROLL_PX)
    if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX)
    return isUp || isDown
  }

  /** Let it go; whether it lies elsewhere than before. */
  drop(): boolean {
    this.follow(0)
    this.row.classList.remove('held')
    return this.place() !== this.from
  }

  private follow(shift: number): void {
    this.shift = shift
    this.row.style.translate = shift === 0 ? '' : `0 ${shift}px`
  }

  private top(): number {
    return this.row.getBoundingClientRect().top - this.shift
  }

  private place(): number {
    return [...this.list.children].indexOf(this.row)
  }
}

function middle(row: Element): number {
  const { top, height } = row.getBoundingClientRect()
  return top + height / 2
}
