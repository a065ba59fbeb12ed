/** The blocks of the source of an example, in their order. */
import { useQuery } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { readExtraction } from '../api/inputs'

export const useBlocks = (example: Example) =>
  useQuery({
    queryKey: ['extraction', example.input_id],
    queryFn: () => readExtraction(example),
    staleTime: Infinity,
    select: ({ blocks }) => blocks,
  })
