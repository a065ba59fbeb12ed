/** What the author has to offer beside what is in the app; it is had to look for it where it has not yet. */
import { useQuery } from '@tanstack/react-query'
import { findCandidates, listCandidates, type Candidates } from '../api/candidates'
import { getJob, type Job } from '../api/jobs'

const OVER: ReadonlySet<Job['status']> = new Set(['done', 'failed', 'cancelled', 'dead'])
const PULSE_MS = 700

/** `item` is the server's key of an item of this version of the spec, '' for all that is held back. */
export const useOffers = (exampleId: string, specId: string, item: string) =>
  useQuery({
    queryKey: ['candidates', exampleId, specId, item],
    queryFn: () => offers(exampleId, item),
    staleTime: Infinity,
    placeholderData: (before) => before,
    retry: false,
  })

async function offers(exampleId: string, item: string): Promise<Candidates> {
  const known = await listCandidates(exampleId, item)
  if (known.state === 'found') return known
  await over(await findCandidates(exampleId))
  return listCandidates(exampleId, item)
}

async function over({ id }: Pick<Job, 'id'>): Promise<void> {
  while (!OVER.has((await getJob(id)).status))
    await new Promise((resolve) => setTimeout(resolve, PULSE_MS))
}
