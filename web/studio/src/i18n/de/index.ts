/** Every sentence of the studio in German, by area. */
import type { Table } from '../en'
import { change } from './change'
import { claims } from './claims'
import { desk } from './desk'
import { editing } from './editing'
import { library } from './library'
import { making } from './making'
import { mixing } from './mixing'
import { playing } from './playing'
import { proof } from './proof'
import { proving } from './proving'
import { publish } from './publish'
import { reading } from './reading'
import { settings } from './settings'
import { shell } from './shell'
import { specFirst } from './spec-first'
import { author } from './author'
import { start } from './start'
import { topics } from './topics'
import { visits } from './visits'

export const de: Table = {
  ...shell,
  ...specFirst,
  ...start,
  ...author,
  ...making,
  ...library,
  ...desk,
  ...editing,
  ...proof,
  ...proving,
  ...publish,
  ...reading,
  ...settings,
  ...change,
  ...claims,
  ...mixing,
  ...playing,
  ...topics,
  ...visits,
}
