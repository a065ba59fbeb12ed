/** Every version of an example's spec or code, and what can be done with one. */
import { useRef } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { listCode, nameCode, restoreCode, type CodeSnippet } from '../api/code-snippets'
import type { Example } from '../api/examples'
import { listSpecs, nameSpec, restoreSpec, type Spec } from '../api/specs'

export type Kind = 'spec' | 'code'
export type Version = Spec | CodeSnippet

export function useVersions(example: Example, kind: Kind) {
  const queries = useQueryClient()
  const current = kind === 'spec' ? example.spec_id : example.code_snippet_id
  const key = ['versions', kind, example.id]
  const versions = useQuery({
    queryKey: [...key, current, example.status],
    queryFn: (): Promise<Version[]> =>
      kind === 'spec' ? listSpecs(example.id) : listCode(example.id),
    placeholderData: (before) => before,
  })
  const name = useMutation({
    mutationFn: async ({ version, label }: { version: Version; label: string }) => {
      await ('text_blob' in version ? nameSpec(version, label) : nameCode(version, label))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const restoring = useRestoring(example, kind)
  return { current, versions, name, ...restoring, error: restoring.error ?? name.error }
}

function useRestoring(example: Example, kind: Kind) {
  const queries = useQueryClient()
  const underWay = useRef(false)
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: async (id: string) => {
      await (kind === 'spec' ? restoreSpec(id) : restoreCode(id))
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['versions', kind, example.id] })
      return queries.invalidateQueries({ queryKey: ['example', example.id] })
    },
  })
  const restore = async (id: string, done: () => void) => {
    if (underWay.current) return // a second click, before the first one is rendered
    underWay.current = true
    try {
      await mutateAsync(id)
      done()
    } catch {
      // The mutation keeps what went wrong, to be shown.
    } finally {
      underWay.current = false
    }
  }
  return { restore, restoring: isPending, error }
}
