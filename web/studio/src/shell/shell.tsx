/** The frame of every page: skip link, navigation, command palette, messages, offline notice. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { usePreferences } from '../settings/use-preferences'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate, type Key } from '../i18n'
import { chord } from './key-names'
import { Logo } from './logo'
import { ToastProvider } from './toasts'
import { useOnline } from './online'
import { useShortcuts } from './shortcuts'

const KeysHelp = lazy(() => import('./keys-help'))
const Palette = lazy(() => import('./palette'))
const PLACES: [string, Key][] = [
  ['/', 'nav.start'],
  ['/library', 'nav.library'],
  ['/settings', 'nav.settings'],
]

const GLASS = 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20'
const SLIDERS = 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4'

/** A mark in the place of a word where there is no room for it. */
const Icon = ({ path }: { path: string }) => (
  <svg className="icon-only" viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
)

export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslate()
  const { language } = usePreferences()
  const [location, go] = useLocation()
  const [palette, setPalette] = useState(false)
  const [help, setHelp] = useState(false)
  const online = useOnline()
  const queries = useQueryClient()
  const away = useRef(false)
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)

  const keys = useMemo(
    () => ({ palette: () => setPalette(true), help: () => setHelp(true), go }),
    [go],
  )
  useShortcuts(keys)

  // What could not be read while Praxeo was away is read anew.
  useEffect(() => {
    if (online && away.current) void queries.invalidateQueries()
    away.current = !online
  }, [online, queries])

  // A new page takes the focus, so that a screen reader starts there; tabs of one example do not.
  const page = location.split('/').slice(0, 3).join('/')
  useEffect(() => {
    if (!first.current) main.current?.focus()
    first.current = false
  }, [page])

  return (
    <ToastProvider>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className="shell-header">
        <Link href="/" className="brand" aria-label={t('app.name')}>
          <Logo />
          <span>{t('app.name')}</span>
        </Link>
        <nav aria-label={t('nav.main')}>
          <ul role="list">
            {PLACES.map(([path, key]) => (
              <li key={path}>
                <Link href={path} aria-current={location === path ? 'page' : undefined}>
                  {path === '/settings' && <Icon path={SLIDERS} />}
                  <span className={path === '/settings' ? 'or-icon' : undefined}>{t(key)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <button
          type="button"
          className="button quiet palette-button"
          onClick={() => setPalette(true)}
        >
          <Icon path={GLASS} />
          <span className="or-icon">{t('nav.commands')}</span>
          <kbd aria-hidden="true">{chord(['Mod', 'K'], language)}</kbd>
        </button>
      </header>
      {!online && (
        <p className="offline" role="status">
          {t('state.offline')}
        </p>
      )}
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      {help && (
        <Suspense>
          <KeysHelp onClose={() => setHelp(false)} />
        </Suspense>
      )}
      {palette && (
        <Suspense>
          <Palette onClose={() => setPalette(false)} onHelp={() => setHelp(true)} />
        </Suspense>
      )}
    </ToastProvider>
  )
}
