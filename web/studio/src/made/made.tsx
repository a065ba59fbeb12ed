/** How an app was made: what to know about it, and of a model's who wrote it, on which way and at what cost. */
import { useQuery } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { ledgerTotals, listLedger, type LedgerEntry } from '../api/ledger-entries'
import { useFigures } from '../i18n/figures'
import { useTold } from '../i18n/told'
import { Failure } from '../parts/notice'
import './made.css'
import { useTranslate, type Key } from '../i18n'

export default function Made({ example }: { example: Example }) {
  const say = useTranslate()
  const { dollars, count } = useFigures()
  const totals = useQuery({
    queryKey: ['ledger', 'totals', example.id, example.version],
    queryFn: () => ledgerTotals(example.id),
    placeholderData: (before) => before,
  })
  const asked = example.wanted_author === 'model'
  const calls = totals.data?.calls ?? 0
  if (!asked && calls === 0) return <Warnings example={example} />
  const offline = example.author.startsWith('offline')
  const charged = totals.data?.charged_microusd ?? 0
  const free = (totals.data?.price_microusd ?? 0) - charged
  return (
    <div className="made">
      <details>
        <summary className="small">
          <span>
            {!example.author
              ? say('made.title')
              : offline
                ? say('made.by.offline')
                : say('made.by.model', { author: modelOf(example.author) })}
          </span>
          {totals.data && (
            <span className="soft">
              {calls ? say('made.cost.sum', { charged: dollars(charged) }) : ''}
              {free > 0 && ` · ${say('made.cost.free', { free: dollars(free) })}`}
            </span>
          )}
        </summary>
        <div className="card stack">
          <dl className="made-facts">
            {example.author && (
              <div>
                <dt>{say('made.model')}</dt>
                <dd>{example.author}</dd>
              </div>
            )}
            <div>
              <dt>{say('made.route')}</dt>
              <dd>{say(`made.route.${example.route}`)}</dd>
            </div>
            {asked && (
              <div>
                <dt>{say('made.unsupported')}</dt>
                <dd>{say(`made.unsupported.${example.unsupported}`)}</dd>
              </div>
            )}
            {totals.data && (
              <div>
                <dt>{say('made.cost')}</dt>
                <dd>
                  {calls === 0
                    ? say('made.cost.none')
                    : [
                        say('made.cost.sum', { charged: dollars(charged) }),
                        free > 0 ? say('made.cost.free', { free: dollars(free) }) : '',
                        say('made.cost.calls', {
                          count: count(calls),
                          tokens: count(
                            totals.data.prompt_tokens +
                              totals.data.output_tokens +
                              totals.data.thinking_tokens,
                          ),
                        }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                </dd>
              </div>
            )}
          </dl>
          {totals.error && <Failure error={totals.error} onRetry={() => void totals.refetch()} />}
          {calls > 0 && <Ledger example={example} />}
        </div>
      </details>
      <Warnings example={example} />
    </div>
  )
}

function Warnings({ example }: { example: Example }) {
  const say = useTranslate()
  const told = useTold()
  if (example.warnings.length === 0) return null
  return (
    <section className="notice warn" aria-label={say('made.warnings')}>
      <ul role="list" className="made-warnings">
        {example.warnings.map((warning, index) => (
          <li key={index} lang={told(warning).lang}>
            {told(warning).text}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "gemini-3.8-flash, write_spec 1" is the model and its prompt. */
const modelOf = (author: string): string => author.split(/[,+]/)[0]?.trim() || author

function Ledger({ example }: { example: Example }) {
  const say = useTranslate()
  const { when } = useFigures()
  const entries = useQuery({
    queryKey: ['ledger', example.id, example.version],
    queryFn: () => listLedger(example.id),
    placeholderData: (before) => before,
  })
  if (entries.error) return <Failure error={entries.error} onRetry={() => void entries.refetch()} />
  if (!entries.data) return null
  return (
    <div className="made-ledger" tabIndex={0} role="group" aria-label={say('made.ledger')}>
      <table className="small">
        <caption>{say('made.ledger')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('made.ledger.when')}</th>
            <th scope="col">{say('made.ledger.what')}</th>
            <th scope="col">{say('made.model')}</th>
            <th scope="col" className="figure">
              {say('made.ledger.tokens')}
            </th>
            <th scope="col" className="figure">
              {say('made.ledger.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.data.map((entry) => (
            <tr key={entry.id}>
              <td>{when(entry.created_at)}</td>
              <td>{say(purposeOf(entry.purpose))}</td>
              <td>{entry.model}</td>
              <LedgerFigures entry={entry} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LedgerFigures({ entry }: { entry: LedgerEntry }) {
  const say = useTranslate()
  const { dollars, count } = useFigures()
  const notes = [
    entry.status === 'open' ? say('made.ledger.open') : '',
    entry.status === 'lost' ? say('made.ledger.lost') : '',
    entry.status === 'settled' && !entry.charged ? say('made.ledger.uncharged') : '',
    entry.estimated ? say('made.ledger.estimated') : '',
  ].filter(Boolean)
  return (
    <>
      <td className="figure">
        {count(entry.prompt_tokens)} + {count(entry.output_tokens + entry.thinking_tokens)}
      </td>
      <td className="figure" data-charged={entry.charged}>
        {dollars(entry.price_microusd)}
        {notes.length > 0 && <span className="soft"> ({notes.join(', ')})</span>}
      </td>
    </>
  )
}

const PURPOSES = [
  'write_spec',
  'write_code',
  'repair_code',
  'edit_spec',
  'edit_code',
  'read_video',
] as const

function purposeOf(purpose: string): Key {
  const known = PURPOSES.find((name) => name === purpose)
  return `made.purpose.${known ?? 'write_spec'}`
}
