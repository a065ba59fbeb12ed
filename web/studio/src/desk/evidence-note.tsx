/** Where an item comes from: the sentence of the source, or that somebody answers for it. */
import { lazy, Suspense, useState } from 'react'
import type { Desk } from '../api/desk'
import type { Example } from '../api/examples'
import { parseReference, type Reference } from '../evidence/references'
import { useTranslate } from '../i18n'
import type { HeldItem } from './support'

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
  const { support, evidence, said } = of
  if (!desk.source) return null
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
      {support === 'source' ? <Said said={said} /> : <p>{t(`desk.evidence.${support}`)}</p>}
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

/** Whether the item has the words of its sentence. */
function Said({ said }: Pick<HeldItem, 'said'>) {
  const t = useTranslate()
  if (!said) return null
  return (
    <p className="desk-said" data-said={said}>
      {said === 'compare' ? '≈' : '✓'} {t(`desk.said.${said}`)}
    </p>
  )
}

/** "From your source, page 3". */
function placeIn({ evidence }: Desk, reference: string, from: string): string {
  const label = evidence[reference]?.label
  return label ? `${from}, ${label}` : from
}
