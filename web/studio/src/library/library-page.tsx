/** The library: every example, searched, sorted, selected and changed in bulk; 10,000 scroll smoothly. */
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { type Example } from '../api/examples'
import { listProjects } from '../api/projects'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { Failure, Loading, Notice } from '../parts/notice'
import { useActs } from './acts'
import { inOrder, matching, tagsOf } from './arrange'
import { BulkActions } from './bulk-actions'
import { EVERYTHING, useChoice } from './choice'
import { useDeletions } from './deletions'
import { projectName } from './project-name'
import { ProjectsDialog } from './projects-dialog'
import { Rows, type RowsHandle } from './rows'
import { useShelf } from './shelf'
import { useKeys } from './shortcuts'
import { Tools } from './tools'
import './library.css'

const NOTHING: ReadonlySet<string> = new Set()

export default function LibraryPage() {
  const t = useTranslate()
  const { locale } = usePreferences()
  const [choice, setChoice] = useChoice()
  const [selected, setSelected] = useState(NOTHING)
  const [renaming, setRenaming] = useState('')
  const [managing, setManaging] = useState(false)
  const active = useRef(-1)
  const rows = useRef<RowsHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const deferred = useDeferredValue(choice)
  const deletions = useDeletions()
  const shelf = useShelf()
  const projects = useQuery({ queryKey: ['projects'], queryFn: listProjects })
  const acts = useActs()
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
  const chosen = useMemo(
    () => (selected.size ? shown.filter(({ id }) => selected.has(id)) : []),
    [shown, selected],
  )

  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }
  const move = (step: number) => {
    const next = Math.min(Math.max(active.current + step, 0), shown.length - 1)
    if (next < 0) return
    active.current = next
    rows.current?.focus(next)
  }
  const here = (): Example | undefined => shown[active.current]
  const these = (): Example[] => (chosen.length ? chosen : [here()].flatMap((one) => one ?? []))
  const remove = () => {
    const gone = these()
    if (gone.length === 0) return
    acts.remove(gone)
    setSelected(NOTHING)
  }
  const archive = () => {
    const some = these()
    if (some.length === 0) return
    const archived = !some.every((example) => example.archived)
    const said = archived ? 'library.archived.done' : 'library.unarchived.done'
    void acts.change(some, { archived }, t(said, { count: some.length }))
    setSelected(NOTHING)
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    x: () => here() && toggle(here()?.id ?? ''),
    X: () => setSelected(new Set(shown.map(({ id }) => id))),
    e: () => setRenaming(here()?.id ?? ''),
    a: archive,
    Delete: remove,
    '/': () => search.current?.focus(),
    Escape: () => setSelected(NOTHING),
  })
  const finishRenaming = (example: Example, title: string | null) => {
    if (title === null) {
      setRenaming(example.id)
      return
    }
    if (renaming !== example.id) return // Enter has ended it before the field lost the focus
    setRenaming('')
    rows.current?.focus(shown.findIndex(({ id }) => id === example.id))
    if (title.trim() && title.trim() !== example.title) void acts.rename(example, title.trim())
  }

  if (shelf.error && !shelf.data)
    return <Failure error={shelf.error} onRetry={() => void shelf.refetch()} />
  if (!shelf.data) return <Loading />
  const count = shown.length
  return (
    <div className="stack">
      <header className="row between">
        <h1>{t('library.title')}</h1>
        <p className="soft" role="status">
          {t('library.count', { count })}
          {!shelf.complete && ` · ${t('library.loading', { count: shelf.data.length })}`}
        </p>
      </header>
      <Tools
        choice={choice}
        projects={projects.data ?? []}
        tags={tags}
        search={search}
        onChange={setChoice}
        onProjects={() => setManaging(true)}
        onLeave={() => move(active.current < 0 ? 1 : 0)}
      />
      {acts.error && chosen.length === 0 && <Failure error={acts.error} />}
      {chosen.length > 0 && (
        <BulkActions
          chosen={chosen}
          projects={projects.data ?? []}
          known={tags.map(([name]) => name)}
          acts={acts}
          onRename={(example) => setRenaming(example.id)}
          onDone={() => setSelected(NOTHING)}
        />
      )}
      {count === 0 ? (
        <Notice>
          <div className="row between">
            <p>
              {deferred.query
                ? t('library.empty.search', { query: deferred.query })
                : t('library.empty')}
            </p>
            {shelf.data.length > 0 && (
              <button type="button" className="button" onClick={() => setChoice(EVERYTHING)}>
                {t('library.filters.clear')}
              </button>
            )}
          </div>
        </Notice>
      ) : (
        <Rows
          examples={shown}
          selected={selected}
          renaming={renaming}
          handle={rows}
          onToggle={toggle}
          onActive={(index) => (active.current = index)}
          onTag={(tag) => setChoice({ ...choice, tag })}
          onRename={finishRenaming}
        />
      )}
      {managing && (
        <ProjectsDialog
          projects={projects.data ?? []}
          examples={shelf.data}
          onShow={(project) => {
            setChoice({ ...EVERYTHING, project })
          }}
          onClose={() => setManaging(false)}
        />
      )}
    </div>
  )
}
