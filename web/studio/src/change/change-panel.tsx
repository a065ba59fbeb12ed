/** A change asked for in words: what, about which element, what it will cost, and what came of it. */
import { useEffect, useId, useRef, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PickedElement } from '../../../bridge/protocol'
import type { Example } from '../api/examples'
import { listChangeRequests, requestChange } from '../api/change-requests'
import { quoteChange } from '../api/models'
import { Failure, Loading, Notice } from '../parts/notice'
import { labelOf } from './picking'
import { RequestItem } from './request-item'
import type { Picking } from './use-picker'
import { useFigures } from '../i18n/figures'
import './change.css'
import { useTranslate } from '../i18n'

const WORDS_CHARACTERS_MAX = 4_000

type Props = {
  example: Example
  picking: Picking
  element: PickedElement | null
  onElement: (element: PickedElement | null) => void
  /** Whether there is a draft that a change would not know. */
  draft: boolean
}

export function ChangePanel({ example, picking, element, onElement, draft }: Props) {
  const say = useTranslate()
  const queries = useQueryClient()
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const [words, setWords] = useWordsKept(example.id)
  const requests = useQuery({
    queryKey: ['change_requests', example.id, example.version],
    queryFn: () => listChangeRequests(example.id),
    placeholderData: (before) => before,
  })
  const quote = useQuery({
    queryKey: ['quote', 'change', example.id, example.code_snippet_id],
    queryFn: () => quoteChange(example.id),
  })
  const underWay = useRef(false)
  const send = useMutation({
    mutationFn: () => requestChange(example, words.trim(), element),
    onSuccess: () => {
      setWords('')
      onElement(null)
      return queries.invalidateQueries({ queryKey: ['example', example.id] })
    },
  })
  const busy = example.status === 'making' || send.isPending
  const open = example.merge_id !== ''
  const refusal = quote.data?.refusal ?? ''
  const sendable = words.trim() !== '' && !busy && !open && !refusal

  useEffect(() => {
    if (element) field.current?.focus()
  }, [element])

  const askAgain = (earlier: string) => {
    setWords(earlier)
    field.current?.focus()
  }

  return (
    <div className="stack change">
      <form
        className="stack"
        aria-labelledby={`${id}-title`}
        onSubmit={(event) => {
          event.preventDefault()
          if (!sendable || underWay.current) return // a second click, before the first one is rendered
          underWay.current = true
          send.mutate(undefined, { onSettled: () => (underWay.current = false) })
        }}
      >
        <h2 id={`${id}-title`}>{say('change.title')}</h2>
        <p className="small soft">{say('change.lead')}</p>
        <label className="field">
          <span>{say('change.words')}</span>
          <textarea
            ref={field}
            rows={4}
            value={words}
            maxLength={WORDS_CHARACTERS_MAX}
            placeholder={say('change.words.hint')}
            aria-describedby={`${id}-quote`}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        {element && <Pointed element={element} onRemove={() => onElement(null)} />}
        <div className="row">
          <button
            type="button"
            className="button"
            aria-pressed={picking.state === 'on'}
            onClick={picking.state === 'on' ? picking.stop : picking.start}
          >
            {say(picking.state === 'on' ? 'change.pick.stop' : 'change.pick')}
          </button>
          <button type="submit" className="button primary" aria-disabled={!sendable}>
            {say(send.isPending ? 'change.sending' : 'change.send')}
          </button>
        </div>
        <PickingStatus picking={picking} />
        <div id={`${id}-quote`} className="small soft">
          {quote.data && !refusal && <ChangeQuote quote={quote.data} />}
        </div>
        {refusal && <Notice tone="warn">{refusal}</Notice>}
        {draft && <Notice tone="warn">{say('change.draft')}</Notice>}
        {open && <Notice tone="warn">{say('change.merge')}</Notice>}
        {busy && !send.isPending && <p className="small soft">{say('change.busy')}</p>}
        {send.error && <Failure error={send.error} />}
        {quote.error && <Failure error={quote.error} onRetry={() => void quote.refetch()} />}
      </form>
      <section className="stack" aria-labelledby={`${id}-history`}>
        <h3 id={`${id}-history`}>{say('change.history')}</h3>
        {requests.error && (
          <Failure error={requests.error} onRetry={() => void requests.refetch()} />
        )}
        {!requests.data && !requests.error && <Loading />}
        {requests.data?.length === 0 && <p className="soft">{say('change.history.none')}</p>}
        <ol role="list" className="requests">
          {requests.data?.map((request, index) => (
            <RequestItem
              key={request.id}
              example={example}
              request={request}
              newest={index === 0}
              onAgain={() => askAgain(request.words)}
            />
          ))}
        </ol>
      </section>
    </div>
  )
}

/** The element that the request is about, as far as a person can tell it by. */
function Pointed({ element, onRemove }: { element: PickedElement; onRemove: () => void }) {
  const say = useTranslate()
  return (
    <div className="pointed">
      <div className="row between">
        <p>
          <span className="small soft">{say('change.element')}</span>{' '}
          <strong>{labelOf(element)}</strong>
        </p>
        <button
          type="button"
          className="button quiet icon"
          aria-label={say('change.element.remove')}
          title={say('change.element.remove')}
          onClick={onRemove}
        >
          ×
        </button>
      </div>
      <details className="small">
        <summary>{say('change.element.where')}</summary>
        <code>{element.path}</code>
        <pre tabIndex={0} aria-label={say('change.element.code')}>
          {element.html}
        </pre>
      </details>
    </div>
  )
}

export function PickingStatus({ picking }: { picking: Picking }) {
  const say = useTranslate()
  return (
    <div className="small picking" role="status">
      {picking.state === 'on' &&
        (picking.label ? say('change.pointed', { what: picking.label }) : say('change.picking'))}
      {picking.state === 'silent' && say('change.silent')}
    </div>
  )
}

function ChangeQuote({ quote }: { quote: Awaited<ReturnType<typeof quoteChange>> }) {
  const say = useTranslate()
  const { dollars, count } = useFigures()
  const seconds = count(quote.seconds.likely)
  if (quote.microusd.high === 0) return <>{say('change.quote.free', { seconds })}</>
  return (
    <>
      {say('change.quote', {
        likely: dollars(quote.microusd.likely),
        high: dollars(quote.microusd.high),
        cap: dollars(quote.cap_microusd),
        left: dollars(quote.left_microusd),
        seconds,
      })}
    </>
  )
}

/** The words as they are typed, kept while the tab of the browser lives. */
function useWordsKept(exampleId: string): [string, (words: string) => void] {
  const key = `praxeo.change.${exampleId}`
  const [words, setWords] = useState(() => sessionStorage.getItem(key) ?? '')
  useEffect(() => sessionStorage.setItem(key, words), [key, words])
  return [words, setWords]
}
