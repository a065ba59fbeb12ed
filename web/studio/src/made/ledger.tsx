/** Every call of a model that went into an app. */
import { useQuery } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { listLedger, type LedgerEntry } from '../api/ledger-entries'
import { useTranslate, type Key } from '../i18n'
import { useFigures } from '../i18n/figures'
import { Failure } from '../parts/notice'

export function Ledger({ example }: { example: Example }) {
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
        <Head />
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

function Head() {
  const say = useTranslate()
  return (
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
