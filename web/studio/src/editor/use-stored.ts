/** The newest stored version of an example's spec or code. */
import { useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import { readCodeText } from '../api/code-snippets'
import { type Example } from '../api/examples'
import { readSpecText } from '../api/specs'
import type { Kind } from './use-draft'
import type { Version } from './use-writing'

type Stored = { version: Version | null; error: Error | null; retry: () => void }

/** While a newer one is fetched, the one before stays, so that nobody loses the place. */
export function useStored(example: Example, kind: Kind): Stored {
  const id = kind === 'spec' ? example.spec_id : example.code_snippet_id
  const query = useQuery({
    queryKey: [kind, id],
    queryFn: () => (kind === 'spec' ? readSpecText(id) : readCodeText(id)),
    staleTime: Infinity,
  })
  const last = useRef<Version | null>(null)
  if (query.data !== undefined && last.current?.id !== id) last.current = { id, text: query.data }
  return { version: last.current, error: query.error, retry: () => void query.refetch() }
}
