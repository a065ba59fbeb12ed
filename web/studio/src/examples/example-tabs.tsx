/** The tabs of an example and the one that is open. */
import { lazy, Suspense, useEffect, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import type { Example } from '../api/examples'
import { useTranslate, withWords } from '../i18n'
import { Loading } from '../parts/notice'
import { PlayTab } from './play-tab'

const DeskTab = lazy(() => import('../desk/desk-tab'))
const AdvancedTab = lazy(() => import('./advanced-tab'))
const ProofTab = lazy(() =>
  withWords(
    withWords(import('./proof-tab'), import('../i18n/en/proving')),
    import('../i18n/en/claims'),
  ),
)
const SourceTab = lazy(() =>
  withWords(
    withWords(
      withWords(import('./source-tab'), import('../i18n/en/mixing')),
      import('../i18n/en/visits'),
    ),
    import('../i18n/en/claims'),
  ),
)
const HistoryTab = lazy(() => import('./history-tab'))
const PublishTab = lazy(() =>
  withWords(
    withWords(import('./publish-tab'), import('../i18n/en/publish')),
    import('../i18n/en/settings'), // the names of the two colour schemes
  ),
)

const TABS = {
  edit: DeskTab,
  play: PlayTab,
  proof: ProofTab,
  source: SourceTab,
  history: HistoryTab,
  publish: PublishTab,
  advanced: AdvancedTab,
}
type TabName = keyof typeof TABS
const NAMES = Object.keys(TABS) as TabName[]

export function ExampleTabs({ example, tab }: { example: Example; tab: string }) {
  const [, go] = useLocation()
  const current = openTab(example, tab)
  const Tab = TABS[current]
  const open = (name: TabName) => go(`/examples/${example.id}/${name}`, { replace: true })
  useEffect(() => {
    document
      .getElementById(`tab-${current}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <>
      <TabList label={example.title} current={current} open={open} />
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${current}`}>
        <Suspense fallback={<Loading />}>
          <Tab example={example} />
        </Suspense>
      </div>
    </>
  )
}

type ListProps = { label: string; current: TabName; open: (name: TabName) => void }

/** The names of the tabs, to be opened by mouse and by arrow keys. */
function TabList({ label, current, open }: ListProps) {
  const t = useTranslate()
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => moveByArrow(event, current, open)}
    >
      {NAMES.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === current}
          aria-controls="tab-panel"
          tabIndex={name === current ? 0 : -1}
          onClick={() => open(name)}
        >
          {t(`tab.${name}`)}
        </button>
      ))}
    </div>
  )
}

/** The desk first; an app that a model wrote as a whole has none. */
export function openTab({ route }: Example, tab: string): TabName {
  const first = route === 'bespoke' ? 'play' : 'edit'
  return NAMES.find((name) => name === tab) ?? first
}

function moveByArrow(event: KeyboardEvent, current: TabName, open: (name: TabName) => void): void {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }
  const direction = document.dir === 'rtl' ? -1 : 1
  const step = steps[event.key]
  if (!step) return
  event.preventDefault()
  const next = NAMES[(NAMES.indexOf(current) + step * direction + NAMES.length) % NAMES.length]
  if (!next) return
  open(next)
  document.getElementById(`tab-${next}`)?.focus()
}
