/** One request: its words, what came of it and why, what differs, and the way back. */
import { lazy, Suspense, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { readCodeText, restoreCode } from '../api/code-snippets'
import { type Example } from '../api/examples'
import { readSpecText, restoreSpec } from '../api/specs'
import type { ChangeRequest } from '../api/change-requests'
import { Failure, Loading } from '../parts/notice'
import { useFigures } from '../i18n/figures'
import { useTranslate, type Key } from '../i18n'

const Compare = lazy(() => import('../editor/compare'))
const TONE = { pending: '', changed: 'good', unchanged: 'warn', failed: 'bad' } as const

type Props = { example: Example; request: ChangeRequest; newest: boolean; onAgain: () => void }

export function RequestItem({ example, request, newest, onAgain }: Props) {
  const say = useTranslate()
  const [comparing, setComparing] = useState(false)
  const versions = versionsOf(request)
  const failed = request.outcome === 'failed' || request.outcome === 'unchanged'
  return (
    <li className="request" data-outcome={request.outcome}>
      <RequestHead request={request} />
      <Outcome request={request} />
      <div className="row">
        {versions.after && request.outcome !== 'pending' && (
          <button
            type="button"
            className="button small"
            aria-expanded={comparing}
            onClick={() => setComparing(!comparing)}
          >
            {say(comparing ? 'change.diff.hide' : diffKey(request))}
          </button>
        )}
        {request.outcome === 'changed' && <Undo example={example} versions={versions} />}
        {newest && failed && (
          <button type="button" className="button small" onClick={onAgain}>
            {say('change.again')}
          </button>
        )}
      </div>
      {comparing && (
        <Suspense fallback={<Loading />}>
          {withSpec(request) && (
            <Differences ofSpec before={request.based_on_spec_id} after={request.spec_id} />
          )}
          <Differences {...versions} />
        </Suspense>
      )}
    </li>
  )
}

type Versions = { ofSpec: boolean; before: string; after: string }

/** The versions of the spec or the code before and after it. */
function versionsOf(request: ChangeRequest): Versions {
  const ofSpec = request.subject === 'spec'
  return {
    ofSpec,
    before: ofSpec ? request.based_on_spec_id : request.based_on_code_id,
    after: ofSpec ? request.spec_id : request.code_snippet_id,
  }
}

/** Whether the spec of an app that a model wrote was changed together with its code. */
const withSpec = ({ subject, spec_id }: ChangeRequest): boolean =>
  subject === 'code' && spec_id !== ''

const diffKey = ({ outcome }: ChangeRequest): Key =>
  outcome === 'changed' ? 'change.diff' : 'change.diff.tried'

function RequestHead({ request }: { request: ChangeRequest }) {
  const say = useTranslate()
  const { when } = useFigures()
  const about = request.element_name || request.element_text
  return (
    <>
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
    </>
  )
}

/** The way back, as long as what came of the request is the current version. */
function Undo({ example, versions }: { example: Example; versions: Versions }) {
  const say = useTranslate()
  const queries = useQueryClient()
  const { ofSpec, before, after } = versions
  const undo = useMutation({
    mutationFn: async () => void (await (ofSpec ? restoreSpec(before) : restoreCode(before))),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['example', example.id] }),
  })
  const busy = example.status === 'making' || example.merge_id !== '' || undo.isPending
  const current = ofSpec ? example.spec_id : example.code_snippet_id
  return (
    <>
      {after === current && (
        <button
          type="button"
          className="button small"
          aria-disabled={busy}
          onClick={() => !busy && undo.mutate()}
        >
          {say('change.undo')}
        </button>
      )}
      {undo.error && <Failure error={undo.error} />}
      {undo.isSuccess && (
        <p className="small" role="status">
          {say('change.undone')}
        </p>
      )}
    </>
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
        <>
          <p className="small">
            {say(`change.lines.${request.subject}`, {
              added: count(request.lines_added),
              removed: count(request.lines_removed),
            })}
            {withSpec(request) && <> {say('change.spec.too')}</>}
          </p>
          {request.reason_code === 'claims_unsupported' && (
            <p className="small bad">⚠ {say('change.unsaid')}</p>
          )}
        </>
      )
    default:
      return <Why request={request} />
  }
}

function Why({ request }: { request: ChangeRequest }) {
  const say = useTranslate()
  const why: Key =
    request.reason_code === 'check_failed'
      ? 'change.because.check'
      : request.outcome === 'failed'
        ? 'change.because.failed'
        : 'change.because.unchanged'
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

function Differences({ ofSpec, before, after }: Versions) {
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
