/** Keys as they are printed on the keyboards of a language; "Mod" is what goes with letters. */
import type { Language } from '../i18n'

const APPLE = /Mac|iP(hone|ad)/.test(navigator.userAgent)
const GERMAN: Record<string, string> = {
  Ctrl: 'Strg',
  Delete: 'Entf',
  Enter: 'Eingabe',
  Space: 'Leertaste',
}

/** `key` as the browser calls it, or "Mod", "Ctrl", "Space". */
export function keyName(key: string, language: Language): string {
  const name = key === 'Mod' ? (APPLE ? '⌘' : 'Ctrl') : key
  return language === 'de' ? (GERMAN[name] ?? name) : name
}

export const chord = (keys: readonly string[], language: Language): string =>
  keys.map((key) => keyName(key, language)).join(' ')
