/** Who is to write the app, in which way, and what that will take: only where there is a model. */
import { useEffect, useId, useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ApiError } from '../api/client'
import { getDocumentInput, type DocumentInput } from '../api/document-inputs'
import { getSettings } from '../api/settings'
import { addDocument } from '../api/document-inputs'
import { type How } from '../api/examples'
import { quoteWords, type Quote } from '../api/models'
import { useFigures } from '../i18n/figures'
import { Failure, Notice } from '../parts/notice'
import { MINIMUM_WORDS, type Recognised } from './recognise'
import './author-choice.css'
import { useTranslate, type Key } from '../i18n'

const PULSE_MS = 700
const IN_WORK: ReadonlySet<string> = new Set(['waiting', 'queued', 'reading'])

/** How an app is to be written. `blocked`: not yet, or not at all. `inputId`: of a document already read. */
export type Writing = { how: How; blocked: boolean; inputId: string }

type Props = {
  models: string[]
  input: Recognised
  /** A sentence if the file cannot be taken. */
  refuse: (file: File) => string
  onChange: (writing: Writing) => void
}

export default function AuthorChoice({ models, input, refuse, onChange }: Props) {
  const say = useTranslate()
  const settings = useQuery({ queryKey: ['settings'], queryFn: getSettings })
  const [author, setAuthor] = useState<'offline' | 'model' | null>(null)
  const [route, setRoute] = useState<'compiled' | 'bespoke'>('compiled')
  const [unsupported, setUnsupported] = useState<'mark' | 'drop'>('mark')
  const [fallback, setFallback] = useState(true)
  const reading = useReading(refuse)
  const automatic = settings.data?.author === 'automatic' ? 'model' : 'offline'
  const chosen = author ?? automatic

  const alone = input.kind === 'files' && input.files.length === 1 ? input.files[0] : undefined
  const read = alone && reading.file === alone ? reading : null
  const words =
    input.kind === 'text' || input.kind === 'transcript'
      ? input.words
      : read?.input?.status === 'ready'
        ? read.input.word_count
        : null
  const isModel = chosen === 'model'
  const quote = useQuery({
    queryKey: ['quote', words, route],
    queryFn: () => quoteWords(words ?? 0, route === 'bespoke'),
    enabled: isModel && words !== null && words >= MINIMUM_WORDS,
    placeholderData: (before) => before,
  })
  const several = input.kind === 'files' && !alone
  const quoted = words !== null && quote.data !== undefined && quote.data.refusal === ''
  const blocked = isModel && !several && !quoted
  const inputId = isModel && read?.input?.status === 'ready' ? read.input.id : ''

  useEffect(() => {
    const how: How = isModel
      ? { author: 'model', route, unsupported, offline_fallback: fallback }
      : { author: 'offline' }
    onChange({ how, blocked, inputId })
  }, [isModel, route, unsupported, fallback, blocked, inputId, onChange])

  if (!settings.data) return null
  return (
    <section className="author-choice" aria-label={say('author.title')}>
      <Choices
        legend="author.title"
        name="author"
        value={chosen}
        onChange={setAuthor}
        choices={[
          { value: 'offline', label: say('author.offline'), why: say('author.offline.why') },
          {
            value: 'model',
            label: say('author.model', { names: models.join(', ') }),
            why: say('author.model.why'),
          },
        ]}
      />
      {isModel && (
        <>
          <Choices
            legend="author.route"
            name="route"
            value={route}
            onChange={setRoute}
            choices={(['compiled', 'bespoke'] as const).map((value) => ({
              value,
              label: say(`author.route.${value}`),
              why: say(`author.route.${value}.why`),
            }))}
          />
          <div className="author-more">
            <label className="field">
              <span>{say('author.unsupported')}</span>
              <select
                value={unsupported}
                onChange={(event) =>
                  setUnsupported(event.target.value === 'drop' ? 'drop' : 'mark')
                }
              >
                {(['mark', 'drop'] as const).map((value) => (
                  <option key={value} value={value}>
                    {say(`author.unsupported.${value}`)}
                  </option>
                ))}
              </select>
            </label>
            <label className="row">
              <input
                type="checkbox"
                checked={fallback}
                onChange={(event) => setFallback(event.target.checked)}
              />
              {say('author.fallback')}
            </label>
          </div>
          {several && <p className="small soft">{say('author.quote.files')}</p>}
          {alone && !read?.input && (
            <div className="row">
              <button
                type="button"
                className="button"
                aria-disabled={reading.busy}
                onClick={() => !reading.busy && reading.read(alone)}
              >
                {say(reading.busy ? 'author.quote.reading' : 'author.quote.read')}
              </button>
              <span className="small soft">{say('author.quote.file')}</span>
            </div>
          )}
          {reading.error && <Failure error={reading.error} />}
          {read?.input && IN_WORK.has(read.input.status) && (
            <p role="status">{say('author.quote.reading')}</p>
          )}
          {read?.input && ['refused', 'failed'].includes(read.input.status) && (
            <Notice tone="bad">{read.input.reason}</Notice>
          )}
          {quote.error && <Failure error={quote.error} onRetry={() => void quote.refetch()} />}
          {words !== null && quote.data && <QuoteShown quote={quote.data} words={words} />}
        </>
      )}
    </section>
  )
}

type ChoicesProps<T extends string> = {
  legend: Key
  name: string
  value: T
  choices: readonly { value: T; label: string; why: string }[]
  onChange: (value: T) => void
}

function Choices<T extends string>({ legend, name, value, choices, onChange }: ChoicesProps<T>) {
  const say = useTranslate()
  const id = useId()
  return (
    <fieldset className="choices">
      <legend>{say(legend)}</legend>
      {choices.map((choice) => (
        <label key={choice.value} data-chosen={choice.value === value}>
          <input
            type="radio"
            name={`${id}-${name}`}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <strong>{choice.label}</strong>
            <span className="small soft">{choice.why}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function QuoteShown({ quote, words }: { quote: Quote; words: number }) {
  const say = useTranslate()
  const { dollars, count, span } = useFigures()
  const rows = [
    ['author.quote.money', quote.microusd, dollars],
    ['author.quote.tokens', quote.tokens, count],
    ['author.quote.time', quote.seconds, span],
  ] as const
  return (
    <section className="quote" aria-label={say('author.quote')} aria-live="polite">
      <h2>{say('author.quote')}</h2>
      <dl>
        {rows.map(([name, range, told]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>
              {range.high === 0
                ? say('author.quote.none')
                : say('author.quote.range', {
                    likely: told(range.likely),
                    low: told(range.low),
                    high: told(range.high),
                  })}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small soft">
        {say('author.quote.words', { count: count(words) })} ·{' '}
        {quote.entries
          ? say('author.quote.basis', { count: count(quote.entries) })
          : say('author.quote.guess')}{' '}
        {say('author.quote.cap', {
          cap: dollars(quote.cap_microusd),
          left: dollars(quote.left_microusd),
        })}
      </p>
      {quote.refusal && (
        <Notice tone="bad">
          <p lang="en">{quote.refusal}</p>
          <Link href="/settings">{say('author.caps')}</Link>
        </Notice>
      )}
    </section>
  )
}

/** A document that is sent and read before anything is made of it. */
function useReading(refuse: (file: File) => string) {
  const [file, setFile] = useState<File | null>(null)
  const [id, setId] = useState('')
  const send = useMutation({
    mutationFn: async (chosen: File): Promise<DocumentInput> => {
      const reason = refuse(chosen)
      if (reason) throw new ApiError(413, { detail: reason })
      return addDocument(chosen, () => undefined)
    },
    onMutate: (chosen) => {
      setFile(chosen)
      setId('')
    },
    onSuccess: (input) => setId(input.id),
  })
  const input = useQuery({
    queryKey: ['document_input', id],
    queryFn: () => getDocumentInput(id),
    enabled: id !== '',
    refetchInterval: ({ state }) =>
      !state.data || IN_WORK.has(state.data.status) ? PULSE_MS : false,
  })
  return {
    file,
    input: id ? input.data : undefined,
    busy: send.isPending,
    error: send.error ?? input.error,
    read: send.mutate,
  }
}
