/** Entering results, extensions and what a task is. */
import { carryingOut } from '../../domain/task/duties';
import type { ChosenDuties, Put } from '../../domain/task/chosen';
import { extendDuties } from '../../domain/task/extend-duties';
import { putDuties } from '../../domain/task/put-duties';
import { saveTaskSetting } from '../../domain/task/settings';
import { fail, ok, type Result } from '../../result';
import { changeDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { storeTicket } from '../obligation/keep';
import { loadTasks, namedUnits, type Tasks } from './load';

function resolved(
  tasks: Tasks,
  duties: readonly { readonly task: string; readonly units: readonly string[] | null }[],
): Result<ChosenDuties[]> {
  const chosen: ChosenDuties[] = [];
  for (const { task, units } of duties) {
    if (units === null) chosen.push({ task, units });
    else {
      const ids = namedUnits(tasks, units);
      if (!ids.ok) return ids;
      chosen.push({ task, units: ids.value });
    }
  }
  return ok(chosen);
}

export function putTask(app: App): Handler<'task.put'> {
  return async ({ dossierId, duties, ticket, ...input }, context) => {
    const loaded = await loadTasks(app, dossierId);
    if (!loaded.ok) return loaded;
    const tasks = loaded.value;
    const chosen = resolved(tasks, duties);
    if (!chosen.ok) return chosen;
    // Looked at before anything is kept: of a guarded task no file enters the store.
    const named = new Set(chosen.value.map(({ task }) => task));
    if (ticket !== null && tasks.carrying.tasks.some(({ task }) => named.has(task.id) && task.guarded))
      return fail(
        'BAD_REQUEST',
        'Nhiệm vụ về tư tưởng, dư luận, thông tin sai trái chỉ ghi số lượng và số, ngày văn bản; không kèm tệp.',
        { fieldErrors: { ticket: 'Nhiệm vụ này không kèm tệp.' } },
      );
    const file = await storeTicket(app, dossierId, ticket, 'attachment');
    if (!file.ok) return file;
    const { now, today } = nowOf(app);
    const done = await changeDossier(app, context, dossierId, 'task.put', (draft): Result<Put> => {
      file.value?.note(draft);
      return putDuties(
        draft,
        carryingOut(draft, tasks.directory, today),
        { ...input, duties: chosen.value, file: file.value?.sha256 ?? null },
        { now, by: context.by },
        tasks.nameOf,
      );
    });
    if (!done.ok) return done;
    const { duties: count, questions } = done.value.reply;
    return ok({ revision: done.value.revision, duties: count, questions: [...questions] });
  };
}

export function extendTask(app: App): Handler<'task.extend'> {
  return async ({ dossierId, duties, ...input }, context) => {
    const loaded = await loadTasks(app, dossierId);
    if (!loaded.ok) return loaded;
    const tasks = loaded.value;
    const chosen = resolved(tasks, duties);
    if (!chosen.ok) return chosen;
    const { now, today } = nowOf(app);
    const done = await changeDossier(app, context, dossierId, 'task.extend', (draft) =>
      extendDuties(
        draft,
        carryingOut(draft, tasks.directory, today),
        { ...input, duties: chosen.value },
        { now, by: context.by },
        tasks.nameOf,
      ),
    );
    if (!done.ok) return done;
    return ok({ revision: done.value.revision, duties: done.value.reply.duties, questions: [] });
  };
}

export function describeTask(app: App): Handler<'task.describe'> {
  return async ({ dossierId, item, ...patch }, context) => {
    const loaded = await loadTasks(app, dossierId);
    if (!loaded.ok) return loaded;
    const { directory, today, entries } = loaded.value;
    if (patch.entryIds?.some((id) => !entries.has(id)) === true)
      return fail('NOT_FOUND', 'Có đơn vị hoặc nhóm không còn trong danh mục; hãy chọn lại.');
    return revisionOf(
      await changeDossier(app, context, dossierId, 'task.describe', (draft) =>
        saveTaskSetting(draft, carryingOut(draft, directory, today), item, patch),
      ),
    );
  };
}
