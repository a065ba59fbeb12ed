/** The state of an example as a word with a colour; the word alone says it all. */
import { useTranslate } from '../i18n'
import type { Example } from '../api/praxeo'

const TONE: Record<Example['status'], string> = {
  making: '',
  ready: 'good',
  unproven: 'warn',
  failed: 'bad',
}

export function StatusBadge({ status }: { status: Example['status'] }) {
  const t = useTranslate()
  return <span className={`badge ${TONE[status]}`}>{t(`status.${status}`)}</span>
}
