/** Which version of an app this is, by its number; '…' until it is known. */
import { useQuery } from '@tanstack/react-query'
import { getCodeSnippet } from '../api/code-snippets'

export const useVersion = (snippetId: string) =>
  useQuery({
    queryKey: ['snippet', snippetId],
    queryFn: () => getCodeSnippet(snippetId),
    enabled: snippetId !== '',
    staleTime: Infinity,
  }).data

export const useNumber = (snippetId: string): number | string =>
  useVersion(snippetId)?.number ?? '…'
