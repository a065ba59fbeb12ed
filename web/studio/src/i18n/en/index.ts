/** Every sentence of the studio in English, by area; the other languages have the same keys. */
import { change } from './change'
import { desk } from './desk'
import { editing } from './editing'
import { library } from './library'
import { making } from './making'
import { proof } from './proof'
import { publish } from './publish'
import { reading } from './reading'
import { settings } from './settings'
import { shell } from './shell'
import { start } from './start'

export const en = {
  ...shell,
  ...start,
  ...making,
  ...library,
  ...desk,
  ...editing,
  ...proof,
  ...publish,
  ...reading,
  ...settings,
  ...change,
} as const

export type Key = keyof typeof en
export type Table = Record<Key, string>
