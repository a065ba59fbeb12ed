/** What the app claims beside that it works: by default what a person has to compare, else all of it. */
import { useId, useState } from 'react'
import type { Claim, ClaimLedger } from '../api/claims'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { ClaimRow } from './claim-row'
import { isOpen, useLedger } from './use-ledger'
import './claims.css'

const AT_ONCE = 30

/** Nothing where nothing is claimed. */
export function ClaimsCard({ example }: { example: Example }) {
  const t = useTranslate()
  const { data } = useLedger(example)
  if (!data?.claims.length) return null
  const open = data.claims.filter(isOpen).length
  const count = data.claims.length
  return (
    <details className="card proof-group">
      <summary>
        <h3>{t('claims.title')}</h3>
        <span className="small soft">
          {open
            ? t('claims.open', { open, count })
            : t(count === 1 ? 'claims.settled.one' : 'claims.settled', { count })}
        </span>
      </summary>
      <p className="coverage-lead soft">
        {t('claims.lead', { proven: data.proven, checked: data.confirmed, own: data.own })}
        {open > 0 && ` ${t('claims.compare.lead', { open })}`}
      </p>
      <Rows example={example} ledger={data} />
    </details>
  )
}

function Rows({ example, ledger }: { example: Example; ledger: ClaimLedger }) {
  const t = useTranslate()
  const name = useId()
  const [all, setAll] = useState(false)
  const [most, setMost] = useState(AT_ONCE)
  const asking = ({ proven, verdict }: Claim) => !proven && verdict !== 'own'
  const found = ledger.claims.filter((claim) => all || asking(claim))
  const shown = found.slice(0, most)
  return (
    <>
      <label className="coverage-filter" htmlFor={name}>
        <input id={name} type="checkbox" checked={all} onChange={() => setAll(!all)} />
        {t('claims.all')}
      </label>
      <ul role="list">
        {shown.map((claim) => (
          <ClaimRow key={claim.item} example={example} claim={claim} />
        ))}
      </ul>
      {found.length > most && (
        <p className="coverage-lead">
          <button type="button" className="button" onClick={() => setMost(most + AT_ONCE)}>
            {t('claims.more', { count: Math.min(AT_ONCE, found.length - most) })}
          </button>
        </p>
      )}
    </>
  )
}
