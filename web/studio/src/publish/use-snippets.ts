/** What a published app is given out as: its link, who can open it, the code for a page. */
import { useQuery } from '@tanstack/react-query'
import { getSnippets, type Embed } from '../api/embeds'

export const useSnippets = (embed: Embed) =>
  useQuery({
    queryKey: ['snippets', embed.id, embed.version],
    queryFn: () => getSnippets(embed),
  })
