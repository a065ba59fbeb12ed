/** Where a topic is looked up here: in search engines, in what was read before. */
import { useQuery } from '@tanstack/react-query'
import { listExamples } from '../api/examples'
import { getHealth } from '../api/health'
import { useTranslate } from '../i18n'

const NONE: string[] = []

/** None while there is only the library to look into, and nothing in it. */
export function useEngines(): string[] {
  const health = useQuery({ queryKey: ['health'], queryFn: getHealth, staleTime: Infinity })
  const found = health.data?.searches ?? NONE
  const made = useQuery({
    queryKey: ['examples', 'any'],
    queryFn: () => listExamples({ limit: 1 }),
    enabled: isOwn(found),
  })
  return isOwn(found) && !made.data?.length ? NONE : found
}

/** Whether topics are looked up in what was read here before, and nowhere else. */
export const isOwn = (engines: string[]): boolean => engines.join() === 'Library'

/** The engines by their names, the library in words. */
export function useEngineNames(): string {
  const t = useTranslate()
  return nameEngines(useEngines(), t('start.topic.library'))
}

export const nameEngines = (engines: string[], library: string): string =>
  engines.map((name) => (name === 'Library' ? library : name)).join(', ')
