/** What the last look at the sources found, looking again, and deciding on it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { getJob, type Job } from '../api/jobs'
import { readVisit, settleSources, visitSources } from '../api/source-visits'

const OVER: ReadonlySet<Job['status']> = new Set(['done', 'failed', 'cancelled', 'dead'])
const PULSE_MS = 700

export function useVisit({ id, spec_id }: Example) {
  const queries = useQueryClient()
  const key = ['source-visit', id]
  const anew = async () => {
    await queries.invalidateQueries({ queryKey: key })
    await queries.invalidateQueries({ queryKey: ['example', id] })
  }
  const found = useQuery({ queryKey: [...key, spec_id], queryFn: () => readVisit(id) })
  const look = useMutation({ mutationFn: () => looked(id), onSettled: anew })
  const settle = useMutation({
    mutationFn: ({ specId, take }: { specId: string; take: string[] }) =>
      settleSources(id, specId, take),
    onSuccess: anew,
  })
  return { found, look, settle }
}

async function looked(exampleId: string): Promise<void> {
  const { id } = await visitSources(exampleId)
  while (!OVER.has((await getJob(id)).status))
    await new Promise((resolve) => setTimeout(resolve, PULSE_MS))
}
