/** The pages of the studio and their addresses; each loads when it is opened. */
import { lazy, Suspense } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { Shell } from './shell/shell'
import { Boundary } from './parts/boundary'
import { Loading, Notice } from './parts/notice'
import { useTranslate, withWords } from './i18n'

const StartPage = lazy(() => import('./start/start-page'))
const LibraryPage = lazy(() => import('./library/library-page'))
const ExamplePage = lazy(() => import('./examples/example-page'))
const SamplePage = lazy(() => import('./start/sample-page'))
const SettingsPage = lazy(() =>
  withWords(
    withWords(import('./settings/settings-page'), import('./i18n/en/publish')),
    import('./i18n/en/settings'),
  ),
)

export function App() {
  const [address] = useLocation()
  return (
    <Shell>
      <Boundary address={address}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={StartPage} />
            <Route path="/library" component={LibraryPage} />
            <Route path="/examples/:id/:tab?">
              {(parameters) => (
                <ExamplePage key={parameters.id} id={parameters.id} tab={parameters.tab ?? ''} />
              )}
            </Route>
            <Route path="/samples/:name">
              {(parameters) => <SamplePage key={parameters.name} name={parameters.name} />}
            </Route>
            <Route path="/settings" component={SettingsPage} />
            <Route component={Missing} />
          </Switch>
        </Suspense>
      </Boundary>
    </Shell>
  )
}

function Missing() {
  const t = useTranslate()
  return (
    <div className="stack">
      <h1>{t('error.title')}</h1>
      <Notice tone="warn">
        <div className="row between">
          <p>{t('error.missing')}</p>
          <Link className="button" href="/library">
            {t('nav.library')}
          </Link>
        </div>
      </Notice>
    </div>
  )
}
