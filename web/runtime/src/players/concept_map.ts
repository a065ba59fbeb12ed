/** The drawing beside a concept map's rows: it grows as the learner chooses. Says nothing by itself. */
import { h, svg } from '../dom'
import { said } from '../said'
import { shuffled } from '../shuffle'
import type { Row } from './row'

export interface MapView {
  root: HTMLElement
  draw(chosen: readonly string[], right?: readonly boolean[]): void
}

const BADGE_RADIUS_PX = 10
const OUTWARD_BOW_PX = 34
const ARROW_PX = 7
// Narrower drawings have two columns.
const THREE_COLUMNS_FROM_PX = 480
// Links that leave one node side by side meet the gutter at different places.
const BADGE_SPREAD = 0.28
// Links without an end yet fan out by this much.
const STUB_FAN_PX = 44

export function conceptMap(rows: readonly Row[]): MapView {
  const roles = rolesOf(rows)
  const nodes = new Map(
    [...roles.keys()].map((name) => [name, h('li', { class: 'node' }, said(name))]),
  )
  const lines = svg('svg', { class: 'lines', width: '100%', height: '100%' }) as SVGSVGElement
  const root = h('div', { class: 'map', 'aria-hidden': 'true' })
  let wasWide: boolean | null = null
  const arrange = () => {
    const wide = root.clientWidth >= THREE_COLUMNS_FROM_PX
    if (wide === wasWide) return
    wasWide = wide
    root.replaceChildren(lines, ...columnsOf(roles, nodes, wide))
  }
  let links: () => void = () => undefined
  const draw: MapView['draw'] = (chosen, right) => {
    arrange()
    links = () => drawLinks(root, lines, nodes, rows, chosen, right)
    links()
  }
  new ResizeObserver(() => {
    arrange()
    links()
  }).observe(root)
  return { root, draw }
}

type Role = 'start' | 'both' | 'end'

/** What each node is in the map. More must not decide its place, or the place gives answers away. */
function rolesOf(rows: readonly Row[]): Map<string, Role> {
  const starts = new Set(rows.map((row) => row.given))
  const ends = new Set(rows.map((row) => row.answer))
  const role = (name: string): Role =>
    !ends.has(name) ? 'start' : starts.has(name) ? 'both' : 'end'
  const names = shuffled([...new Set([...starts, ...ends])], [...starts].join())
  return new Map(names.map((name) => [name, role(name)]))
}

/** The nodes in columns from start to end; what is both goes between, or left if there is no room. */
function columnsOf(
  roles: ReadonlyMap<string, Role>,
  nodes: ReadonlyMap<string, HTMLElement>,
  wide: boolean,
): HTMLElement[] {
  const columns: Role[][] = wide ? [['start'], ['both'], ['end']] : [['start', 'both'], ['end']]
  return columns.flatMap((taken) => {
    const names = [...nodes.keys()].filter((name) => taken.includes(roles.get(name) ?? 'end'))
    return names.length > 0 ? [h('ul', {}, ...names.map((name) => nodes.get(name) as Node))] : []
  })
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
      ...(to ? [svg('path', { d: curve.arrow, class: `arrow-head ${look}` })] : []),
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
  /** A triangle at the end. */
  arrow: string
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
  const side = sameColumn ? -inline : to.left > from.left ? 1 : -1
  const start = inner(from, side)
  const end = inner(to, sameColumn ? side : -side)
  const bow = sameColumn ? OUTWARD_BOW_PX : Math.abs(end.x - start.x) / 2
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
  const back = c.x > d.x ? ARROW_PX : -ARROW_PX
  const place = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`
  return {
    path: `M${place(a)} C${place(b)} ${place(c)} ${place(d)}`,
    arrow: `M${place(d)} l${back} ${-ARROW_PX * 0.6} v${ARROW_PX * 1.2} z`,
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
