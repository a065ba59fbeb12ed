/** The state of an example as a word with a colour; the word alone says it all. */
import { useTranslate } from '../i18n'
import type { Example } from '../api/examples'

/** As people see it: what somebody stopped on purpose has not failed. */
export type ShownStatus = Example['status'] | 'stopped'

const TONE: Record<ShownStatus, string> = {
  making: 'busy',
  specified: 'warn',
  ready: 'good',
  unproven: 'warn',
  failed: 'bad',
  stopped: '',
}

export const shownStatus = (example: Pick<Example, 'status' | 'reason_code'>): ShownStatus =>
  example.status === 'failed' && example.reason_code === 'cancelled' ? 'stopped' : example.status

export function StatusBadge({ status }: { status: ShownStatus }) {
  const t = useTranslate()
  return <span className={`badge ${TONE[status]}`}>{t(`status.${status}`)}</span>
}
