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
  const narrowing = [choice.project, choice.tag, choice.status, choice.archived].filter(Boolean)
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
        {narrowing.length > 0 && <span className="filter-count">{narrowing.length}</span>}
      </button>
      <div className="library-filters" data-open={open}>
        <Filters choice={choice} projects={projects} tags={tags} set={set} />
        <button type="button" className="button quiet" onClick={onProjects}>
          {t('library.projects')}
        </button>
      </div>
    </div>
  )
}

type FiltersProps = Pick<Props, 'choice' | 'projects' | 'tags'> & {
  set: (part: Partial<Choice>) => void
}

function Filters({ choice, projects, tags, set }: FiltersProps) {
  const t = useTranslate()
  const { project, tag, status, order, archived } = choice
  return (
    <>
      <Selection
        label={t('library.project')}
        value={project}
        onChange={(next) => set({ project: next })}
        options={[
          ['', t('library.all')],
          ...projects.map((entry) => [entry.id, projectName(entry, t)] as const),
        ]}
      />
      <Selection
        label={t('library.tag')}
        value={tag}
        onChange={(next) => set({ tag: next })}
        options={[['', t('library.tag.all')], ...tagOptions(tag, tags)]}
      />
      <Selection
        label={t('library.status')}
        value={status}
        onChange={(next) => set({ status: next as Choice['status'] })}
        options={[
          ['', t('library.status.all')],
          ...STATUSES.map((name) => [name, t(`status.${name}`)] as const),
        ]}
      />
      <Selection
        label={t('library.sort')}
        value={order}
        onChange={(next) => set({ order: next as Order })}
        options={ORDERS.map((name) => [name, t(`library.sort.${name}`)] as const)}
      />
      <Archived archived={archived} set={set} />
    </>
  )
}

type Option = readonly [value: string, label: string]

/** Every tag with how many have it; the chosen one even if none has it any more. */
function tagOptions(chosen: string, tags: Props['tags']): Option[] {
  const gone = chosen !== '' && !tags.some(([name]) => name === chosen)
  const counted = tags.map(([name, count]): Option => [name, `${name} (${count})`])
  return gone ? [[chosen, chosen], ...counted] : counted
}

type SelectionProps = {
  label: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
}

function Selection({ label, value, options, onChange }: SelectionProps) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {options.map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  )
}

function Archived({ archived, set }: { archived: boolean; set: FiltersProps['set'] }) {
  const t = useTranslate()
  return (
    <label className="library-archived">
      <input
        type="checkbox"
        checked={archived}
        onChange={(event) => set({ archived: event.target.checked })}
      />
      {t('library.archived')}
    </label>
  )
}
