/** What can be done with the selected examples at once. Moving and archiving can be undone; a deletion
 *  is sent only when its time to be undone is over. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeExample, duplicateExample, type Example, type Project } from '../api/praxeo'
import { useTranslate } from '../i18n'
import { useToast } from '../shell/toasts'
import { Failure } from '../parts/notice'
import { deleteLater, keep } from './deletions'

type Props = { chosen: Example[]; projects: Project[]; onDone: () => void }

export function BulkActions({ chosen, projects, onDone }: Props) {
  const t = useTranslate()
  const toast = useToast()
  const queries = useQueryClient()
  const refresh = () => void queries.invalidateQueries({ queryKey: ['examples'] })
  const run = useMutation({
    mutationFn: async (work: (example: Example) => Promise<unknown>) => {
      for (const example of chosen) await work(example)
    },
    onSettled: () => {
      refresh()
      onDone()
    },
  })
  const count = chosen.length
  const archived = chosen.every((example) => example.archived)

  const change = (
    to: Partial<Example>,
    back: (example: Example) => Partial<Example>,
    said: string,
  ) => {
    const before = [...chosen]
    run.mutate((example) => changeExample(example.id, to), {
      onSuccess: () =>
        toast(said, {
          label: t('library.undo'),
          run: () =>
            void Promise.all(before.map((old) => changeExample(old.id, back(old)))).then(refresh),
        }),
    })
  }
  const remove = () => {
    const ids = chosen.map((example) => example.id)
    deleteLater(ids, refresh)
    onDone()
    toast(t('library.deleted', { count }), { label: t('library.undo'), run: () => keep(ids) })
  }

  return (
    <div className="bulk card row" role="group" aria-label={t('library.selected', { count })}>
      <strong>{t('library.selected', { count })}</strong>
      <button
        type="button"
        className="button"
        onClick={() =>
          run.mutate((example) =>
            duplicateExample(example, t('library.copy', { title: example.title })),
          )
        }
      >
        {t('action.duplicate')}
      </button>
      <select
        aria-label={t('action.move')}
        value=""
        onChange={(event) =>
          change(
            { project_id: event.target.value },
            (old) => ({ project_id: old.project_id }),
            t('library.moved', { count }),
          )
        }
      >
        <option value="">{t('action.move')} …</option>
        {projects.map((project) => (
          <option key={project.id} value={project.id}>
            {project.name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button"
        onClick={() =>
          change(
            { archived: !archived },
            (old) => ({ archived: old.archived }),
            t(archived ? 'library.unarchived.done' : 'library.archived.done', { count }),
          )
        }
      >
        {archived ? t('action.unarchive') : t('action.archive')}
      </button>
      <button type="button" className="button danger" onClick={remove}>
        {t('action.delete')}
      </button>
      <button type="button" className="button quiet" onClick={onDone}>
        {t('library.clear')}
      </button>
      {run.error && <Failure error={run.error} />}
    </div>
  )
}
