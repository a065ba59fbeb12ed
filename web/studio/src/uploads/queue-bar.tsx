/** How far the files are, on every page but the one that lists them. */
import { Link, useLocation } from 'wouter'
import { useTranslate } from '../i18n'
import { isOpen } from './queue'
import { useQueue } from './use-queue'

export function QueueBar() {
  const t = useTranslate()
  const [location] = useLocation()
  const { all, sending } = useQueue()
  const open = all.filter(isOpen)
  if (location === '/' || open.length === 0) return null
  const done = all.length - open.length + open.reduce((sum, { share }) => sum + share, 0)
  return (
    <p className="queue-bar" role="status">
      <span>
        {sending
          ? t('uploads.sending', { number: all.length - open.length + 1, count: all.length })
          : t('uploads.open', { count: open.length })}
      </span>
      {sending && <progress aria-label={t('start.files')} value={done} max={all.length} />}
      <Link href="/">{t(sending ? 'uploads.show' : 'uploads.go.on')}</Link>
    </p>
  )
}
