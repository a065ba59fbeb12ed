/** The player of a recording, loaded where there is one. */
import { lazy, Suspense } from 'react'
import type { Block } from '../api/inputs'
import { withWords } from '../i18n'
import { Loading } from '../parts/notice'

const RecordingPlayer = lazy(() =>
  withWords(import('./recording-player'), import('../i18n/en/playing')),
)

/** `asked` is the second to be shown; another object asks for it anew. */
export type PlayingProps = {
  inputId: string
  blocks: readonly Block[]
  asked: { second: number } | null
}

export function Playing(props: PlayingProps) {
  return (
    <Suspense fallback={<Loading />}>
      <RecordingPlayer {...props} />
    </Suspense>
  )
}
