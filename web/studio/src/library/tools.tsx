/** What narrows and orders the library: search, project, tag, state, order, archive. */
import { useState, type Ref } from 'react'
import type { Project } from '../api/projects'
import { useTranslate } from '../i18n'
import type { Order } from './arrange'
import { ORDERS, STATUSES, type Choice } from './choice'
import { projectName } from './project-name'

type Props = {
  choice: Choice
  projects: Project[]
  tags: [string, number][]
  search: Ref<HTMLInputElement>
  onChange: (choice: Choice) => void
  onProjects: () => void
  onLeave: () => void
}

export function Tools({ choice, projects, tags, search, onChange, onProjects, onLeave }: Props) {
  const t = useTranslate()
  const [open, setOpen] = useState(false)
  const narrowing = [choice.project, choice.tag, choice.status, choice.archived].filter(
    Boolean,
  ).length
  const set = (part: Partial<Choice>) => onChange({ ...choice, ...part })
  return (
    <div className="library-tools">
      <input
        ref={search}
        type="search"
        aria-label={t('library.search')}
        placeholder={t('keys.search')}
        value={choice.query}
        onChange={(event) => set({ query: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          onLeave()
        }}
      />
      <button
        type="button"
        className="button filter-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('library.filter')}
        {narrowing > 0 && <span className="filter-count">{narrowing}</span>}
      </button>
      <div className="library-filters" data-open={open}>
        <select
          aria-label={t('library.project')}
          value={choice.project}
          onChange={(event) => set({ project: event.target.value })}
        >
          <option value="">{t('library.all')}</option>
          {projects.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {projectName(entry, t)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('library.tag')}
          value={choice.tag}
          onChange={(event) => set({ tag: event.target.value })}
        >
          <option value="">{t('library.tag.all')}</option>
          {choice.tag && !tags.some(([name]) => name === choice.tag) && (
            <option value={choice.tag}>{choice.tag}</option>
          )}
          {tags.map(([name, count]) => (
            <option key={name} value={name}>
              {name} ({count})
            </option>
          ))}
        </select>
        <select
          aria-label={t('library.status')}
          value={choice.status}
          onChange={(event) => set({ status: event.target.value as Choice['status'] })}
        >
          <option value="">{t('library.status.all')}</option>
          {STATUSES.map((name) => (
            <option key={name} value={name}>
              {t(`status.${name}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('library.sort')}
          value={choice.order}
          onChange={(event) => set({ order: event.target.value as Order })}
        >
          {ORDERS.map((name) => (
            <option key={name} value={name}>
              {t(`library.sort.${name}`)}
            </option>
          ))}
        </select>
        <label className="library-archived">
          <input
            type="checkbox"
            checked={choice.archived}
            onChange={(event) => set({ archived: event.target.checked })}
          />
          {t('library.archived')}
        </label>
        <button type="button" className="button quiet" onClick={onProjects}>
          {t('library.projects')}
        </button>
      </div>
    </div>
  )
}
