/** What can be done with the selected examples at once; deleting and moving can be undone. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeExample, deleteExample, duplicateExample, restoreExample, type Example, type Project } from '../api/praxeo';
import { useTranslate } from '../i18n';
import { useToast } from '../shell/toasts';
import { Failure } from '../parts/notice';

type Props = { chosen: Example[]; projects: Project[]; onDone: () => void };

export function BulkActions({ chosen, projects, onDone }: Props) {
  const t = useTranslate();
  const toast = useToast();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['examples'] });
  const all = async (work: (example: Example) => Promise<unknown>) => {
    for (const example of chosen) await work(example);
  };
  const undoable = (text: string, undo: (example: Example) => Promise<unknown>) => {
    const done = [...chosen];
    toast(text, {
      label: t('library.undo'),
      run: () => void Promise.all(done.map(undo)).then(refresh),
    });
  };
  const run = useMutation({
    mutationFn: (work: () => Promise<void>) => work(),
    onSettled: () => {
      refresh();
      onDone();
    },
  });
  const count = chosen.length;
  const archived = chosen.every((example) => example.archived_at);

  const archive = async () => {
    await all((example) => changeExample(example.id, { archived: !archived }));
    undoable(t('library.archived.done', { count }), (example) =>
      changeExample(example.id, { archived: Boolean(example.archived_at) }),
    );
  };
  const remove = async () => {
    await all((example) => deleteExample(example.id));
    undoable(t('library.deleted', { count }), (example) => restoreExample(example.id));
  };
  const move = (target: string) => async () => {
    await all((example) => changeExample(example.id, { project_id: target }));
    undoable(t('library.moved', { count }), (example) => changeExample(example.id, { project_id: example.project_id }));
  };

  return (
    <div className="bulk card row" role="group" aria-label={t('library.selected', { count })}>
      <strong>{t('library.selected', { count })}</strong>
      <button type="button" className="button" onClick={() => run.mutate(() => all((e) => duplicateExample(e.id)))}>
        {t('action.duplicate')}
      </button>
      <select aria-label={t('action.move')} value="" onChange={(event) => run.mutate(move(event.target.value))}>
        <option value="">{t('action.move')} …</option>
        {projects.map((project) => (
          <option key={project.id} value={project.id}>
            {project.name}
          </option>
        ))}
      </select>
      <button type="button" className="button" onClick={() => run.mutate(archive)}>
        {archived ? t('action.unarchive') : t('action.archive')}
      </button>
      <button type="button" className="button danger" onClick={() => run.mutate(remove)}>
        {t('action.delete')}
      </button>
      <button type="button" className="button quiet" onClick={onDone}>
        {t('library.clear')}
      </button>
      {run.error && <Failure error={run.error} />}
    </div>
  );
}
