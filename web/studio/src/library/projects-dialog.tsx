/** The projects: made, named, described, deleted when empty, and which of them takes new work. */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Example } from '../api/examples'
import { createProject, type Project } from '../api/projects'
import { getSettings } from '../api/settings'
import { changeProject, deleteProject } from '../api/projects'
import { chooseDefaultProject } from '../api/settings'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'
import { projectName } from './project-name'

type Props = {
  projects: Project[]
  examples: Example[]
  onShow: (project: string) => void
  onClose: () => void
}

export function ProjectsDialog({ projects, examples, onShow, onClose }: Props) {
  const t = useTranslate()
  const queries = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [name, setName] = useState('')
  const settings = useQuery({ queryKey: ['settings'], queryFn: getSettings })
  useEffect(() => dialog.current?.showModal(), [])
  const run = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['projects'] }),
        queries.invalidateQueries({ queryKey: ['settings'] }),
      ]),
  })
  const counts = new Map<string, number>()
  for (const { project_id } of examples) counts.set(project_id, (counts.get(project_id) ?? 0) + 1)
  const create = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) run.mutate(() => createProject(name.trim()))
    setName('')
  }
  const preferred = settings.data?.default_project_id ?? ''
  return (
    <dialog ref={dialog} className="projects" aria-labelledby="projects-title" onClose={onClose}>
      <div className="stack">
        <header className="row between">
          <h2 id="projects-title">{t('library.projects.title')}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('action.close')}
          </button>
        </header>
        {run.error && <Failure error={run.error} />}
        <ul role="list">
          {projects.map((project) => (
            <Entry
              key={project.id}
              project={project}
              count={counts.get(project.id) ?? 0}
              preferred={preferred === project.id}
              run={(work) => run.mutate(work)}
              onShow={() => {
                onShow(project.id)
                dialog.current?.close()
              }}
            />
          ))}
        </ul>
        <label className="row">
          <input
            type="radio"
            name="default-project"
            checked={preferred === ''}
            onChange={() => run.mutate(() => chooseDefaultProject(''))}
          />
          {t('library.project.default')}: {t('library.project.default.none')}
        </label>
        <form className="row projects-new" onSubmit={create}>
          <input
            type="text"
            aria-label={t('library.project.name')}
            placeholder={t('library.project.name')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="button primary">
            {t('library.project.create')}
          </button>
        </form>
      </div>
    </dialog>
  )
}

type EntryProps = {
  project: Project
  count: number
  preferred: boolean
  run: (work: () => Promise<unknown>) => void
  onShow: () => void
}

function Entry({ project, count, preferred, run, onShow }: EntryProps) {
  const t = useTranslate()
  const shown = projectName(project, t)
  const save = (field: 'name' | 'description', value: string) => {
    const wanted = value.trim()
    if (
      wanted !== (field === 'name' ? shown : project[field]) &&
      (wanted || field === 'description')
    )
      run(() => changeProject(project, { [field]: wanted }))
  }
  return (
    <li className="projects-entry">
      <input
        type="text"
        aria-label={t('library.project.name')}
        defaultValue={shown}
        maxLength={200}
        onBlur={(event) => save('name', event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && save('name', event.currentTarget.value)}
      />
      <textarea
        rows={1}
        aria-label={`${t('library.project.about')}: ${shown}`}
        placeholder={t('library.project.about')}
        defaultValue={project.description}
        maxLength={2000}
        onBlur={(event) => save('description', event.target.value)}
      />
      <div className="row">
        <button type="button" className="button quiet" onClick={onShow}>
          {t('library.count', { count })}
          <span className="visually-hidden"> {shown}</span>
        </button>
        <label className="row">
          <input
            type="radio"
            name="default-project"
            aria-label={`${t('library.project.default')}: ${shown}`}
            checked={preferred}
            onChange={() => run(() => chooseDefaultProject(project.id))}
          />
          {t('library.project.default')}
        </label>
        <button
          type="button"
          className="button danger"
          aria-label={t('library.project.delete', { name: shown })}
          aria-disabled={count > 0}
          title={count > 0 ? t('library.project.full') : undefined}
          onClick={() => count === 0 && run(() => deleteProject(project))}
        >
          {t('action.delete')}
        </button>
      </div>
    </li>
  )
}
