/** A document that is sent and read before anything is made of it, so that its words can be counted. */
import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { addDocument, getDocumentInput, type DocumentInput } from '../api/document-inputs'
import type { Check } from './use-check'

const PULSE_MS = 700
const IN_WORK: ReadonlySet<string> = new Set(['waiting', 'queued', 'reading'])

export const isInWork = (input: DocumentInput): boolean => IN_WORK.has(input.status)

export function useReading(check: Check) {
  const [file, setFile] = useState<File | null>(null)
  const [id, setId] = useState('')
  const send = useMutation({
    mutationFn: async (chosen: File): Promise<DocumentInput> => {
      check(chosen)
      return addDocument(chosen, () => undefined)
    },
    onMutate: (chosen) => {
      setFile(chosen)
      setId('')
    },
    onSuccess: (input) => setId(input.id),
  })
  const input = useQuery({
    queryKey: ['document_input', id],
    queryFn: () => getDocumentInput(id),
    enabled: id !== '',
    refetchInterval: ({ state }) => (!state.data || isInWork(state.data) ? PULSE_MS : false),
  })
  return {
    file,
    input: id ? input.data : undefined,
    busy: send.isPending,
    error: send.error ?? input.error,
    read: send.mutate,
  }
}

export type Reading = ReturnType<typeof useReading>
