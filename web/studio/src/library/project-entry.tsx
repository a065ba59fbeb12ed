/** One project in the dialog: its name and what it is about, changed in place, and what can be done with it. */
import { changeProject, deleteProject, type Project } from '../api/projects'
import { chooseDefaultProject } from '../api/settings'
import { useTranslate } from '../i18n'
import { projectName } from './project-name'

type EntryProps = {
  project: Project
  count: number
  preferred: boolean
  run: (work: () => Promise<unknown>) => void
  onShow: () => void
}

export function ProjectEntry({ project, count, preferred, run, onShow }: EntryProps) {
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
      <EntryFoot project={project} count={count} preferred={preferred} run={run} onShow={onShow} />
    </li>
  )
}

function EntryFoot({ project, count, preferred, run, onShow }: EntryProps) {
  const t = useTranslate()
  const shown = projectName(project, t)
  return (
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
  )
}
