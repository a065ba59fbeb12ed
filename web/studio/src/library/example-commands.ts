/** What the command palette can do with the example that is open. */
import { useLocation } from 'wouter'
import { useQuery } from '@tanstack/react-query'
import { exportAddress, getExample } from '../api/examples'
import { useTranslate, type Key } from '../i18n'
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
  const act = (name: string, key: Key, run: () => void): Command => {
    return { id: name, label: `${t(key)}: ${example.title}`, run }
  }
  return [
    ...TABS.map((tab) => ({
      id: `tab-${tab}`,
      label: `${example.title}: ${t(`tab.${tab}`)}`,
      run: () => go(`/examples/${id}/${tab}`),
    })),
    act('duplicate', 'action.duplicate', () => void acts.duplicate([example])),
    act('archive', archived ? 'action.archive' : 'action.unarchive', () => {
      void acts.change([example], { archived }, t(said, { count: 1 }))
    }),
    act('download', 'action.download', () => window.location.assign(exportAddress(example))),
    act('delete', 'action.delete', () => {
      acts.remove([example])
      go('/library')
    }),
  ]
}
