/** What the library shows: examples narrowed, ordered and selected, and what is known of them together. */
import { useDeferredValue, useMemo, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { listProjects } from '../api/projects'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { inOrder, matching, tagsOf } from './arrange'
import { useChoice } from './choice'
import { useDeletions } from './deletions'
import { projectName } from './project-name'
import { useShelf } from './shelf'

const NOTHING: ReadonlySet<string> = new Set()

export function useLibrary() {
  const t = useTranslate()
  const { locale } = usePreferences()
  const [choice, setChoice] = useChoice()
  const deferred = useDeferredValue(choice)
  const deletions = useDeletions()
  const shelf = useShelf()
  const projects = useQuery({ queryKey: ['projects'], queryFn: listProjects })
  const sorted = useMemo(
    () => inOrder(shelf.data ?? [], deferred.order, locale),
    [shelf.data, deferred.order, locale],
  )
  const names = useMemo(
    () => new Map(projects.data?.map((project) => [project.id, projectName(project, t)])),
    [projects.data, t],
  )
  const shown = useMemo(
    () => matching(sorted, { ...deferred, names }).filter(({ id }) => !deletions.has(id)),
    [sorted, deferred, deletions, names],
  )
  const tags = useMemo(() => tagsOf(shelf.data ?? []), [shelf.data])
  const query = deferred.query
  return { choice, setChoice, query, shelf, shown, tags, projects: projects.data ?? [] }
}

export type Library = ReturnType<typeof useLibrary>

/** The examples that are selected among those shown. */
export function useSelection(shown: Library['shown']) {
  const [selected, setSelected] = useState(NOTHING)
  const chosen = useMemo(
    () => (selected.size ? shown.filter(({ id }) => selected.has(id)) : []),
    [shown, selected],
  )
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }
  return {
    selected,
    chosen,
    toggle,
    all: () => setSelected(new Set(shown.map(({ id }) => id))),
    none: () => setSelected(NOTHING),
  }
}

export type Selection = ReturnType<typeof useSelection>
