/** The spec editor: outline, grammar, completion, faults as they are typed, and evidence. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { markdown } from '@codemirror/lang-markdown'
import { readExtraction, type Block } from '../api/inputs'
import { type Example } from '../api/examples'
import { EvidenceDialog } from '../evidence/evidence-dialog'
import { placeOf, type Reference } from '../evidence/references'
import { partsQuery } from '../evidence/use-parts'
import { Failure, Loading } from '../parts/notice'
import { useTranslate } from '../i18n'
import type { EditorHandle } from './code-mirror'
import { EvidenceBar } from './evidence-bar'
import { evidenceMarks, type Telling } from './evidence-marks'
import { GrammarPanel } from './grammar-panel'
import type { Layout } from './layout'
import type { Draft } from './live-preview'
import { Outline } from './outline'
import { specCompletion } from './spec-completion'
import { entryAt, outlineOf } from './spec-outline'
import { TextPane } from './text-pane'
import { useDraft, type Version } from './use-draft'
import { REST_MS, useFaults, useSettled } from './use-faults'
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
  const { example, aside, onLive, onFaulty, onSection, stored } = props
  const editor = useRef<EditorHandle>(null)
  const draft = useDraft(example, 'spec', stored, editor)
  const settled = useSettled(draft.text, REST_MS)
  const judged = useFaults(example.id, settled, settled !== draft.known.text)
  const faults = useMemo(
    () => (draft.dirty ? (judged?.faults ?? draft.faults) : []),
    [draft.dirty, draft.faults, judged],
  )
  const entries = useMemo(() => outlineOf(draft.text), [draft.text])
  const [line, setLine] = useState(1)
  const section = entries[entryAt(entries, line)]?.section ?? 0
  const [standing, setStanding] = useState<Reference | null>(null)
  const [opened, setOpened] = useState<Reference | null>(null)
  const source = useSource(example)
  const language = useSpecLanguage(source, setStanding, setOpened)

  const sound = judged?.text === settled && judged.faults.length === 0
  const making = example.status === 'making'
  useEffect(() => {
    if (draft.dirty && sound) onLive({ kind: 'spec', text: settled })
    else if (!draft.dirty && !making) onLive(null)
  }, [draft.dirty, sound, settled, making, onLive])
  useEffect(() => onSection(section), [section, onSection])
  const faulty = faults.length > 0
  useEffect(() => {
    onFaulty(faulty)
    return () => onFaulty(false)
  }, [faulty, onFaulty])

  return (
    <div className="spec-pane" data-aside={aside}>
      {aside === 'outline' && (
        <Outline
          entries={entries}
          line={line}
          faults={faults}
          onGo={(entry) => editor.current?.goTo(entry.line)}
        />
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
        onFault={(at) => editor.current?.goTo(at)}
      >
        <EvidenceBar source={source} reference={standing} onOpen={setOpened} />
      </TextPane>
      {opened && (
        <EvidenceDialog example={example} reference={opened} onClose={() => setOpened(null)} />
      )}
    </div>
  )
}

const extractionQuery = (example: Example) => ({
  queryKey: ['extraction', example.input_id],
  queryFn: () => readExtraction(example),
  staleTime: Infinity,
})

/** What the source says, as far as it is loaded. */
export type SourceAtHand = {
  blocks: () => readonly Block[]
  parts: (block: string) => Promise<string[]>
  place: (block: Block) => string
  tell: (reference: Reference) => Promise<Telling | null>
}

function useSource(example: Example): SourceAtHand {
  const t = useTranslate()
  const queries = useQueryClient()
  const extraction = useQuery(extractionQuery(example))
  const asked = useRef(example)
  asked.current = example
  const blocks = useRef<readonly Block[]>([])
  blocks.current = extraction.data?.blocks ?? []
  return useMemo(() => {
    const place = (block: Block) => placeOf(block, t)
    const parts = (block: string) => queries.fetchQuery(partsQuery(asked.current, block))
    return {
      blocks: () => blocks.current,
      parts,
      place,
      tell: async ({ block: id, part }: Reference) => {
        // Awaited: what is not loaded yet is not what the source does not have.
        const all = await queries.fetchQuery(extractionQuery(asked.current))
        const block = all.blocks.find((candidate) => candidate.id === id)
        if (!block) return null
        const quote = part === null ? block.text : (await parts(id))[part - 1]
        return quote === undefined ? null : { quote, place: place(block) }
      },
    }
    // The blocks come by reference as soon as they are there.
  }, [queries, t])
}

function useSpecLanguage(
  source: SourceAtHand,
  stand: (reference: Reference | null) => void,
  open: (reference: Reference) => void,
) {
  const t = useTranslate()
  return useMemo(
    () => [
      markdown(),
      specCompletion(source),
      evidenceMarks({
        tell: source.tell,
        open,
        stand,
        words: { open: t('evidence.open'), missing: t('evidence.nowhere') },
      }),
    ],
    [source, open, stand, t],
  )
}
