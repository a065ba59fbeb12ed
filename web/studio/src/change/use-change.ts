/** A change that is being asked for: its words, what it will take, and sending it. */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PickedElement } from '../../../bridge/protocol'
import { requestChange } from '../api/change-requests'
import type { Example } from '../api/examples'
import { quoteChange } from '../api/models'

type About = { element: PickedElement | null; onSent: () => void }

export function useChange(example: Example, { element, onSent }: About) {
  const queries = useQueryClient()
  const [words, setWords] = useWordsKept(example.id)
  const quote = useQuery({
    queryKey: ['quote', 'change', example.id, example.code_snippet_id],
    queryFn: () => quoteChange(example.id),
  })
  const send = useMutation({
    mutationFn: () => requestChange(example, words.trim(), element),
    onSuccess: () => {
      setWords('')
      onSent()
      return queries.invalidateQueries({ queryKey: ['example', example.id] })
    },
  })
  const busy = example.status === 'making' || send.isPending
  const open = example.merge_id !== ''
  const refusal = quote.data?.refusal ?? ''
  const sendable = words.trim() !== '' && !busy && !open && !refusal
  const underWay = useRef(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!sendable || underWay.current) return // a second click, before the first one is rendered
    underWay.current = true
    send.mutate(undefined, { onSettled: () => (underWay.current = false) })
  }
  return { words, setWords, quote, send, busy, open, refusal, sendable, submit }
}

export type Change = ReturnType<typeof useChange>

/** The words as they are typed, kept while the tab of the browser lives. */
function useWordsKept(exampleId: string): [string, (words: string) => void] {
  const key = `praxeo.change.${exampleId}`
  const [words, setWords] = useState(() => sessionStorage.getItem(key) ?? '')
  useEffect(() => sessionStorage.setItem(key, words), [key, words])
  return [words, setWords]
}
