/** How learners fared with the questions of an app, wherever it is published. */
import { useQuery } from '@tanstack/react-query'
import { listEmbeds } from '../api/embeds'
import { getUsage, type ExerciseUse } from '../api/usage'
import type { Example } from '../api/examples'

const DAYS = 90
const DAY_MS = 86_400_000
const FRESH_MS = 300_000

/** By the keys of the questions in the spec; those that too few have answered are left out. */
export function useUsage(example: Example): ReadonlyMap<string, ExerciseUse> {
  const { data } = useQuery({
    queryKey: ['desk-usage', example.id],
    queryFn: () => usageOf(example.id),
    staleTime: FRESH_MS,
    retry: false,
  })
  return data ?? NONE
}

const NONE: ReadonlyMap<string, ExerciseUse> = new Map()

async function usageOf(exampleId: string): Promise<Map<string, ExerciseUse>> {
  const since = new Date(Date.now() - DAYS * DAY_MS).toISOString().slice(0, 10)
  const embeds = (await listEmbeds(exampleId)).filter(({ published }) => published)
  const reports = await Promise.all(embeds.map((embed) => getUsage(embed, since, '')))
  return usesOf(reports.map(({ exercises }) => exercises))
}

/** What several places tell of the same questions, together. */
export function usesOf(reports: readonly (readonly ExerciseUse[])[]): Map<string, ExerciseUse> {
  const all = new Map<string, ExerciseUse>()
  for (const use of reports.flat().filter(({ hidden }) => !hidden)) {
    const before = all.get(use.exercise)
    if (!before) all.set(use.exercise, use)
    else
      all.set(use.exercise, {
        ...use,
        right: before.right + use.right,
        wrong: before.wrong + use.wrong,
        confused_with: [...before.confused_with, ...use.confused_with].toSorted(
          (one, other) => other.times - one.times,
        ),
      })
  }
  return all
}
