/** The reading ledger: of each kind of thing what was seen, what was kept, what was left out and why. */
import type { LedgerLine } from '../api/inputs'
import { useTranslate, type Key } from '../i18n'
import { useFigures } from '../i18n/figures'

type Props = { ledger: LedgerLine[] }

export function WhatWasKept({ ledger }: Props) {
  const t = useTranslate()
  const lines = ledger.filter(({ seen }) => seen > 0)
  if (lines.length === 0) return null
  const all = lines.every(({ seen, kept }) => seen === kept)
  return (
    <details className="kept" open={lines.some(({ lost }) => lost > 0)}>
      <summary>{t(all ? 'kept.all' : 'kept.title')}</summary>
      <div tabIndex={0} role="group" aria-label={t('kept.title')}>
        <table className="small">
          <thead>
            <tr>
              <th scope="col">{t('kept.kind')}</th>
              <th scope="col">{t('kept.seen')}</th>
              <th scope="col">{t('kept.kept')}</th>
              <th scope="col">{t('kept.left-out')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.kind} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Line({ line }: { line: LedgerLine }) {
  const t = useTranslate()
  const { count } = useFigures()
  const reasons = Object.entries(line.left_out).filter(([, number]) => number > 0)
  return (
    <tr>
      <th scope="row">{t(`kept.kind.${line.kind}` as Key)}</th>
      <td>{count(line.seen)}</td>
      <td>{count(line.kept)}</td>
      <td>
        {reasons.map(([reason, number]) => (
          <span key={reason}>
            {count(number)} {t(`kept.reason.${reason}` as Key)}
          </span>
        ))}
        {line.lost > 0 && (
          <strong>
            {count(line.lost)} {t('kept.lost')}
          </strong>
        )}
      </td>
    </tr>
  )
}
