/** An editor with all that belongs to its draft: what was restored, conflicts, faults, saving. */
import type { ReactNode, Ref } from 'react'
import type { Extension } from '@codemirror/state'
import type { Fault } from '../api/client'
import type { Example } from '../api/examples'
import { Failure, Notice } from '../parts/notice'
import { usePreferences } from '../settings/use-preferences'
import { useTranslate } from '../i18n'
import { chord } from '../shell/key-names'
import { CodeMirror, type EditorHandle } from './code-mirror'
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
  const { language: spoken } = usePreferences()
  const busy = example.status === 'making'
  const savable = draft.dirty && !draft.saving && !busy && !draft.outdated
  return (
    <section className="text-pane" aria-label={t(`edit.${kind}`)}>
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
      <CodeMirror
        label={t(`edit.${kind}`)}
        text={draft.text}
        language={language}
        faults={faults}
        historyKey={`praxeo.undo.${example.id}.${kind}`}
        onChange={draft.edit}
        onLine={onLine}
        onSave={() => savable && draft.save()}
        handle={editor}
      />
      {faults.length > 0 && (
        <section className="faults" aria-label={t('edit.faults.title')}>
          <p className="small" role="status">
            {t('edit.faults', { count: faults.length })}
          </p>
          <ul role="list">
            {faults.slice(0, FAULTS_SHOWN).map((fault) => (
              <li key={`${fault.line}-${fault.message}`}>
                <button type="button" onClick={() => onFault?.(fault.line)}>
                  {t('edit.invalid', fault)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {children}
      <div className="row between save-bar">
        <KeptState draft={draft} />
        <button
          type="button"
          className="button primary"
          aria-disabled={!savable}
          title={busy ? t('edit.conflict.busy') : chord(['Mod', 'S'], spoken)}
          onClick={() => savable && draft.save()}
        >
          {t('edit.save')}
        </button>
      </div>
    </section>
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
