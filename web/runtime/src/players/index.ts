/** PLAYERS: every kind of activity, with the player that shows it on the page and on paper. */
import type { App } from '../app'
import type { Exercise } from '../payload'
import { flashcards, recall, terms } from './cards'
import { choice } from './choice'
import { cloze } from './cloze'
import { Frame, type Mode, type Player } from './frame'
import { ordering, timeline } from './order'
import { causeEffect, conceptMapping, matching, sorting } from './pairs'

const PLAYERS: Readonly<Record<string, Player>> = {
  terms,
  flashcards,
  cloze,
  choice,
  matching,
  sorting,
  ordering,
  timeline,
  cause_effect: causeEffect,
  concept_map: conceptMapping,
  recall,
}

export const KINDS: readonly string[] = Object.keys(PLAYERS)

export function playerOf(kind: string): Player {
  const player = PLAYERS[kind]
  if (!player) throw new Error(`There is no player for ${kind}.`)
  return player
}

/** A playable exercise; `label` names it for a screen reader. */
export function play(app: App, exercise: Exercise, label: string, mode: Mode): HTMLElement {
  return new Frame(app, exercise, label, mode, playerOf(exercise.kind)).root
}
