/** Keeps what this device remembers about how the studio looks: language, colours, editor. */
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import {
  ENGLISH,
  loadTables,
  localeOf,
  preferredLanguage,
  TranslateContext,
  translator,
  type Language,
} from '../i18n'
import { ToldContext } from '../i18n/told'
import { PreferencesContext, type Preferences, type PreferencesValue } from './use-preferences'

const STORED = 'praxeo.preferences'

function load(): Preferences {
  const browser = preferredLanguage(null, navigator.languages)
  const first: Preferences = {
    language: browser,
    appearance: 'system',
    editorSize: 14,
    editorWrap: true,
  }
  try {
    return {
      ...first,
      ...(JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Preferences>),
    }
  } catch {
    return first
  }
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(load)
  const { language, appearance } = preferences
  const tables = useTables(language)
  useEffect(() => {
    document.documentElement.dataset.theme = appearance
  }, [appearance])
  const value = useMemo<PreferencesValue>(
    () => ({
      ...preferences,
      locale: localeOf(preferences.language, navigator.languages),
      change: (change) => setPreferences((before) => kept({ ...before, ...change })),
    }),
    [preferences],
  )
  const t = useMemo(() => translator(tables.own), [tables])
  return (
    <PreferencesContext.Provider value={value}>
      <TranslateContext.Provider value={t}>
        <ToldContext.Provider value={tables.told}>{children}</ToldContext.Provider>
      </TranslateContext.Provider>
    </PreferencesContext.Provider>
  )
}

/** The sentences in this language; English until they are there. */
function useTables(language: Language) {
  const [tables, setTables] = useState(ENGLISH)
  useEffect(() => {
    let current = true
    document.documentElement.lang = language
    void loadTables(language).then((loaded) => current && setTables(loaded))
    return () => {
      current = false
    }
  }, [language])
  return tables
}

function kept(preferences: Preferences): Preferences {
  try {
    localStorage.setItem(STORED, JSON.stringify(preferences))
  } catch {
    // A browser without storage forgets on reload; nothing else depends on it.
  }
  return preferences
}
