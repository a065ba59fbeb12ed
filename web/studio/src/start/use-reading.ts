/** A document or a page that is read before anything is made of it, so that its words can be counted. */
import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { addDocument } from '../api/document-inputs'
import { addNamed, readInput, type Given, type Input } from '../api/inputs'
import type { Check } from './use-check'

const PULSE_MS = 700
const IN_WORK: ReadonlySet<string> = new Set(['waiting', 'queued', 'reading'])

/** A file, the address of a page, or a topic. */
export type Readable = File | string

export const isInWork = (input: Input): boolean => IN_WORK.has(input.status)

export function useReading(check: Check) {
  const [source, setSource] = useState<Readable | null>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const send = useMutation({
    mutationFn: async (chosen: Readable): Promise<Given> => {
      if (typeof chosen === 'string') return addNamed(chosen)
      check(chosen)
      const { id } = await addDocument(chosen, () => undefined)
      return { input_type: 'document_input', input_id: id }
    },
    onMutate: (chosen) => {
      setSource(chosen)
      setGiven(null)
    },
    onSuccess: setGiven,
  })
  const input = useQuery({
    queryKey: ['input', given],
    queryFn: () => (given ? readInput(given) : Promise.reject(new TypeError('no input'))),
    enabled: given !== null,
    refetchInterval: ({ state }) => (!state.data || isInWork(state.data) ? PULSE_MS : false),
  })
  return {
    source,
    given,
    input: given ? input.data : undefined,
    busy: send.isPending,
    error: send.error ?? input.error,
    read: send.mutate,
  }
}

export type Reading = ReturnType<typeof useReading>
