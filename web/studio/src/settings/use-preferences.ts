/** What this device remembers about how the studio looks, as any part of the studio reads it. */
import { createContext, useContext } from 'react'
import type { Language } from '../i18n/languages'

export type Preferences = {
  language: Language
  appearance: 'system' | 'light' | 'dark'
  editorSize: number
  editorWrap: boolean
}

export type PreferencesValue = Preferences & {
  /** The language with the browser's region, for dates and figures. */
  locale: string
  change: (change: Partial<Preferences>) => void
}

export const PreferencesContext = createContext<PreferencesValue | null>(null)

export function usePreferences(): PreferencesValue {
  const value = useContext(PreferencesContext)
  if (!value) throw new Error('usePreferences needs a PreferencesProvider')
  return value
}
