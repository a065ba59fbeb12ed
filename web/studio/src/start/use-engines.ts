/** The search engines in which a topic is looked up here. */
import { useQuery } from '@tanstack/react-query'
import { getHealth } from '../api/health'

const NONE: string[] = []

export function useEngines(): string[] {
  const health = useQuery({ queryKey: ['health'], queryFn: getHealth, staleTime: Infinity })
  return health.data?.searches ?? NONE
}
