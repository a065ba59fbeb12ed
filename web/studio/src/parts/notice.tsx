/** Short messages in the page: notices, waiting, and errors with a next step. */
import type { ReactNode } from 'react'
import { useTranslate } from '../i18n'
import { ApiError } from '../api/client'
import { useTold } from '../i18n/told'

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

/** That something is awaited: in words of its own where that may take a while. */
export function Loading({ children }: { children?: string }) {
  const t = useTranslate()
  return (
    <p className="soft" role="status">
      {children ?? t('state.loading')}
    </p>
  )
}

/** What an error says, in the reader's language where its code is known. */
export function ErrorText({ error }: { error: Error }) {
  const t = useTranslate()
  const say = useTold()
  if (!(error instanceof ApiError) || error.status === 0) return <p>{t('error.network')}</p>
  const { text, lang } = say(error)
  return <p lang={lang}>{text}</p>
}

export function Failure({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const t = useTranslate()
  return (
    <Notice tone="bad">
      <div className="row between">
        <ErrorText error={error} />
        {onRetry && (
          <button type="button" className="button" onClick={onRetry}>
            {t('error.retry')}
          </button>
        )}
      </div>
    </Notice>
  )
}
