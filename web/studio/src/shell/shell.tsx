/** The frame of every page: skip link, navigation, command palette, messages, offline notice. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { usePreferences } from '../settings/use-preferences'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate, withWords, type Key } from '../i18n'
import { chord } from './key-names'
import { Logo } from './logo'
import { ToastProvider } from './toasts'
import { useOnline } from './online'
import { QueueBar } from '../uploads/queue-bar'
import { useWarningOfLoss } from '../uploads/use-queue'
import { useShortcuts } from './shortcuts'

const KeysHelp = lazy(() => import('./keys-help'))
const Palette = lazy(() => withWords(import('./palette'), import('../i18n/en/settings')))
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
  const [, go] = useLocation()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const online = useOnline()
  const main = useFocusOnNewPage()
  useReadingAnew(online)
  useWarningOfLoss()
  const keys = useMemo(
    () => ({ palette: () => setOpen('palette'), help: () => setOpen('help'), go }),
    [go],
  )
  useShortcuts(keys)

  return (
    <ToastProvider>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Header onPalette={keys.palette} />
      {!online && <Offline />}
      <QueueBar />
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <Suspense>
        {open === 'help' && <KeysHelp onClose={() => setOpen(null)} />}
        {open === 'palette' && (
          <Palette
            onClose={() => setOpen((now) => (now === 'palette' ? null : now))}
            onHelp={keys.help}
          />
        )}
      </Suspense>
    </ToastProvider>
  )
}

function Offline() {
  const t = useTranslate()
  return (
    <p className="offline" role="status">
      {t('state.offline')}
    </p>
  )
}

function Header({ onPalette }: { onPalette: () => void }) {
  const t = useTranslate()
  const { language } = usePreferences()
  return (
    <header className="shell-header">
      <Link href="/" className="brand" aria-label={t('app.name')}>
        <Logo />
        <span>{t('app.name')}</span>
      </Link>
      <Places />
      <button type="button" className="button quiet palette-button" onClick={onPalette}>
        <Icon path={GLASS} />
        <span className="or-icon">{t('nav.commands')}</span>
        <kbd aria-hidden="true">{chord(['Mod', 'K'], language)}</kbd>
      </button>
    </header>
  )
}

function Places() {
  const t = useTranslate()
  const [location] = useLocation()
  return (
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
  )
}

/** What could not be read while Praxeo was away is read anew. */
function useReadingAnew(online: boolean): void {
  const queries = useQueryClient()
  const away = useRef(false)
  useEffect(() => {
    if (online && away.current) void queries.invalidateQueries()
    away.current = !online
  }, [online, queries])
}

/** A new page takes the focus, so that a screen reader starts there; tabs of one example do not. */
function useFocusOnNewPage() {
  const [location] = useLocation()
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  const page = location.split('/').slice(0, 3).join('/')
  useEffect(() => {
    if (!first.current) main.current?.focus()
    first.current = false
  }, [page])
  return main
}
