/** What a run will take: money, tokens, time, each as a range, and what the caps leave. */
import { Link } from 'wouter'
import type { Quote } from '../api/models'
import { useTranslate } from '../i18n'
import { useFigures } from '../i18n/figures'
import { Notice } from '../parts/notice'

type Props = { quote: Quote; words: number; route: 'compiled' | 'bespoke' }

export function QuoteShown({ quote, words, route }: Props) {
  const say = useTranslate()
  return (
    <section className="quote" aria-label={say('author.quote')} aria-live="polite">
      <h2>{say('author.quote')}</h2>
      <Ranges quote={quote} />
      <Basis quote={quote} words={words} />
      {quote.small_billions > 0 && (
        <Notice tone="warn">
          {say(`author.small.${route}`, { billions: quote.small_billions })}
        </Notice>
      )}
      {quote.refusal && (
        <Notice tone="bad">
          <p lang="en">{quote.refusal}</p>
          <Link href="/settings">{say('author.caps')}</Link>
        </Notice>
      )}
    </section>
  )
}

function Ranges({ quote }: { quote: Quote }) {
  const say = useTranslate()
  const { dollars, count, span } = useFigures()
  const rows = [
    ['author.quote.money', quote.microusd, dollars],
    ['author.quote.tokens', quote.tokens, count],
    ['author.quote.time', quote.seconds, span],
  ] as const
  return (
    <dl>
      {rows.map(([name, { likely, low, high }, told]) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>
            {high === 0
              ? say('author.quote.none')
              : say('author.quote.range', {
                  likely: told(likely),
                  low: told(low),
                  high: told(high),
                })}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Basis({ quote, words }: { quote: Quote; words: number }) {
  const say = useTranslate()
  const { dollars, count } = useFigures()
  return (
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
  )
}
