/** What can be done with the selected examples at once. */
import { useId, useState, type FormEvent } from 'react'
import type { Example } from '../api/examples'
import type { Project } from '../api/projects'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'
import type { useActs } from './acts'
import { tagsOf } from './arrange'
import { projectName } from './project-name'

const TAG_CHARACTERS = 60

type Props = {
  chosen: Example[]
  projects: Project[]
  known: string[]
  acts: ReturnType<typeof useActs>
  onRename: (example: Example) => void
  onDone: () => void
}

export function BulkActions({ chosen, projects, known, acts, onRename, onDone }: Props) {
  const t = useTranslate()
  const count = chosen.length
  const archived = chosen.every((example) => example.archived)
  return (
    <div className="bulk card" role="group" aria-label={t('library.selected', { count })}>
      <div className="row">
        <strong role="status">{t('library.selected', { count })}</strong>
        {chosen.length === 1 && chosen[0] && (
          <button type="button" className="button" onClick={() => chosen[0] && onRename(chosen[0])}>
            {t('action.rename')}
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-disabled={acts.pending}
          onClick={() => !acts.pending && void acts.duplicate(chosen).then(onDone)}
        >
          {t('action.duplicate')}
        </button>
        <select
          aria-label={t('action.move')}
          value=""
          onChange={(event) =>
            void acts.change(
              chosen,
              { project_id: event.target.value },
              t('library.moved', { count }),
            )
          }
        >
          <option value="">{t('action.move')} …</option>
          {projects.map((project) => (
            <option key={project.id} value={project.id}>
              {projectName(project, t)}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button"
          onClick={() =>
            void acts
              .change(
                chosen,
                { archived: !archived },
                t(archived ? 'library.unarchived.done' : 'library.archived.done', { count }),
              )
              .then(onDone)
          }
        >
          {archived ? t('action.unarchive') : t('action.archive')}
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => {
            acts.remove(chosen)
            onDone()
          }}
        >
          {t('action.delete')}
        </button>
        <button type="button" className="button quiet" onClick={onDone}>
          {t('library.clear')}
        </button>
      </div>
      <Tags chosen={chosen} known={known} acts={acts} />
      {acts.error && <Failure error={acts.error} />}
    </div>
  )
}

/** The tags that the selected examples have, to be removed, and a field for one to be added. */
function Tags({ chosen, known, acts }: Pick<Props, 'chosen' | 'known' | 'acts'>) {
  const t = useTranslate()
  const list = useId()
  const [tag, setTag] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = tag.trim()
    if (!wanted) return
    setTag('')
    void acts.change(chosen, { add_tags: [wanted] }, t('library.tagged', { count: chosen.length }))
  }
  return (
    <div className="row bulk-tags">
      {tagsOf(chosen).map(([name, count]) => (
        <button
          key={name}
          type="button"
          className="tag removable"
          aria-label={t('library.tag.remove', { tag: name })}
          onClick={() =>
            void acts.change(chosen, { remove_tags: [name] }, t('library.untagged', { count }))
          }
        >
          {name}
          <span aria-hidden="true"> ×</span>
        </button>
      ))}
      <form className="row" onSubmit={submit}>
        <input
          type="text"
          list={list}
          aria-label={t('library.tag.new')}
          placeholder={t('library.tag.new')}
          value={tag}
          maxLength={TAG_CHARACTERS}
          onChange={(event) => setTag(event.target.value)}
        />
        <datalist id={list}>
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <button type="submit" className="button">
          {t('library.tag.add')}
        </button>
      </form>
    </div>
  )
}
