/** What can be done with the selected examples at once. */
import type { Example } from '../api/examples'
import type { Project } from '../api/projects'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'
import type { Acts } from './acts'
import { Tags } from './bulk-tags'
import { projectName } from './project-name'

type Props = {
  chosen: Example[]
  projects: Project[]
  known: string[]
  acts: Acts
  onRename: (example: Example) => void
  onDone: () => void
}

export function BulkActions({ chosen, projects, known, acts, onRename, onDone }: Props) {
  const t = useTranslate()
  const count = chosen.length
  const [only] = chosen
  return (
    <div className="bulk card" role="group" aria-label={t('library.selected', { count })}>
      <div className="row">
        <strong role="status">{t('library.selected', { count })}</strong>
        {count === 1 && only && (
          <button type="button" className="button" onClick={() => onRename(only)}>
            {t('action.rename')}
          </button>
        )}
        <ForAll chosen={chosen} projects={projects} acts={acts} onDone={onDone} />
        <button type="button" className="button quiet" onClick={onDone}>
          {t('library.clear')}
        </button>
      </div>
      <Tags chosen={chosen} known={known} acts={acts} />
      {acts.error && <Failure error={acts.error} />}
    </div>
  )
}

type ForAllProps = Pick<Props, 'chosen' | 'projects' | 'acts' | 'onDone'>

function ForAll({ chosen, projects, acts, onDone }: ForAllProps) {
  const t = useTranslate()
  const count = chosen.length
  const archived = chosen.every((example) => example.archived)
  const archive = () => {
    const said = t(archived ? 'library.unarchived.done' : 'library.archived.done', { count })
    void acts.change(chosen, { archived: !archived }, said).then(onDone)
  }
  const remove = () => {
    acts.remove(chosen)
    onDone()
  }
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={acts.pending}
        onClick={() => !acts.pending && void acts.duplicate(chosen).then(onDone)}
      >
        {t('action.duplicate')}
      </button>
      <MoveTo chosen={chosen} projects={projects} acts={acts} />
      <button type="button" className="button" onClick={archive}>
        {archived ? t('action.unarchive') : t('action.archive')}
      </button>
      <button type="button" className="button danger" onClick={remove}>
        {t('action.delete')}
      </button>
    </>
  )
}

function MoveTo({ chosen, projects, acts }: Omit<ForAllProps, 'onDone'>) {
  const t = useTranslate()
  const move = (project_id: string) =>
    void acts.change(chosen, { project_id }, t('library.moved', { count: chosen.length }))
  return (
    <select aria-label={t('action.move')} value="" onChange={(event) => move(event.target.value)}>
      <option value="">{t('action.move')} …</option>
      {projects.map((project) => (
        <option key={project.id} value={project.id}>
          {projectName(project, t)}
        </option>
      ))}
    </select>
  )
}
