/** What the command palette can do with the example that is open. */
import { useLocation } from 'wouter'
import { useQuery } from '@tanstack/react-query'
import { exportAddress, getExample } from '../api/examples'
import { useTranslate } from '../i18n'
import { useActs } from './acts'

export type Command = { id: string; label: string; run: () => void }
const TABS = ['play', 'edit', 'proof', 'source', 'history', 'publish'] as const

export function useExampleCommands(): Command[] {
  const t = useTranslate()
  const [location, go] = useLocation()
  const acts = useActs()
  const id = /^\/examples\/(exa_\w+)/.exec(location)?.[1] ?? ''
  const { data: example } = useQuery({
    queryKey: ['example', id],
    queryFn: () => getExample(id),
    enabled: id !== '',
  })
  if (!example) return []
  const archived = !example.archived
  const said = archived ? 'library.archived.done' : 'library.unarchived.done'
  return [
    ...TABS.map((tab) => ({
      id: `tab-${tab}`,
      label: `${example.title}: ${t(`tab.${tab}`)}`,
      run: () => go(`/examples/${id}/${tab}`),
    })),
    {
      id: 'duplicate',
      label: `${t('action.duplicate')}: ${example.title}`,
      run: () => void acts.duplicate([example]),
    },
    {
      id: 'archive',
      label: `${t(archived ? 'action.archive' : 'action.unarchive')}: ${example.title}`,
      run: () => void acts.change([example], { archived }, t(said, { count: 1 })),
    },
    {
      id: 'download',
      label: `${t('action.download')}: ${example.title}`,
      run: () => window.location.assign(exportAddress(example)),
    },
    {
      id: 'delete',
      label: `${t('action.delete')}: ${example.title}`,
      run: () => {
        acts.remove([example])
        go('/library')
      },
    },
  ]
}
