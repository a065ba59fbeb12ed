/** What is found out about a file before it is sent. */
import { useCallback } from 'react'
import { useQuery } from '@tanstack/react-query'
import { ApiError } from '../api/client'
import { getHealth } from '../api/health'
import { isRecording, RECORDING_BYTES_MAX } from '../api/recordings'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { fileSize } from './recognise'

/** Throws an `ApiError` with a sentence if this file cannot be taken. */
export type Check = (file: File) => void

export function useCheck(): Check {
  const t = useTranslate()
  const { locale } = usePreferences()
  const health = useQuery({ queryKey: ['health'], queryFn: getHealth, staleTime: Infinity })
  const limit = health.data?.upload_bytes_max ?? Infinity
  return useCallback(
    (file) => {
      if (file.size === 0) throw new ApiError(413, { detail: t('start.file.empty') })
      const most = isRecording(file) ? RECORDING_BYTES_MAX : limit
      if (file.size <= most) return
      const sizes = { size: fileSize(file.size, locale), limit: fileSize(most, locale) }
      throw new ApiError(413, { detail: t('start.file.large', sizes) })
    },
    [limit, locale, t],
  )
}
