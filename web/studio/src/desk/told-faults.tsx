/** What is wrong with an item, a goal or a part: until it is mended, the app is without it. */
import type { ReactNode } from 'react'
import type { Item } from '../api/desk'
import { useTranslate } from '../i18n'
import { useTold } from '../i18n/told'

type Props = {
  faults: Item['faults']
  /** What is told before them, and what can be done. */
  first?: ReactNode
  next?: ReactNode
}

export function ToldFaults({ faults, first, next }: Props) {
  const t = useTranslate()
  const told = useTold()
  if (faults.length === 0) return null
  return (
    <div className="desk-faults small" role="note">
      <strong>{t('desk.fault')}</strong>
      <ul>
        {first}
        {[...new Map(faults.map((fault) => [fault.message, fault])).values()].map((fault) => (
          <li key={`${fault.line} ${fault.message}`} lang={told(fault).lang}>
            {told(fault).text}
          </li>
        ))}
      </ul>
      {next}
    </div>
  )
}
