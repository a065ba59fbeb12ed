/** The examples of the library in this tab: shown from the first page on, the rest read meanwhile. */
import { useEffect, useMemo } from 'react'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { getExample, type Example } from '../api/examples'
import { listMaking, readExamples } from '../api/bulk'

export const ALL_EXAMPLES = ['examples', 'all']
const LOOK_AGAIN_MS = 2_000
const FRESH_MS = 30_000

/** Every example; `complete` is false while later pages are still being read. */
export function useShelf() {
  const queries = useQueryClient()
  const all = useQuery({
    queryKey: ALL_EXAMPLES,
    staleTime: FRESH_MS,
    queryFn: () => {
      // What is shown already stays until all of it has been read anew.
      const first = queries.getQueryData(ALL_EXAMPLES) === undefined
      return readExamples((sofar) => first && queries.setQueryData(ALL_EXAMPLES, sofar))
    },
  })
  useWhatIsMade(all.data)
  return { ...all, complete: all.data !== undefined && !all.isFetching }
}

/** Put examples that were changed into what is shown, without reading everything again. */
export function put(queries: QueryClient, changed: readonly Example[]): void {
  const byId = new Map(changed.map((example) => [example.id, example]))
  queries.setQueryData<Example[]>(ALL_EXAMPLES, (examples) => {
    if (!examples) return examples
    const known = examples.map((example) => byId.get(example.id) ?? example)
    const ids = new Set(examples.map(({ id }) => id))
    return [...changed.filter(({ id }) => !ids.has(id)), ...known]
  })
  for (const example of changed) queries.setQueryData(['example', example.id], example)
  void queries.invalidateQueries({ queryKey: ['examples', 'recent'] })
}

export function drop(queries: QueryClient, ids: ReadonlySet<string>): void {
  queries.setQueryData<Example[]>(ALL_EXAMPLES, (examples) =>
    examples?.filter(({ id }) => !ids.has(id)),
  )
  void queries.invalidateQueries({ queryKey: ['examples', 'recent'] })
}

/** While something is being made, look at that alone, and at each once it is done. */
function useWhatIsMade(examples: readonly Example[] | undefined): void {
  const queries = useQueryClient()
  const waiting = useMemo(
    () => (examples ?? []).filter(({ status }) => status === 'making').map(({ id }) => id),
    [examples],
  )
  const making = useQuery({
    queryKey: ['examples', 'making'],
    queryFn: listMaking,
    enabled: waiting.length > 0,
    refetchInterval: LOOK_AGAIN_MS,
  })
  useEffect(() => {
    if (!making.data) return
    const still = new Set(making.data.map(({ id }) => id))
    const done = waiting.filter((id) => !still.has(id))
    if (done.length === 0) return
    void Promise.allSettled(done.map(getExample)).then((answers) =>
      put(
        queries,
        answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])),
      ),
    )
  }, [making.data, waiting, queries])
}
