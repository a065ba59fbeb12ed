/** One request: its words, what came of it and why, what differs, and the way back. */
import { lazy, Suspense, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { readCodeText, restoreCode } from '../api/code-snippets'
import { type Example } from '../api/examples'
import { readSpecText, restoreSpec } from '../api/specs'
import type { ChangeRequest } from '../api/change-requests'
import { Failure, Loading } from '../parts/notice'
import { useFigures } from '../i18n/figures'
import { useTranslate } from '../i18n'

const Compare = lazy(() => import('../editor/compare'))
const TONE = { pending: '', changed: 'good', unchanged: 'warn', failed: 'bad' } as const

type Props = { example: Example; request: ChangeRequest; newest: boolean; onAgain: () => void }

export function RequestItem({ example, request, newest, onAgain }: Props) {
  const say = useTranslate()
  const { when } = useFigures()
  const queries = useQueryClient()
  const [comparing, setComparing] = useState(false)
  const ofSpec = request.subject === 'spec'
  const before = ofSpec ? request.based_on_spec_id : request.based_on_code_id
  const after = ofSpec ? request.spec_id : request.code_snippet_id
  const current = ofSpec ? example.spec_id : example.code_snippet_id
  const busy = example.status === 'making' || example.merge_id !== ''
  const undo = useMutation({
    mutationFn: async () => void (await (ofSpec ? restoreSpec(before) : restoreCode(before))),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['example', example.id] }),
  })
  const about = request.element_name || request.element_text
  return (
    <li className="request" data-outcome={request.outcome}>
      <div className="row between">
        <p className="request-words">{request.words}</p>
        <span className={`badge ${TONE[request.outcome]}`}>
          {say(`change.outcome.${request.outcome}`)}
        </span>
      </div>
      <p className="small soft">
        {when(request.created_at)}
        {request.element_path && (
          <>
            {' · '}
            {request.element_role} {about && <>“{about.slice(0, 80)}”</>}{' '}
            <code>{request.element_path}</code>
          </>
        )}
      </p>
      <Outcome request={request} />
      <div className="row">
        {after && request.outcome !== 'pending' && (
          <button
            type="button"
            className="button small"
            aria-expanded={comparing}
            onClick={() => setComparing(!comparing)}
          >
            {say(
              comparing
                ? 'change.diff.hide'
                : request.outcome === 'changed'
                  ? 'change.diff'
                  : 'change.diff.tried',
            )}
          </button>
        )}
        {request.outcome === 'changed' && after === current && (
          <button
            type="button"
            className="button small"
            aria-disabled={busy || undo.isPending}
            onClick={() => !busy && !undo.isPending && undo.mutate()}
          >
            {say('change.undo')}
          </button>
        )}
        {newest && (request.outcome === 'failed' || request.outcome === 'unchanged') && (
          <button type="button" className="button small" onClick={onAgain}>
            {say('change.again')}
          </button>
        )}
      </div>
      {undo.error && <Failure error={undo.error} />}
      {undo.isSuccess && (
        <p className="small" role="status">
          {say('change.undone')}
        </p>
      )}
      {comparing && (
        <Suspense fallback={<Loading />}>
          <Differences ofSpec={ofSpec} before={before} after={after} />
        </Suspense>
      )}
    </li>
  )
}

function Outcome({ request }: { request: ChangeRequest }) {
  const say = useTranslate()
  const { count } = useFigures()
  switch (request.outcome) {
    case 'pending':
      return (
        <p className="small" role="status">
          {say('change.working')}
        </p>
      )
    case 'changed':
      return (
        <p className="small">
          {say(`change.lines.${request.subject}`, {
            added: count(request.lines_added),
            removed: count(request.lines_removed),
          })}
        </p>
      )
    default: {
      const why =
        request.reason_code === 'check_failed'
          ? 'change.because.check'
          : (`change.because.${request.outcome}` as const)
      return (
        <div className="request-why">
          {request.reason_code === 'cancelled' ? (
            <p>{say('change.cancelled')}</p>
          ) : (
            <p>
              <span className="soft">{say(why)}</span> {request.reason}
            </p>
          )}
          {request.outcome === 'failed' && <p className="small soft">{say('change.kept')}</p>}
        </div>
      )
    }
  }
}

function Differences(props: { ofSpec: boolean; before: string; after: string }) {
  const { ofSpec, before, after } = props
  const say = useTranslate()
  const read = ofSpec ? readSpecText : readCodeText
  const texts = useQuery({
    queryKey: ['compare', before, after],
    queryFn: () => Promise.all([read(before), read(after)]),
    staleTime: Infinity,
  })
  if (texts.error) return <Failure error={texts.error} />
  if (!texts.data) return <Loading />
  const [left, right] = texts.data
  return <Compare before={left} after={right} names={[say('change.before'), say('change.after')]} />
}
