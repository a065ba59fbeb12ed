/** Questions and wrong answers that the author offers, folded until they are wanted. */
import { lazy, Suspense, useState } from 'react'
import type { Item } from '../api/desk'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import type { Acts } from './use-acts'

const Offered = lazy(() => import('./offered'))

export type OffersProps = {
  example: Example
  specId: string
  acts: Acts
  /** The item that more is wanted for, with its key in the spec; null for the part. */
  about: { item: Item; key: string } | null
  /** The key of the part in the spec, for what is held back. */
  part: string
}

export function Offers(props: OffersProps) {
  const t = useTranslate()
  const [open, setOpen] = useState(false)
  const { about } = props
  const like = about?.item.kind === 'choice' ? 'desk.offers.item' : 'desk.offers.like'
  return (
    <details className="desk-offers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="desk-link">{t(about ? like : 'desk.offers.part')}</summary>
      <Suspense fallback={null}>{open && <Offered {...props} />}</Suspense>
    </details>
  )
}
