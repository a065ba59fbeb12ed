/** The parts of a block that evidence can quote: its sentences, rows or lines. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { readParts } from '../api/document-inputs'

export const partsQuery = (inputId: string, block: string) => ({
  queryKey: ['parts', inputId, block],
  queryFn: () => readParts(inputId, block),
  staleTime: Infinity,
})

export function useParts(inputId: string, block: string): UseQueryResult<string[]> {
  return useQuery({ ...partsQuery(inputId, block), enabled: block !== '' })
}
