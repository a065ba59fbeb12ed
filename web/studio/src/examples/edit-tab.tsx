/** Spec and code beside the live app: drafts from the first keystroke, versions on save. */
import { useCallback, useState } from 'react'
import type { Example } from '../api/praxeo'
import { CodePane } from '../editor/code-pane'
import { useLayout, useNarrow, type Layout, type Panes } from '../editor/layout'
import { LivePreview, WIDTHS, type Draft, type Size } from '../editor/live-preview'
import { SpecPane } from '../editor/spec-pane'
import { Segments } from '../parts/segments'
import { useTranslate } from '../i18n'
import '../editor/editor.css'

type View = Panes | 'preview'

export default function EditTab({ example }: { example: Example }) {
  const t = useTranslate()
  const narrow = useNarrow()
  const [layout, change] = useLayout()
  const [previewing, setPreviewing] = useState(false)
  const [live, setLive] = useState<{ spec: Draft | null; code: Draft | null; last: Draft | null }>(
    NOTHING,
  )
  const [section, setSection] = useState(0)
  const fromSpec = useCallback((draft: Draft | null) => setLive(withDraft('spec', draft)), [])
  const fromCode = useCallback((draft: Draft | null) => setLive(withDraft('code', draft)), [])

  const panes: Panes = narrow && layout.panes === 'both' ? 'spec' : layout.panes
  const views: View[] = narrow ? ['spec', 'code', 'preview'] : ['spec', 'code', 'both']
  const view: View = narrow && previewing ? 'preview' : panes
  const show = (next: View) => {
    setPreviewing(next === 'preview')
    if (next !== 'preview') change({ panes: next })
  }
  const toggle = (aside: Layout['aside']) =>
    change({ aside: layout.aside === aside ? 'none' : aside })
  const draft = live.last

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
        {panes !== 'code' && view !== 'preview' && (
          <div className="row">
            {(['outline', 'grammar'] as const).map((aside) => (
              <button
                key={aside}
                type="button"
                className="button quiet"
                aria-pressed={layout.aside === aside}
                onClick={() => toggle(aside)}
              >
                {t(`edit.${aside}`)}
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
        <div className="edit-texts" hidden={view === 'preview'}>
          {panes !== 'code' && (
            <SpecPane
              example={example}
              aside={layout.aside}
              onLive={fromSpec}
              onSection={setSection}
            />
          )}
          {panes !== 'spec' && <CodePane example={example} onLive={fromCode} />}
        </div>
        <section
          className="edit-preview"
          aria-label={t('edit.preview')}
          hidden={narrow && view !== 'preview'}
        >
          <LivePreview example={example} draft={draft} size={layout.size} section={section} />
          <p className="small soft" role="status">
            {t(draft ? `edit.live.${draft.kind}` : 'edit.live.saved')}
          </p>
        </section>
      </div>
    </div>
  )
}

const NOTHING = { spec: null, code: null, last: null }

/** The preview shows what was written last, as long as it is not saved or thrown away. */
const withDraft =
  (kind: 'spec' | 'code', draft: Draft | null) =>
  (before: { spec: Draft | null; code: Draft | null; last: Draft | null }) => {
    if (before[kind] === draft || (draft && before[kind]?.text === draft.text)) return before
    const after = { ...before, [kind]: draft }
    return { ...after, last: draft ?? after.spec ?? after.code }
  }
