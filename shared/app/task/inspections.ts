/** Kiểm tra việc thực hiện của đơn vị. */
import {
  remedyInspection,
  remedyState,
  removeInspection,
  saveInspection,
  type NotedInspection,
} from '../../domain/task/inspections';
import { fail, ok, type Result } from '../../result';
import type { InspectionRow } from '../../rpc/contract/task';
import { changeDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { fileNameIn } from '../obligation/dossiers';
import { storeTicket } from '../obligation/keep';
import { loadTasks, namedUnits } from './load';

export function listInspections(app: App): Handler<'inspection.list'> {
  return async ({ dossierId }) => {
    const loaded = await loadTasks(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view, revision, nameOf, carrying, today } = loaded.value;
    const texts = new Map(carrying.tasks.map(({ task }) => [task.id, task.text]));
    const rows = view.list('inspections').map((inspection): InspectionRow => ({
      ...inspection,
      unitNames: inspection.unitIds.map(nameOf),
      taskTexts: inspection.taskIds.map(
        (id) => texts.get(id) ?? view.get('taskSettings', id)?.text ?? 'Nhiệm vụ đã bỏ',
      ),
      remedyState: remedyState(inspection, today),
      fileName: fileNameIn(view, inspection.file),
    }));
    return ok({ revision, inspections: rows.sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0)) });
  };
}

export function saveInspectionLine(app: App): Handler<'inspection.save'> {
  return async ({ dossierId, units, tasks, ticket, remedy, remedyDay, on, ...input }, context) => {
    const loaded = await loadTasks(app, dossierId);
    if (!loaded.ok) return loaded;
    const { carrying, view } = loaded.value;
    const unitIds = namedUnits(loaded.value, units);
    if (!unitIds.ok) return unitIds;
    const known = new Map(carrying.tasks.map(({ task }) => [task.id, task]));
    const standing = input.id === null ? undefined : view.get('inspections', input.id);
    const strange = tasks.find((id) => !known.has(id) && standing?.taskIds.includes(id) !== true);
    if (strange !== undefined)
      return fail('NOT_FOUND', 'Có nhiệm vụ không còn trong kế hoạch; hãy chọn lại nhiệm vụ được kiểm tra.');
    if ((remedy.trim() === '') !== (remedyDay === null))
      return fail('BAD_REQUEST', 'Ghi cả việc phải khắc phục và hạn khắc phục, hoặc để trống cả hai.', {
        fieldErrors: { remedy: 'Ghi cả việc và hạn khắc phục.' },
      });
    const guarded = tasks.some((id) => known.get(id)?.guarded === true);
    if (guarded && ticket !== null)
      return fail(
        'BAD_REQUEST',
        'Kiểm tra nhiệm vụ về tư tưởng, dư luận, thông tin sai trái không kèm tệp; chỉ ghi số, ngày văn bản.',
        { fieldErrors: { ticket: 'Cuộc kiểm tra này không kèm tệp.' } },
      );
    const file = await storeTicket(app, dossierId, ticket, 'attachment');
    if (!file.ok) return file;
    const { now, today } = nowOf(app);
    const newId = app.ports.ids.next();
    const done = await changeDossier(
      app,
      context,
      dossierId,
      'inspection.save',
      (draft): Result<NotedInspection> => {
        file.value?.note(draft);
        return saveInspection(
          draft,
          {
            ...input,
            newId,
            on: on ?? today,
            unitIds: unitIds.value,
            taskIds: tasks,
            remedy: remedyDay === null ? null : { what: remedy, lastDay: remedyDay },
            file: file.value?.sha256 ?? null,
          },
          guarded,
          { now, by: context.by },
        );
      },
    );
    if (!done.ok) return done;
    const { inspection, questions } = done.value.reply;
    return ok({ revision: done.value.revision, id: inspection.id, questions: [...questions] });
  };
}

export function remedyInspectionLine(app: App): Handler<'inspection.remedy'> {
  return async ({ dossierId, ...input }, context) => {
    const { now } = nowOf(app);
    return revisionOf(
      await changeDossier(app, context, dossierId, 'inspection.remedy', (draft) =>
        remedyInspection(draft, input, { now, by: context.by }),
      ),
    );
  };
}

export function removeInspectionLine(app: App): Handler<'inspection.remove'> {
  return async ({ dossierId, id }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'inspection.remove', (draft) =>
        removeInspection(draft, id),
      ),
    );
}
