/** The studio's language: chosen in the settings, else the browser's; tables load when needed. */
import { createContext, useContext } from 'react'
import { en, type Key, type Table } from './en'
import type { ToldTable } from './told'
import type { Language } from './languages'
import { toldEn } from './told-en'

export type { Key } from './en'
export { LANGUAGES, type Language } from './languages'

export type Translate = (key: Key, values?: Record<string, string | number>) => string

export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  const wanted = [stored ?? '', ...browser].map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.includes('de') && wanted.find((tag) => tag === 'en' || tag === 'de') === 'de'
    ? 'de'
    : 'en'
}

/** The browser's own name for this language, with its region: "en-GB" writes dates as "en-US" does not. */
export const localeOf = (language: Language, browser: readonly string[]): string =>
  browser.find((tag) => tag.slice(0, 2).toLowerCase() === language) ?? language

type Tables = { own: Table; told: ToldTable }
const english = { ...en } as Table // all but what comes with its pages
export const ENGLISH: Tables = { own: english, told: toldEn }

/** A page with those English sentences that no other page needs; the other languages have all in one. */
export async function withWords<Page>(
  page: Promise<Page>,
  words: Promise<Readonly<Record<string, Partial<Table>>>>,
): Promise<Page> {
  for (const area of Object.values(await words)) Object.assign(english, area)
  return page
}

export async function loadTables(language: Language): Promise<Tables> {
  if (language === 'en') return ENGLISH
  const [{ de }, { toldDe }] = await Promise.all([import('./de'), import('./told-de')])
  return { own: de, told: toldDe }
}

/** A sentence whose `count` is one has a form of its own, `key.one`, where its words need it. */
export function translator(table: Partial<Table>): Translate {
  const one = table as Partial<Record<string, string>>
  return (key, values = {}) =>
    ((String(values.count) === '1' && one[`${key}.one`]) || table[key] || key).replace(
      /\{(\w+)\}/g,
      (whole, name: string) => String(values[name] ?? whole),
    )
}

export const TranslateContext = createContext<Translate>(translator(english))
export const useTranslate = (): Translate => useContext(TranslateContext)
