/** The drawing beside a concept map's rows: it grows as the learner chooses. Says nothing by itself. */
import { h, svg } from '../dom'
import type { Row } from './pairs'

export interface MapView {
  root: HTMLElement
  draw(chosen: readonly string[], right?: readonly boolean[]): void
}

const BADGE_RADIUS_PX = 10
// Links that leave one node side by side meet the gutter at different places.
const BADGE_SPREAD = 0.28
// Links without an end yet fan out by this much.
const STUB_FAN_PX = 44

export function conceptMap(rows: readonly Row[]): MapView {
  const starts = [...new Set(rows.map((row) => row.given))]
  const ends = [...new Set(rows.map((row) => row.answer))].filter((name) => !starts.includes(name))
  const nodes = new Map(
    [...starts, ...ends].map((name) => [name, h('li', { class: 'node' }, name)]),
  )
  const column = (names: string[]) =>
    h('ul', {}, ...names.map((name) => nodes.get(name) as HTMLElement))
  const lines = svg('svg', { class: 'lines', width: '100%', height: '100%' }) as SVGSVGElement
  const root = h(
    'div',
    { class: 'map', 'aria-hidden': 'true' },
    lines,
    column(starts),
    column(ends),
  )
  let last: () => void = () => undefined
  const draw: MapView['draw'] = (chosen, right) => {
    last = () => drawLinks(root, lines, nodes, rows, chosen, right)
    last()
  }
  new ResizeObserver(() => last()).observe(root)
  return { root, draw }
}

function drawLinks(
  root: HTMLElement,
  lines: SVGSVGElement,
  nodes: ReadonlyMap<string, HTMLElement>,
  rows: readonly Row[],
  chosen: readonly string[],
  right?: readonly boolean[],
): void {
  const frame = root.getBoundingClientRect()
  if (frame.width === 0) return
  const drawn = rows.flatMap((row, at) => {
    const from = nodes.get(row.given)?.getBoundingClientRect()
    const to = nodes.get(chosen[at] ?? '')?.getBoundingClientRect()
    const look = right ? (right[at] ? 'right' : 'wrong') : 'open'
    if (!from) return []
    const inline = getComputedStyle(root).direction === 'rtl' ? -1 : 1
    const curve = to
      ? between(from, to, frame, inline)
      : stub(from, frame, inline, spread(rows, at) - 0.5)
    const badge = to ? curve.at(0.5 + BADGE_SPREAD * (spread(rows, at) - 0.5)) : curve.at(1)
    return [
      svg('path', { d: curve.path, class: `link ${look}${to ? '' : ' loose'}` }),
      svg('circle', { cx: badge.x, cy: badge.y, r: BADGE_RADIUS_PX, class: `badge ${look}` }),
      text(String(at + 1), badge, look),
    ]
  })
  lines.replaceChildren(...drawn)
  for (const [name, node] of nodes) {
    node.classList.toggle('joined', rows.some((row) => row.given === name) || chosen.includes(name))
  }
}

interface Point {
  x: number
  y: number
}
interface Curve {
  path: string
  /** The point at a share (0 to 1) of the way. */
  at(share: number): Point
}

/** From the inner side of one node to the facing side of another; nodes of one column bow outwards. */
function between(from: DOMRect, to: DOMRect, frame: DOMRect, inline: number): Curve {
  const sameColumn = Math.abs(from.left - to.left) < from.width / 2
  const inner = (box: DOMRect, side: number): Point => ({
    x: (side > 0 ? box.right : box.left) - frame.left,
    y: box.top + box.height / 2 - frame.top,
  })
  const side = sameColumn ? inline : to.left > from.left ? 1 : -1
  const start = inner(from, side)
  const end = inner(to, sameColumn ? side : -side)
  const bow = sameColumn ? frame.width * 0.14 : Math.abs(end.x - start.x) / 2
  return bezier(
    start,
    { x: start.x + side * bow, y: start.y },
    { x: end.x + (sameColumn ? side : -side) * bow, y: end.y },
    end,
  )
}

function stub(from: DOMRect, frame: DOMRect, inline: number, shift: number): Curve {
  const start = {
    x: (inline > 0 ? from.right : from.left) - frame.left,
    y: from.top + from.height / 2 - frame.top,
  }
  const end = {
    x: start.x + inline * frame.width * 0.1,
    y: start.y + shift * STUB_FAN_PX,
  }
  return bezier(start, start, end, end)
}

function bezier(a: Point, b: Point, c: Point, d: Point): Curve {
  const mix = (axis: 'x' | 'y', t: number) =>
    (1 - t) ** 3 * a[axis] +
    3 * (1 - t) ** 2 * t * b[axis] +
    3 * (1 - t) * t ** 2 * c[axis] +
    t ** 3 * d[axis]
  const place = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`
  return {
    path: `M${place(a)} C${place(b)} ${place(c)} ${place(d)}`,
    at: (share) => ({ x: mix('x', share), y: mix('y', share) }),
  }
}

/** Where a row stands among the rows of its start, from 0 to 1. */
function spread(rows: readonly Row[], at: number): number {
  const siblings = rows.flatMap((row, index) => (row.given === rows[at]?.given ? [index] : []))
  return siblings.length < 2 ? 0.5 : siblings.indexOf(at) / (siblings.length - 1)
}

function text(content: string, { x, y }: Point, look: string): Element {
  const element = svg('text', { x, y, class: look, 'text-anchor': 'middle', dy: '0.35em' })
  element.textContent = content
  return element
}
