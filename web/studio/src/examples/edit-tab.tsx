/** Spec and code beside the live app: drafts from the first keystroke, versions on save. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useSearch } from 'wouter'
import { useQuery } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { modelsQuery } from '../api/models'
import { CodePane } from '../editor/code-pane'
import { useLayout, useNarrow, type Layout, type Panes } from '../editor/layout'
import { LivePreview, WIDTHS, type Draft, type Size } from '../editor/live-preview'
import { SpecPane } from '../editor/spec-pane'
import { Loading } from '../parts/notice'
import { Segments } from '../parts/segments'
import { useTranslate } from '../i18n'
import '../editor/editor.css'

const ChangeTab = lazy(() => import('../change/change-tab'))

type View = Panes | 'change' | 'preview'

export default function EditTab({ example }: { example: Example }) {
  const t = useTranslate()
  const narrow = useNarrow()
  const [layout, change] = useLayout()
  const [previewing, setPreviewing] = useState(false)
  const preview = useRef<HTMLElement>(null)
  const models = useQuery(modelsQuery)
  // The place for changes in words stays open once it is there: it holds what was picked.
  const [asking, setAsking] = useState<'never' | 'yes' | 'no'>('never')
  const search = useSearch() // a diagnosis leads to “edit?change”
  useEffect(() => {
    if (search === 'change') setAsking('yes')
  }, [search])
  const [pickable, setPickable] = useState<Draft | null>(null)
  const [live, setLive] = useState<{ spec: Draft | null; code: Draft | null; last: Draft | null }>(
    NOTHING,
  )
  const [section, setSection] = useState(0)
  const [faulty, setFaulty] = useState(false)
  const fromSpec = useCallback((draft: Draft | null) => setLive(withDraft('spec', draft)), [])
  const fromCode = useCallback((draft: Draft | null) => setLive(withDraft('code', draft)), [])

  const panes: Panes = narrow && layout.panes === 'both' ? 'spec' : layout.panes
  const canAsk = (models.data?.models.length ?? 0) > 0
  const views: View[] = ['spec', 'code', narrow ? 'preview' : 'both']
  if (canAsk) views.splice(2, 0, 'change')
  const changing = canAsk && asking === 'yes'
  const view: View = narrow && previewing ? 'preview' : changing ? 'change' : panes
  const show = (next: View) => {
    setPreviewing(next === 'preview')
    if (next === 'preview') return
    if (next === 'change') setAsking('yes')
    else {
      setAsking((before) => (before === 'never' ? 'never' : 'no'))
      change({ panes: next })
    }
  }
  // A narrow window has no room beside the text: there it opens only when asked for.
  const [over, setOver] = useState<Layout['aside']>('none')
  const aside = narrow ? over : layout.aside
  const toggle = (wanted: Layout['aside']) => {
    const next = aside === wanted ? 'none' : wanted
    if (narrow) setOver(next)
    else change({ aside: next })
  }
  const unseen = live.last?.kind === 'spec' && BESPOKE.test(live.last.text)
  const draft = changing ? null : unseen ? live.code : live.last
  const texts = view !== 'preview' && view !== 'change'

  return (
    <div className="edit-tab" data-panes={panes} data-view={view}>
      <div className="edit-bar">
        <Segments
          legend={t('edit.panes')}
          name="panes"
          value={view}
          choices={views.map((value) => ({ value, label: t(`edit.${value}`) }))}
          onChange={show}
        />
        {panes !== 'code' && texts && (
          <div className="row">
            {(['outline', 'grammar'] as const).map((name) => (
              <button
                key={name}
                type="button"
                className="button quiet"
                aria-pressed={aside === name}
                onClick={() => toggle(name)}
              >
                {t(`edit.${name}`)}
              </button>
            ))}
          </div>
        )}
        {(!narrow || view === 'preview') && (
          <div className="edit-sizes">
            <Segments
              legend={t('play.width')}
              name="size"
              value={layout.size}
              choices={(Object.keys(WIDTHS) as Size[]).map((value) => ({
                value,
                label: t(`play.${value}`),
              }))}
              onChange={(size) => change({ size })}
            />
          </div>
        )}
      </div>
      <div className="edit-panes">
        <div className="edit-texts" hidden={!texts}>
          {panes !== 'code' && (
            <SpecPane
              example={example}
              aside={aside}
              onLive={fromSpec}
              onFaulty={setFaulty}
              onSection={setSection}
            />
          )}
          {panes !== 'spec' && <CodePane example={example} onLive={fromCode} />}
        </div>
        {canAsk && asking !== 'never' && (
          <Suspense fallback={<Loading />}>
            <ChangeTab
              example={example}
              stage={preview}
              draft={live.last !== null}
              hidden={view !== 'change'}
              onShown={setPickable}
              onPicking={setPreviewing}
            />
          </Suspense>
        )}
        <section
          ref={preview}
          className="edit-preview"
          aria-label={t('edit.preview')}
          hidden={narrow && view !== 'preview'}
        >
          <LivePreview
            example={example}
            draft={changing ? pickable : draft}
            size={layout.size}
            section={section}
          />
          <p className="small soft" role="status">
            {t(
              faulty
                ? 'edit.live.faulty'
                : draft
                  ? `edit.live.${draft.kind}`
                  : unseen
                    ? 'edit.live.unseen'
                    : 'edit.live.saved',
            )}
          </p>
        </section>
      </div>
    </div>
  )
}

/** A spec of format 2: its app is written by a model and cannot be compiled. */
const BESPOKE = /^spec:\s*2\b/m

const NOTHING = { spec: null, code: null, last: null }

/** The preview shows what was written last, as long as it is not saved or thrown away. */
const withDraft =
  (kind: 'spec' | 'code', draft: Draft | null) =>
  (before: { spec: Draft | null; code: Draft | null; last: Draft | null }) => {
    if (before[kind] === draft || (draft && before[kind]?.text === draft.text)) return before
    const after = { ...before, [kind]: draft }
    return { ...after, last: draft ?? after.spec ?? after.code }
  }
