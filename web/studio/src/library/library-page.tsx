/** The library: every example, searched, sorted, selected and changed in bulk; 10,000 scroll smoothly. */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  createProject,
  listAllExamples,
  listProjects,
  whileMaking,
  type Example,
} from '../api/praxeo'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/preferences'
import { Failure, Loading, Notice } from '../parts/notice'
import { StatusBadge } from '../parts/status-badge'
import { arrange, type Order } from './arrange'
import { useDeletions } from './deletions'
import { BulkActions } from './bulk-actions'
import './library.css'

const ROW_PX = 68
const ORDERS: Order[] = ['newest', 'oldest', 'title']

export default function LibraryPage() {
  const t = useTranslate()
  const { language } = usePreferences()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const [query, setQuery] = useState('')
  const [order, setOrder] = useState<Order>('newest')
  const [project, setProject] = useState('')
  const [archived, setArchived] = useState(false)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const deferred = useDeferredValue(query)
  const deletions = useDeletions()
  const examples = useQuery({
    queryKey: ['examples', 'all'],
    queryFn: listAllExamples,
    refetchInterval: ({ state }) => whileMaking(state.data),
  })
  const projects = useQuery({ queryKey: ['projects'], queryFn: listProjects })
  const shown = useMemo(
    () =>
      arrange(
        (examples.data ?? []).filter((example) => !deletions.has(example.id)),
        { query: deferred, order, project, archived, language },
      ),
    [examples.data, deletions, deferred, order, project, archived, language],
  )
  const create = useMutation({
    mutationFn: createProject,
    onSuccess: (made) => {
      setProject(made.id)
      return queries.invalidateQueries({ queryKey: ['projects'] })
    },
  })

  if (examples.error)
    return <Failure error={examples.error} onRetry={() => void examples.refetch()} />
  if (!examples.data) return <Loading />
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }
  const chosen = examples.data.filter((example) => selected.has(example.id))

  return (
    <div className="stack">
      <header className="row between">
        <h1>{t('library.title')}</h1>
        <p className="soft" role="status">
          {shown.length === 1
            ? t('library.count.one')
            : t('library.count', { count: shown.length })}
        </p>
      </header>
      <div className="library-tools">
        <input
          type="search"
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <select
          aria-label={t('library.project')}
          value={project}
          onChange={(event) => {
            if (event.target.value === '+') {
              const name = window.prompt(t('library.project.name'))?.trim()
              if (name) create.mutate(name)
            } else setProject(event.target.value)
          }}
        >
          <option value="">{t('library.all')}</option>
          {projects.data?.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.name}
            </option>
          ))}
          <option value="+">{t('library.project.new')} …</option>
        </select>
        <select
          aria-label={t('library.sort')}
          value={order}
          onChange={(event) => setOrder(event.target.value as Order)}
        >
          {ORDERS.map((name) => (
            <option key={name} value={name}>
              {t(`library.sort.${name}`)}
            </option>
          ))}
        </select>
        <label className="row">
          <input
            type="checkbox"
            checked={archived}
            onChange={(event) => setArchived(event.target.checked)}
          />
          {t('library.archived')}
        </label>
      </div>
      {create.error && <Failure error={create.error} />}
      {chosen.length > 0 && (
        <BulkActions
          chosen={chosen}
          projects={projects.data ?? []}
          onDone={() => setSelected(new Set())}
        />
      )}
      {shown.length === 0 ? (
        <Notice>
          {deferred ? t('library.empty.search', { query: deferred }) : t('library.empty')}
        </Notice>
      ) : (
        <Rows
          examples={shown}
          selected={selected}
          toggle={toggle}
          open={(id) => go(`/examples/${id}`)}
        />
      )}
    </div>
  )
}

type RowsProps = {
  examples: Example[]
  selected: ReadonlySet<string>
  toggle: (id: string) => void
  open: (id: string) => void
}

function Rows({ examples, selected, toggle, open }: RowsProps) {
  const t = useTranslate()
  const { language } = usePreferences()
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useEffect(() => setTop(list.current?.offsetTop ?? 0), [selected.size])
  const rows = useWindowVirtualizer({
    count: examples.length,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollMargin: top,
  })
  return (
    <ul ref={list} role="list" className="library-rows" style={{ blockSize: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((row) => {
        const example = examples[row.index]
        if (!example) return null
        return (
          <li
            key={example.id}
            aria-setsize={examples.length}
            aria-posinset={row.index + 1}
            style={{ transform: `translateY(${row.start - top}px)`, blockSize: ROW_PX }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
                open(example.id)
            }}
          >
            <input
              type="checkbox"
              aria-label={t('library.select', { title: example.title })}
              checked={selected.has(example.id)}
              onChange={() => toggle(example.id)}
            />
            <Link href={`/examples/${example.id}`}>{example.title || example.id}</Link>
            <StatusBadge status={example.status} />
            <time className="small soft" dateTime={example.created_at}>
              {new Date(example.created_at).toLocaleDateString(language, { dateStyle: 'medium' })}
            </time>
          </li>
        )
      })}
    </ul>
  )
}
