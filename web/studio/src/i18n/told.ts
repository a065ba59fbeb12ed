/** Sentences of the server in the reader's language, by their stable code and what they name. */
import { createContext, useContext } from 'react'
import { usePreferences } from '../settings/use-preferences'

/** As errors, reasons, warnings and findings come: `message` is the whole sentence in English. */
export type Told = {
  code?: string
  message: string
  details?: Readonly<Record<string, string | number>>
}
/** `lang` is set where the sentence is in another language than the page. */
export type Said = { text: string; lang: 'en' | undefined }
export type ToldTable = Readonly<Record<string, string>>

/** Details that are names of the grammar, for which the table has words. */
const NAMED: ReadonlySet<string> = new Set(['field', 'side'])

export const ToldContext = createContext<ToldTable>({})

export function useTold(): (told: Told) => Said {
  const table = useContext(ToldContext)
  const { language } = usePreferences()
  return (told) => sayIn(table, language, told)
}

export function sayIn(table: ToldTable, language: string, told: Told): Said {
  const details = told.details ?? {}
  const code = told.code ?? ''
  const sentence = table[[code, ...Object.keys(details).sort()].join('.')] ?? table[code]
  // A sentence that names what was not given would show its braces: better the English one.
  const names = [...(sentence?.matchAll(/\{(\w+)\}/g) ?? [])].map((match) => match[1] ?? '')
  if (sentence === undefined || names.some((name) => !(name in details)))
    return { text: told.message, lang: language === 'en' ? undefined : 'en' }
  const number = new Intl.NumberFormat(language)
  const text = sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name]
    if (typeof value === 'number') return number.format(value)
    if (name === 'kind') return table[`kind.${value}`] ?? table['kind.binary'] ?? ''
    return (NAMED.has(name) && table[`${name}.${value}`]) || (value ?? '')
  })
  return { text: text.trim(), lang: undefined }
}
