/** The code editor: the app's one HTML file, edited by hand. */
import { useEffect, useMemo, useRef } from 'react'
import { html } from '@codemirror/lang-html'
import type { Example } from '../api/examples'
import { Failure, Loading } from '../parts/notice'
import { useTranslate } from '../i18n'
import type { EditorHandle } from './editor-handle'
import type { Draft } from './live-preview'
import { TextPane } from './text-pane'
import { useDraft } from './use-draft'
import type { Version } from './use-writing'
import { REST_MS, useSettled } from './use-faults'
import { useStored } from './use-stored'

type Props = { example: Example; onLive: (draft: Draft | null) => void }

export default function CodePane(props: Props) {
  const stored = useStored(props.example, 'code')
  if (stored.version) return <LoadedCode {...props} stored={stored.version} />
  if (stored.error) return <Failure error={stored.error} onRetry={stored.retry} />
  return <Loading />
}

function LoadedCode({ example, onLive, stored }: Props & { stored: Version }) {
  const t = useTranslate()
  const editor = useRef<EditorHandle>(null)
  const draft = useDraft(example, 'code', stored, editor)
  const settled = useSettled(draft.text, REST_MS)
  const language = useMemo(() => html(), [])
  const making = example.status === 'making'
  useEffect(() => {
    if (draft.dirty) onLive({ kind: 'code', text: settled })
    else if (!making) onLive(null)
  }, [draft.dirty, settled, making, onLive])
  return (
    <TextPane
      example={example}
      kind="code"
      draft={draft}
      faults={NONE}
      language={language}
      editor={editor}
    >
      <p className="small soft">{t('edit.code.note')}</p>
    </TextPane>
  )
}

const NONE: never[] = []
