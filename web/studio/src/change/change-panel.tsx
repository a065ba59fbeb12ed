/** A change asked for in words: what, about which element, what it will cost, and what came of it. */
import { useEffect, useId, useRef } from 'react'
import type { PickedElement } from '../../../bridge/protocol'
import type { Example } from '../api/examples'
import type { Quote } from '../api/models'
import { useTranslate } from '../i18n'
import { useFigures } from '../i18n/figures'
import { Failure, Notice } from '../parts/notice'
import { labelOf } from './picking'
import { PickingStatus } from './picking-status'
import { Requests } from './requests'
import { useChange, type Change } from './use-change'
import type { Picking } from './use-picker'
import './change.css'

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
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const change = useChange(example, { element, onSent: () => onElement(null) })
  useEffect(() => {
    if (element) field.current?.focus()
  }, [element])
  const askAgain = (earlier: string) => (change.setWords(earlier), field.current?.focus())
  return (
    <div className="stack change">
      <form className="stack" aria-labelledby={`${id}-title`} onSubmit={change.submit}>
        <h2 id={`${id}-title`}>{say('change.title')}</h2>
        <p className="small soft">{say('change.lead')}</p>
        <label className="field">
          <span>{say('change.words')}</span>
          <textarea
            ref={field}
            rows={4}
            value={change.words}
            maxLength={WORDS_CHARACTERS_MAX}
            placeholder={say('change.words.hint')}
            aria-describedby={`${id}-quote`}
            onChange={(event) => change.setWords(event.target.value)}
          />
        </label>
        {element && <Pointed element={element} onRemove={() => onElement(null)} />}
        <Buttons change={change} picking={picking} />
        <PickingStatus picking={picking} />
        <div id={`${id}-quote`} className="small soft">
          {change.quote.data && !change.refusal && <ChangeQuote quote={change.quote.data} />}
        </div>
        <Obstacles change={change} draft={draft} />
      </form>
      <Requests example={example} onAgain={askAgain} />
    </div>
  )
}

function Buttons({ change, picking }: { change: Change; picking: Picking }) {
  const say = useTranslate()
  const on = picking.state === 'on'
  return (
    <div className="row">
      <button
        type="button"
        className="button"
        aria-pressed={on}
        onClick={on ? picking.stop : picking.start}
      >
        {say(on ? 'change.pick.stop' : 'change.pick')}
      </button>
      <button type="submit" className="button primary" aria-disabled={!change.sendable}>
        {say(change.send.isPending ? 'change.sending' : 'change.send')}
      </button>
    </div>
  )
}

/** What stands in the way, or should be known before. */
function Obstacles({ change, draft }: { change: Change; draft: boolean }) {
  const say = useTranslate()
  const { quote, send, busy, open, refusal } = change
  return (
    <>
      {refusal && <Notice tone="warn">{refusal}</Notice>}
      {draft && <Notice tone="warn">{say('change.draft')}</Notice>}
      {open && <Notice tone="warn">{say('change.merge')}</Notice>}
      {busy && !send.isPending && <p className="small soft">{say('change.busy')}</p>}
      {send.error && <Failure error={send.error} />}
      {quote.error && <Failure error={quote.error} onRetry={() => void quote.refetch()} />}
    </>
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

function ChangeQuote({ quote }: { quote: Quote }) {
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
