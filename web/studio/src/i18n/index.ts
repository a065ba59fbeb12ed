/** The studio's language: chosen in the settings, else the browser's; tables load when needed. */
import { createContext, useContext } from 'react'
import { en, type Key, type Table } from './en'
import type { ToldTable } from './told'
import { toldEn } from './told-en'

export type { Key } from './en'
export type Language = 'en' | 'de'
export const LANGUAGES: Record<Language, string> = { en: 'English', de: 'Deutsch' }

export type Translate = (key: Key, values?: Record<string, string | number>) => string

export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  const wanted = [stored ?? '', ...browser].map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.includes('de') && wanted.find((tag) => tag === 'en' || tag === 'de') === 'de'
    ? 'de'
    : 'en'
}

type Tables = { own: Table; told: ToldTable }
export const ENGLISH: Tables = { own: en, told: toldEn }

export async function loadTables(language: Language): Promise<Tables> {
  if (language === 'en') return ENGLISH
  const [{ de }, { toldDe }] = await Promise.all([import('./de'), import('./told-de')])
  return { own: de, told: toldDe }
}

export function translator(table: Table): Translate {
  return (key, values = {}) =>
    table[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

export const TranslateContext = createContext<Translate>(translator(en))
export const useTranslate = (): Translate => useContext(TranslateContext)
