/** What this device remembers about how the studio looks: language, colours, editor. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
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

export type Preferences = {
  language: Language
  appearance: 'system' | 'light' | 'dark'
  editorSize: number
  editorWrap: boolean
}

type PreferencesValue = Preferences & {
  /** The language with the browser's region, for dates and figures. */
  locale: string
  change: (change: Partial<Preferences>) => void
}

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

const PreferencesContext = createContext<PreferencesValue | null>(null)

export function usePreferences(): PreferencesValue {
  const value = useContext(PreferencesContext)
  if (!value) throw new Error('usePreferences needs a PreferencesProvider')
  return value
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(load)
  const [tables, setTables] = useState(ENGLISH)
  const { language, appearance } = preferences

  useEffect(() => {
    let current = true
    document.documentElement.lang = language
    void loadTables(language).then((loaded) => current && setTables(loaded))
    return () => {
      current = false
    }
  }, [language])

  useEffect(() => {
    document.documentElement.dataset.theme = appearance
  }, [appearance])

  const value = useMemo<PreferencesValue>(
    () => ({
      ...preferences,
      locale: localeOf(preferences.language, navigator.languages),
      change: (change) =>
        setPreferences((before) => {
          const after = { ...before, ...change }
          try {
            localStorage.setItem(STORED, JSON.stringify(after))
          } catch {
            // A browser without storage forgets on reload; nothing else depends on it.
          }
          return after
        }),
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
