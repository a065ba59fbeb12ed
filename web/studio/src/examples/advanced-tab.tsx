/** Spec and code beside the live app: drafts from the first keystroke, versions on save. */
import { lazy, Suspense, useRef, useState, type RefObject } from 'react'
import type { Example } from '../api/examples'
import { LivePreview, type Draft } from '../editor/live-preview'
import { SpecPane } from '../editor/spec-pane'
import { useTranslate, withWords, type Key } from '../i18n'
import { Loading } from '../parts/notice'
import { EditBar } from './edit-bar'
import { useEditViews, type Views } from './use-edit-views'
import { useLiveDrafts, type LiveDrafts } from './use-live-drafts'
import '../editor/editor.css'

const CodePane = lazy(() => import('../editor/code-pane'))
const ChangeTab = lazy(() => withWords(import('../change/change-tab'), import('../i18n/en/change')))

export default function AdvancedTab({ example }: { example: Example }) {
  const views = useEditViews()
  const drafts = useLiveDrafts()
  const preview = useRef<HTMLElement>(null)
  const [pickable, setPickable] = useState<Draft | null>(null)
  const [section, setSection] = useState(0)
  const [faulty, setFaulty] = useState(false)
  const { panes, view, texts, changing } = views
  const shown = { draft: changing ? null : drafts.shown, unseen: drafts.unseen, faulty }
  return (
    <div className="edit-tab" data-panes={panes} data-view={view}>
      <EditBar views={views} />
      <div className="edit-panes">
        <div className="edit-texts" hidden={!texts}>
          <Texts {...{ example, views, drafts }} onFaulty={setFaulty} onSection={setSection} />
        </div>
        {views.asked && (
          <Suspense fallback={<Loading />}>
            <ChangeTab
              example={example}
              stage={preview}
              draft={drafts.any}
              hidden={view !== 'change'}
              onShown={setPickable}
              onPicking={views.setPreviewing}
            />
          </Suspense>
        )}
        <Preview
          example={example}
          stage={preview}
          views={views}
          shown={changing ? pickable : shown.draft}
          section={section}
          told={toldOf(shown)}
        />
      </div>
    </div>
  )
}

type TextsProps = {
  example: Example
  views: Views
  drafts: LiveDrafts
  onFaulty: (faulty: boolean) => void
  onSection: (section: number) => void
}

function Texts({ example, views: { panes, aside }, drafts, ...told }: TextsProps) {
  return (
    <>
      {panes !== 'code' && (
        <SpecPane example={example} aside={aside} onLive={drafts.fromSpec} {...told} />
      )}
      {panes !== 'spec' && (
        <Suspense fallback={<Loading />}>
          <CodePane example={example} onLive={drafts.fromCode} />
        </Suspense>
      )}
    </>
  )
}

type Shown = { draft: Draft | null; unseen: boolean; faulty: boolean }

/** What the preview shows, in words. */
function toldOf({ draft, unseen, faulty }: Shown): Key {
  if (faulty) return 'edit.live.faulty'
  if (draft) return `edit.live.${draft.kind}`
  return unseen ? 'edit.live.unseen' : 'edit.live.saved'
}

type PreviewProps = {
  example: Example
  stage: RefObject<HTMLElement | null>
  views: Views
  shown: Draft | null
  section: number
  told: Key
}

function Preview({ example, stage, views, shown, section, told }: PreviewProps) {
  const t = useTranslate()
  const { narrow, view, size } = views
  return (
    <section
      ref={stage}
      className="edit-preview"
      aria-label={t('edit.preview')}
      hidden={narrow && view !== 'preview'}
    >
      <LivePreview
        example={example}
        draft={shown}
        size={size}
        place={section > 0 ? `s${section}` : ''}
      />
      <p className="small soft" role="status">
        {t(told)}
      </p>
    </section>
  )
}
