/** Every word that the runtime itself says, in each language it speaks: one table a language in `words`. */
import { ar } from './words/ar'
import { de } from './words/de'
import { en, type Strings } from './words/en'
import { es } from './words/es'
import { fr } from './words/fr'

export type { Strings }

const TABLES = new Map<string, Strings>([
  ['en', en],
  ['de', de],
  ['fr', fr],
  ['es', es],
  ['ar', ar],
])

/** The words for a BCP 47 language; English where there is no table of its own. */
export function stringsFor(language: string): Strings {
  return TABLES.get(primary(language)) ?? en
}

/** The language that the runtime's own words are in, for the `lang` of its parts. */
export function spokenLanguage(language: string): string {
  return TABLES.has(primary(language)) ? primary(language) : 'en'
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? ''
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Which way the content's language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(primary(language)) ? 'rtl' : 'ltr'
}

const DAY_MS = 86_400_000

/** "in 3 days" or "tomorrow", from now (milliseconds) until then. */
export function whenText(then: number, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const days = Math.max(0, Math.round((then - now) / DAY_MS))
  if (days < 45) return format.format(days, 'day')
  return days < 550
    ? format.format(Math.round(days / 30), 'month')
    : format.format(Math.round(days / 365), 'year')
}
