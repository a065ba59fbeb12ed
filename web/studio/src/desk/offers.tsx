/** Questions and wrong answers that the author offers, folded until they are wanted. */
import { lazy, Suspense, useState } from 'react'
import { useTranslate } from '../i18n'
import type { OffersProps } from './offers-props'

const Offered = lazy(() => import('./offered'))

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
