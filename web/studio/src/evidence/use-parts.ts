/** The parts of a block that evidence can quote: its sentences, rows or lines. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { readParts, type Given } from '../api/inputs'

export const partsQuery = (given: Given, block: string) => ({
  queryKey: ['parts', given.input_id, block],
  queryFn: () => readParts(given, block),
  staleTime: Infinity,
})

export function useParts(given: Given, block: string): UseQueryResult<string[]> {
  return useQuery({ ...partsQuery(given, block), enabled: block !== '' })
}
