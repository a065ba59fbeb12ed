/** A round through all sections: some of each, what went wrong first to be chosen, in an order that mixes them. */
import type { App } from '../app'
import { h } from '../dom'
import { shuffled } from '../shuffle'
import { startQueue } from './queue'

const MOST_IN_ROUND = 12
const FEWEST_SECTIONS = 2
const ORDER = ['wrong', 'right', '']

/** The button that begins a round within `root`; null where one section is all there is. */
export function mixedButton(app: App, root: HTMLElement): HTMLElement | null {
  const ids = mixedRound(app)
  if (ids.length === 0) return null
  const { say } = app
  const named = { title: say.mixed, done: say.reviewDone, back: 'finish' }
  const onclick = () => startQueue(app, root, mixedRound(app), named)
  const look = { type: 'button', class: 'button plain', 'data-action': 'mixed', onclick }
  return h('button', look, say.mixedRound(ids.length))
}

/** Of each section in turn: what was wrong before what was right, what was answered before what was not. */
export function mixedRound({ payload, outline, progress }: App): string[] {
  const seed = `${payload.hash}/${[...progress.answers.values()].reduce((n, { memory }) => n + memory.reps, 0)}`
  const rank = (id: string) => ORDER.indexOf(progress.answers.get(id)?.verdict ?? '')
  const bySection = payload.sections
    .map(({ id }) => shuffled(outline.get(id)?.exercises ?? [], `${seed}/${id}`))
    .filter((ids) => ids.length > 0)
    .map((ids) => ids.sort((a, b) => rank(a) - rank(b)))
  if (bySection.length < FEWEST_SECTIONS) return []
  const longest = Math.max(...bySection.map((ids) => ids.length))
  const inTurn = Array.from({ length: longest }, (_, at) =>
    bySection.flatMap((ids) => ids[at] ?? []),
  )
  return shuffled(inTurn.flat().slice(0, MOST_IN_ROUND), seed)
}
