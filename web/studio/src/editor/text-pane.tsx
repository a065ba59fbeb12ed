/** An editor with all that belongs to its draft: what was restored, conflicts, faults, saving. */
import type { ReactNode, Ref } from 'react'
import type { Extension } from '@codemirror/state'
import type { Fault } from '../api/client'
import type { Example } from '../api/examples'
import { Failure, Notice } from '../parts/notice'
import { usePreferences } from '../settings/use-preferences'
import { useTranslate } from '../i18n'
import { useTold } from '../i18n/told'
import { chord } from '../shell/key-names'
import { CodeMirror } from './code-mirror'
import type { EditorHandle } from './editor-handle'
import { Conflict } from './conflict'
import type { DraftState, Kind } from './use-draft'

type Props = {
  example: Example
  kind: Kind
  draft: DraftState
  faults: readonly Fault[]
  language: Extension
  editor: Ref<EditorHandle>
  onLine?: (line: number) => void
  onFault?: (line: number) => void
  /** What stands between the editor and its foot. */
  children?: ReactNode
}

const FAULTS_SHOWN = 20

export function TextPane(props: Props) {
  const { example, kind, draft, faults, language, editor, onLine, onFault, children } = props
  const t = useTranslate()
  const busy = example.status === 'making'
  const savable = draft.dirty && !draft.saving && !busy && !draft.outdated
  const save = () => savable && draft.save()
  return (
    <section className="text-pane" aria-label={t(`edit.${kind}`)}>
      <DraftNotices draft={draft} busy={busy} />
      <CodeMirror
        label={t(`edit.${kind}`)}
        text={draft.text}
        language={language}
        faults={faults}
        historyKey={`praxeo.undo.${example.id}.${kind}`}
        onChange={draft.edit}
        onLine={onLine}
        onSave={save}
        handle={editor}
      />
      {faults.length > 0 && <Faults faults={faults} onFault={onFault} />}
      {children}
      <SaveBar draft={draft} {...{ example, busy, savable }} onSave={save} />
    </section>
  )
}

/** What is to be known of the draft before one writes on. */
function DraftNotices({ draft, busy }: { draft: DraftState; busy: boolean }) {
  const t = useTranslate()
  return (
    <>
      {draft.restored && draft.dirty && !draft.outdated && (
        <Notice>
          <div className="row between">
            <p>{t('edit.restored')}</p>
            <button type="button" className="button quiet" onClick={draft.discard}>
              {t('edit.discard')}
            </button>
          </div>
        </Notice>
      )}
      {draft.elsewhere && !draft.outdated && (
        <Notice>
          <p className="small">{t('edit.elsewhere')}</p>
        </Notice>
      )}
      {draft.outdated && <Conflict draft={draft} busy={busy} />}
      {draft.refused && <Failure error={draft.refused} />}
    </>
  )
}

function Faults({ faults, onFault }: Pick<Props, 'faults' | 'onFault'>) {
  const t = useTranslate()
  const told = useTold()
  return (
    <section className="faults" aria-label={t('edit.faults.title')}>
      <p className="small" role="status">
        {t('edit.faults', { count: faults.length })}
      </p>
      <ul role="list">
        {faults.slice(0, FAULTS_SHOWN).map((fault) => (
          <li key={`${fault.line}-${fault.message}`}>
            <button type="button" onClick={() => onFault?.(fault.line)}>
              {t('edit.invalid', { line: fault.line, message: told(fault).text })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type SaveBarProps = Pick<Props, 'example' | 'draft'> & {
  busy: boolean
  savable: boolean
  onSave: () => void
}

function SaveBar({ example, draft, busy, savable, onSave }: SaveBarProps) {
  const t = useTranslate()
  const { language } = usePreferences()
  return (
    <div className="row between save-bar">
      <KeptState draft={draft} />
      <button
        type="button"
        className="button primary"
        aria-disabled={!savable}
        title={busy ? t('edit.conflict.busy') : chord(['Mod', 'S'], language)}
        onClick={onSave}
      >
        {t(example.status === 'specified' ? 'action.save' : 'edit.save')}
      </button>
    </div>
  )
}

/** What became of what was written: kept here and when, saved as which version, or not kept. */
function KeptState({ draft }: { draft: DraftState }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const time = (at: number) =>
    new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  const state = draft.saving
    ? t('edit.saving')
    : draft.dirty && draft.keptAt === null
      ? t('edit.notkept')
      : draft.dirty && draft.keptAt
        ? t('edit.draft', { time: time(draft.keptAt) })
        : draft.savedNumber
          ? t('edit.saved', { number: draft.savedNumber })
          : ''
  return (
    <p className="small soft kept" role="status" data-kept={draft.dirty && draft.keptAt !== null}>
      {state}
    </p>
  )
}
