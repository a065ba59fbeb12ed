/** The sentences of the studio in English, by area; the other languages have the same keys. */
import type { author } from './author'
import type { change } from './change'
import type { claims } from './claims'
import { desk } from './desk'
import { editing } from './editing'
import { library } from './library'
import { making } from './making'
import type { mixing } from './mixing'
import type { playing } from './playing'
import { proof } from './proof'
import type { proving } from './proving'
import type { publish } from './publish'
import { reading } from './reading'
import type { settings } from './settings'
import { shell } from './shell'
import type { specFirst } from './spec-first'
import { start } from './start'
import type { topics } from './topics'
import type { visits } from './visits'

export const en = {
  ...shell,
  ...start,
  ...making,
  ...library,
  ...desk,
  ...editing,
  ...proof,
  ...reading,
} as const

/** What comes with the pages that say it: see `withWords`. */
type Later = typeof publish &
  typeof author &
  typeof change &
  typeof claims &
  typeof mixing &
  typeof playing &
  typeof proving &
  typeof topics &
  typeof visits &
  typeof specFirst &
  typeof settings

export type Key = keyof typeof en | keyof Later
export type Table = Record<Key, string>
