/** How far back in the queue the work stands, until its turn comes. */
import type { Job } from '../api/jobs'
import { useTranslate, type Key } from '../i18n'

const FAR = 100 // stands for every place further back, too

export function QueuePlace({ place }: { place: number }) {
  const t = useTranslate()
  const key: Key =
    place === 1 ? 'making.queue.next' : place < FAR ? 'making.queue.place' : 'making.queue.far'
  return (
    <span className="soft" role="status">
      {t(key, { place })}
    </span>
  )
}

/** The place of the first of these jobs that is not done; 0 where it does not queue. */
export function placeOf(...jobs: (Job | undefined)[]): number {
  return jobs.find((job) => job && job.status !== 'done')?.queue_place ?? 0
}
