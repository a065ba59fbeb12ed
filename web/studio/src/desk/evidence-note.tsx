/** Where an item comes from: the sentence of the source, or that somebody answers for it. */
import { lazy, Suspense, useState } from 'react'
import type { Desk } from '../api/desk'
import type { Example } from '../api/examples'
import { parseReference, type Reference } from '../evidence/references'
import { useTranslate, type Translate } from '../i18n'
import { supportOf, type HeldItem } from './support'

const EvidenceDialog = lazy(async () => ({
  default: (await import('../evidence/evidence-dialog')).EvidenceDialog,
}))

type Props = {
  example: Example
  desk: Desk
  of: Pick<HeldItem, 'support' | 'evidence' | 'said'>
  onPick: () => void
  onRelease: () => void
}

export function EvidenceNote({ example, desk, of, onPick, onRelease }: Props) {
  const t = useTranslate()
  const [opened, setOpened] = useState<Reference | null>(null)
  if (!desk.source) return null
  const { support, evidence, said } = of
  const quoted = support === 'source' ? evidence : []
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
      {(said || support !== 'source') && <p>{toldOf(of, t)}</p>}
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

/** "In other words: compare". */
function toldOf(of: Props['of'], t: Translate): string {
  if (of.support !== 'source') return t(`desk.evidence.${of.support}`)
  const [key, sign] = supportOf(of)
  return `${sign} ${t(`desk.support.${key}`)}`
}

/** "From your source, page 3". */
function placeIn({ evidence }: Desk, reference: string, from: string): string {
  const label = evidence[reference]?.label
  return label ? `${from}, ${label}` : from
}
