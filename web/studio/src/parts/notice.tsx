/** Short messages in the page: notices, waiting, and errors with a next step. */
import type { ReactNode } from 'react'
import { useTranslate } from '../i18n'
import { ApiError } from '../api/client'

export function Notice({
  tone = '',
  children,
}: {
  tone?: 'warn' | 'bad' | 'good' | ''
  children: ReactNode
}) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      {children}
    </div>
  )
}

export function Loading() {
  const t = useTranslate()
  return (
    <p className="soft" role="status">
      {t('state.loading')}
    </p>
  )
}

export function Failure({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const t = useTranslate()
  const sentence =
    error instanceof ApiError && error.status > 0 ? error.message : t('error.network')
  return (
    <Notice tone="bad">
      <div className="row between">
        <p>{sentence}</p>
        {onRetry && (
          <button type="button" className="button" onClick={onRetry}>
            {t('error.retry')}
          </button>
        )}
      </div>
    </Notice>
  )
}
