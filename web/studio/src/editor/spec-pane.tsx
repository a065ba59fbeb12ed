/** The spec editor: outline, grammar, completion, faults as they are typed, and evidence. */
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { Example } from '../api/examples'
import { EvidenceDialog } from '../evidence/evidence-dialog'
import type { Reference } from '../evidence/references'
import { Failure, Loading } from '../parts/notice'
import type { EditorHandle } from './editor-handle'
import { EvidenceBar } from './evidence-bar'
import { GrammarPanel } from './grammar-panel'
import type { Layout } from './layout'
import type { Draft } from './live-preview'
import { Outline } from './outline'
import { entryAt, outlineOf } from './spec-outline'
import { TextPane } from './text-pane'
import { useDraft } from './use-draft'
import type { Version } from './use-writing'
import { REST_MS, useFaults, useSettled } from './use-faults'
import { useSource, useSpecLanguage } from './use-source'
import { useStored } from './use-stored'

type Props = {
  example: Example
  aside: Layout['aside']
  onLive: (draft: Draft | null) => void
  /** The draft has faults, so that the preview stays at what was sound last. */
  onFaulty: (faulty: boolean) => void
  /** The section in which the cursor stands, from 1. */
  onSection: (section: number) => void
}

export function SpecPane(props: Props) {
  const stored = useStored(props.example, 'spec')
  if (stored.version) return <LoadedSpec {...props} stored={stored.version} />
  if (stored.error) return <Failure error={stored.error} onRetry={stored.retry} />
  return <Loading />
}

function LoadedSpec(props: Props & { stored: Version }) {
  const { example, aside, stored } = props
  const editor = useRef<EditorHandle>(null)
  const { draft, faults, settled, sound } = useJudgedDraft(example, stored, editor)
  const entries = useMemo(() => outlineOf(draft.text), [draft.text])
  const [line, setLine] = useState(1)
  const [standing, setStanding] = useState<Reference | null>(null)
  const [opened, setOpened] = useState<Reference | null>(null)
  const source = useSource(example)
  const language = useSpecLanguage(source, setStanding, setOpened)
  const section = entries[entryAt(entries, line)]?.section ?? 0
  useTelling(props, { dirty: draft.dirty, faulty: faults.length > 0, settled, sound, section })
  const goTo = (at: number) => editor.current?.goTo(at)

  return (
    <div className="spec-pane" data-aside={aside}>
      {aside === 'outline' && (
        <Outline entries={entries} line={line} faults={faults} onGo={(entry) => goTo(entry.line)} />
      )}
      {aside === 'grammar' && <GrammarPanel onInsert={(text) => editor.current?.insert(text)} />}
      <TextPane
        example={example}
        kind="spec"
        draft={draft}
        faults={faults}
        language={language}
        editor={editor}
        onLine={setLine}
        onFault={goTo}
      >
        <EvidenceBar source={source} reference={standing} onOpen={setOpened} />
      </TextPane>
      {opened && (
        <EvidenceDialog example={example} reference={opened} onClose={() => setOpened(null)} />
      )}
    </div>
  )
}

/** The draft with what is wrong with it, judged whenever the typing rests. */
function useJudgedDraft(example: Example, stored: Version, editor: RefObject<EditorHandle | null>) {
  const draft = useDraft(example, 'spec', stored, editor)
  const settled = useSettled(draft.text, REST_MS)
  const judged = useFaults(example.id, settled, settled !== draft.known.text)
  const faults = useMemo(
    () => (draft.dirty ? (judged?.faults ?? draft.faults) : []),
    [draft.dirty, draft.faults, judged],
  )
  const sound = judged?.text === settled && judged.faults.length === 0
  return { draft, faults, settled, sound }
}

type Now = { dirty: boolean; faulty: boolean; settled: string; sound: boolean; section: number }

/** Tell the page what the preview is to show. */
function useTelling({ example, onLive, onFaulty, onSection }: Props, now: Now): void {
  const { dirty, faulty, settled, sound, section } = now
  const making = example.status === 'making'
  useEffect(() => {
    if (dirty && sound) onLive({ kind: 'spec', text: settled })
    else if (!dirty && !making) onLive(null)
  }, [dirty, sound, settled, making, onLive])
  useEffect(() => onSection(section), [section, onSection])
  useEffect(() => {
    onFaulty(faulty)
    return () => onFaulty(false)
  }, [faulty, onFaulty])
}
