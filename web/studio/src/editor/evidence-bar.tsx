/** What the reference at the cursor says and where: for keyboards and fingers, which cannot hover. */
import { useQuery } from '@tanstack/react-query'
import { writeReference, type Reference } from '../evidence/references'
import { useTranslate } from '../i18n'
import type { SourceAtHand } from './source-at-hand'

type Props = {
  source: SourceAtHand
  reference: Reference | null
  onOpen: (reference: Reference) => void
}

export function EvidenceBar({ source, reference, onOpen }: Props) {
  const t = useTranslate()
  const name = reference ? writeReference(reference) : ''
  const told = useQuery({
    queryKey: ['told', source, name],
    queryFn: () => (reference ? source.tell(reference) : null),
    enabled: reference !== null,
    gcTime: 0,
  })
  if (!reference) return <p className="evidence-bar small soft">{t('evidence.hint')}</p>
  return (
    <div className="evidence-bar small" role="status">
      <code>{name}</code>
      {told.data ? (
        <>
          <span className="soft">{told.data.place}</span>
          <q>{told.data.quote}</q>
          <button type="button" className="button small" onClick={() => onOpen(reference)}>
            {t('evidence.open')} <kbd>Alt ↵</kbd>
          </button>
        </>
      ) : (
        <span>{told.isPending ? t('state.loading') : t('evidence.nowhere')}</span>
      )}
    </div>
  )
}
