/** Where an item comes from: the sentence of the source, or that somebody answers for it. */
import { lazy, Suspense, useState } from 'react'
import type { Claim } from '../api/claims'
import type { Desk } from '../api/desk'
import type { Example } from '../api/examples'
import { parseReference, type Reference } from '../evidence/references'
import { useTranslate, withWords } from '../i18n'
import { supportOf, type HeldItem } from './support'

const EvidenceDialog = lazy(async () => ({
  default: (await import('../evidence/evidence-dialog')).EvidenceDialog,
}))

const ClaimCheck = lazy(() =>
  withWords(import('../claims/claim-check'), import('../i18n/en/claims')),
)

type Props = {
  example: Example
  desk: Desk
  of: Pick<HeldItem, 'support' | 'evidence' | 'said' | 'claims'>
  onPick: () => void
  onRelease: () => void
}

export function EvidenceNote({ example, desk, of, onPick, onRelease }: Props) {
  const t = useTranslate()
  const [opened, setOpened] = useState<Reference | null>(null)
  if (!desk.source) return null
  const { support, claims } = of
  const quoted = support === 'source' || claims ? of.evidence : []
  return (
    <div className="desk-evidence small" data-support={support}>
      {quoted.map((reference) => (
        <p key={reference}>
          <span className="soft">{placeIn(desk, reference, t('desk.evidence.from'))}:</span>{' '}
          <q dir="auto">{desk.evidence[reference]?.text ?? reference}</q>{' '}
          <button
            type="button"
            className="desk-text"
            onClick={() => setOpened(parseReference(reference))}
          >
            {t('desk.evidence.open')}
          </button>
        </p>
      ))}
      {claims ? <Checked {...{ example, desk, claims }} /> : <Told of={of} />}
      <p className="desk-evidence-acts">
        <button type="button" className="desk-text" onClick={onPick}>
          {t(support === 'source' ? 'desk.evidence.change' : 'desk.evidence.find')}
        </button>
        {support !== 'own' && (
          <button type="button" className="desk-text" onClick={onRelease}>
            {t('desk.evidence.release')}
          </button>
        )}
      </p>
      {opened && (
        <Suspense fallback={null}>
          <EvidenceDialog example={example} reference={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </div>
  )
}

type CheckedProps = Pick<Props, 'example' | 'desk'> & { claims: Claim[] }

/** What the rules do not vouch for, and the button by which its editor does. */
const Checked = ({ example, desk, claims }: CheckedProps) => (
  <Suspense fallback={null}>
    <ClaimCheck
      exampleId={example.id}
      specId={desk.spec_id}
      claims={claims}
      about={claims.map(({ text }) => text).join(' ')}
      told
    />
  </Suspense>
)

/** "From your source, word for word". */
function Told({ of }: Pick<Props, 'of'>) {
  const t = useTranslate()
  if (of.support !== 'source') return <p>{t(`desk.evidence.${of.support}`)}</p>
  const [key, sign] = supportOf(of)
  return of.said ? (
    <p>
      {sign} {t(`desk.support.${key}`)}
    </p>
  ) : null
}

/** "From your source, page 3". */
function placeIn({ evidence }: Desk, reference: string, from: string): string {
  const label = evidence[reference]?.label
  return label ? `${from}, ${label}` : from
}
