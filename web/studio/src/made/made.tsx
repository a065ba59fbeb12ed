/** How an app was made: what to know about it, and of a model's who wrote it, on which way and at what cost. */
import type { Example } from '../api/examples'
import type { ledgerTotals } from '../api/ledger-entries'
import { useTranslate } from '../i18n'
import { useFigures } from '../i18n/figures'
import { Facts, type Fact } from '../parts/facts'
import { Failure } from '../parts/notice'
import { Ledger } from './ledger'
import { useTotals } from './use-totals'
import './made.css'

type Totals = Awaited<ReturnType<typeof ledgerTotals>>
type Parts = { example: Example; totals: Totals | undefined }

export default function Made({ example }: { example: Example }) {
  const totals = useTotals(example)
  const calls = totals.data?.calls ?? 0
  return (
    <div className="made">
      <details>
        <Summary example={example} totals={totals.data} />
        <div className="card stack">
          <HowMade example={example} totals={totals.data} />
          {totals.error && <Failure error={totals.error} onRetry={() => void totals.refetch()} />}
          {calls > 0 && <Ledger example={example} />}
        </div>
      </details>
    </div>
  )
}

/** What was charged for the calls, and what was not. */
function useCosts(totals: Totals | undefined): string[] {
  const say = useTranslate()
  const { dollars } = useFigures()
  if (!totals) return []
  const charged = totals.charged_microusd
  const free = totals.price_microusd - charged
  return [
    totals.calls ? say('made.cost.sum', { charged: dollars(charged) }) : '',
    free > 0 ? say('made.cost.free', { free: dollars(free) }) : '',
  ].filter(Boolean)
}

function Summary({ example: { author }, totals }: Parts) {
  const say = useTranslate()
  const costs = useCosts(totals)
  const by = author.startsWith('offline')
    ? say('made.by.offline')
    : say('made.by.model', { author: modelOf(author) })
  return (
    <summary className="small">
      <span>{author ? by : say('made.title')}</span>
      {totals && <span className="soft">{costs.join(' · ')}</span>}
    </summary>
  )
}

function HowMade({ example, totals }: Parts) {
  const say = useTranslate()
  const { count } = useFigures()
  const costs = useCosts(totals)
  const asked = example.wanted_author === 'model'
  const cost = () => {
    if (!totals) return ''
    if (totals.calls === 0) return say('made.cost.none')
    const tokens = totals.prompt_tokens + totals.output_tokens + totals.thinking_tokens
    const calls = { count: count(totals.calls), tokens: count(tokens) }
    return [...costs, say('made.cost.calls', calls)].join(' · ')
  }
  const facts: Fact[] = [
    [say('made.model'), example.author],
    [say('made.route'), say(`made.route.${example.route}`)],
    [say('made.wish'), example.wish],
    [say('made.unsupported'), asked && say(`made.unsupported.${example.unsupported}`)],
    [say('made.cost'), cost()],
  ]
  return <Facts facts={facts} look="wide" />
}

/** "gemini-3.8-flash, write_spec 1" is the model and its prompt. */
const modelOf = (author: string): string => author.split(/[,+]/)[0]?.trim() || author
