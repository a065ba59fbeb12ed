/** The projects: made, named, described, deleted when empty, and which of them takes new work. */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Example } from '../api/examples'
import { createProject, type Project } from '../api/projects'
import { chooseDefaultProject, getSettings } from '../api/settings'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'
import { ProjectEntry } from './project-entry'

type Props = {
  projects: Project[]
  examples: Example[]
  onShow: (project: string) => void
  onClose: () => void
}

type Run = (work: () => Promise<unknown>) => void

export function ProjectsDialog({ projects, examples, onShow, onClose }: Props) {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const { run, error } = useProjectWork()
  const settings = useQuery({ queryKey: ['settings'], queryFn: getSettings })
  useEffect(() => dialog.current?.showModal(), [])
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
        {error && <Failure error={error} />}
        <ul role="list">
          {projects.map((project) => (
            <ProjectEntry
              key={project.id}
              project={project}
              count={examples.filter(({ project_id }) => project_id === project.id).length}
              preferred={preferred === project.id}
              run={run}
              onShow={() => {
                onShow(project.id)
                dialog.current?.close()
              }}
            />
          ))}
        </ul>
        <NoDefault none={preferred === ''} run={run} />
        <NewProject run={run} />
      </div>
    </dialog>
  )
}

function useProjectWork() {
  const queries = useQueryClient()
  const { mutate, error } = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['projects'] }),
        queries.invalidateQueries({ queryKey: ['settings'] }),
      ]),
  })
  return { run: (work: () => Promise<unknown>) => mutate(work), error }
}

function NoDefault({ none, run }: { none: boolean; run: Run }) {
  const t = useTranslate()
  return (
    <label className="row">
      <input
        type="radio"
        name="default-project"
        checked={none}
        onChange={() => run(() => chooseDefaultProject(''))}
      />
      {t('library.project.default')}: {t('library.project.default.none')}
    </label>
  )
}

function NewProject({ run }: { run: Run }) {
  const t = useTranslate()
  const [name, setName] = useState('')
  const create = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) run(() => createProject(name.trim()))
    setName('')
  }
  return (
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
  )
}
