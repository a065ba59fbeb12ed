/** The work behind an example, live: its first making, one in the background, or why it failed. */
import { lazy, Suspense } from 'react'
import type { Example } from '../api/examples'
import { useWork } from './use-work'

const FirstMaking = lazy(() => import('./first-making'))
const Refusal = lazy(async () => ({ default: (await import('./refusal')).Refusal }))
const Remaking = lazy(async () => ({ default: (await import('./remaking')).Remaking }))

/** `quiet`: an app that is there already is made anew without a word, as the page tells of it elsewhere. */
export function Making({ example, quiet }: { example: Example; quiet: boolean }) {
  const work = useWork(example)
  const { status, code_snippet_id: code } = example
  return (
    <Suspense fallback={null}>
      {status === 'failed' && (
        <Refusal
          example={example}
          job={work.job.data}
          error={work.retry.error}
          pending={work.retry.isPending}
          onRetry={() => work.retry.mutate()}
        />
      )}
      {status === 'making' && code === '' && <FirstMaking work={work} />}
      {status === 'making' && code !== '' && !quiet && <Remaking work={work} />}
    </Suspense>
  )
}
