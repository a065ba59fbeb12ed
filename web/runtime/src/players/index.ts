/** Which player plays which kind of exercise. */
import type { App } from '../app'
import type { Exercise, Kind } from '../payload'
import { drawCard } from './cards'
import { drawChoice } from './choice'
import { drawCloze } from './cloze'
import { Frame, type Draw, type Mode } from './frame'
import { drawOrder } from './order'
import { drawPairs } from './pairs'

const PLAYERS: Record<Kind, Draw> = {
  terms: drawCard,
  flashcards: drawCard,
  recall: drawCard,
  cloze: drawCloze,
  choice: drawChoice,
  matching: drawPairs,
  cause_effect: drawPairs,
  concept_map: drawPairs,
  ordering: drawOrder,
  timeline: drawOrder,
}

/** A playable exercise; `label` names it for a screen reader. */
export function play(app: App, exercise: Exercise, label: string, mode: Mode): HTMLElement {
  return new Frame(app, exercise, label, mode, PLAYERS[exercise.kind]).root
}
