/** Nhiệm vụ of one dossier: rolled up by task and by unit, and the duties of one of them. */
import { dutyId, type Duty } from '../../domain/task/model';
import {
  progressPercent,
  rollUp,
  standingOf,
  type DutyRow,
  type DutyStanding,
} from '../../domain/task/duties';
import { enteredDuties } from '../../domain/task/entered';
import { followedTargets } from '../../domain/task/followed';
import { linkedPeriods } from '../../domain/task/by-reports';
import { proposesGuarded } from '../../domain/task/guarded';
import { targetUnits } from '../../domain/task/owing';
import { rhythmStanding, slotsOf } from '../../domain/task/rhythm';
import { fail, ok } from '../../result';
import type { BoardTask, BoardUnit, DutyView, RecurringRow } from '../../rpc/contract/task';
import type { App } from '../application';
import type { Handler } from '../handlers';
import { fileNameIn } from '../obligation/dossiers';
import { owersOf } from './grid';
import { inGroups, loadTasks, type Tasks } from './load';

function boardUnits({ carrying, entries, nameOf }: Tasks): BoardUnit[] {
  const standings = new Map<string, DutyStanding[]>();
  for (const { duties } of carrying.tasks)
    for (const { unitId, standing } of duties) {
      const known = standings.get(unitId);
      if (known) known.push(standing);
      else standings.set(unitId, [standing]);
    }
  return inGroups([...standings], ([unitId]) => unitId, entries).map(({ group, row: [unit, own] }) => ({
    unit,
    name: nameOf(unit),
    group,
    ...rollUp(own),
  }));
}

function recurringRows(tasks: Tasks): RecurringRow[] {
  const { view, carrying, today } = tasks;
  const items = [
    ...carrying.tasks
      .filter(({ task }) => task.rhythm !== null)
      .map(({ task }) => ({ kind: 'task' as const, item: task })),
    ...followedTargets(view).map((item) => ({ kind: 'target' as const, item })),
  ];
  const { countsOf } = enteredDuties(
    view,
    items.map(({ item }) => item),
  );
  return items.map((each): RecurringRow => {
    const { kind, item } = each;
    const { id, text, rhythm, rhythmBy } = item;
    const units = owersOf(tasks, id) ?? [];
    let [met, missing] = [0, 0];
    if (rhythm !== null) {
      const slots = slotsOf(rhythm);
      for (const unitId of units) {
        const standing = rhythmStanding(rhythm, countsOf(id, unitId) ?? {}, today, slots);
        if (standing.averageMet === true && standing.missing === 0) met += 1;
        if (standing.missing > 0) missing += 1;
      }
    }
    const asked =
      each.kind === 'target'
        ? {
            by: targetUnits(each.item, tasks.directory, today).by,
            sentence: each.item.sentence,
            entryIds: [...(each.item.entryIds ?? [])],
          }
        : null;
    return { id, kind, text, rhythm, rhythmBy, units: units.length, met, missing, asked };
  });
}

export function taskBoard(app: App): Handler<'task.board'> {
  return async ({ dossierId }) => {
    const loaded = await loadTasks(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view, revision, carrying, directory } = loaded.value;
    const all = rollUp(carrying.tasks.flatMap(({ duties }) => duties.map(({ standing }) => standing)));
    return ok({
      revision,
      progress: { ...all, percent: progressPercent(all) },
      tasks: carrying.tasks.map(({ task, duties }): BoardTask => ({
        id: task.id,
        text: task.text,
        heading: task.heading,
        coordinating: [...task.coordinating],
        unknown: task.coordinating.filter((name) => directory.named(name).length === 0),
        lastDay: task.lastDay,
        recurrence: task.recurrence,
        guarded: task.guarded,
        guardedBy: task.guardedBy,
        rhythm: task.rhythm,
        rhythmBy: task.rhythmBy,
        reporting: task.reporting && {
          periods: linkedPeriods(task.reporting, view.list('periods')).map(({ id }) => id),
        },
        reportingBy: task.reportingBy,
        ...rollUp(duties.map(({ standing }) => standing)),
      })),
      units: boardUnits(loaded.value),
      recurring: recurringRows(loaded.value),
      dropped: [...carrying.dropped].map(([id, duties]) => ({
        id,
        text: view.get('taskSettings', id)?.text ?? 'Nhiệm vụ đã bỏ',
        lastDay: view.get('taskSettings', id)?.lastDay ?? null,
        duties: duties.length,
      })),
    });
  };
}

/** A duty that nobody owes any more: its task left the plan, or its unit left the task. */
function formerRow(duty: Duty, lastDay: string | null, today: string): DutyRow {
  const due = duty.extensions.at(-1)?.lastDay ?? lastDay;
  return {
    taskId: duty.taskId,
    unitId: duty.unitId,
    role: 'lead',
    record: duty,
    state: duty.state,
    standing: standingOf(duty.state, duty.doneOn, due, today),
    due,
    extended: duty.extensions.length > 0,
    doneOn: duty.doneOn,
    reports: [],
  };
}

export interface ToldDuty {
  readonly row: DutyRow;
  readonly role: DutyView['role'];
  readonly text: string;
  readonly guarded: boolean;
}

/** Every duty of the dossier in the order of the plan, then what nobody owes any more. */
export function toldDuties({
  view,
  carrying,
  today,
}: Pick<Tasks, 'view' | 'carrying' | 'today'>): ToldDuty[] {
  return [
    ...carrying.tasks.flatMap(({ task, duties, strays }) => [
      ...duties.map((row): ToldDuty => ({ row, role: row.role, text: task.text, guarded: task.guarded })),
      ...strays.map((duty): ToldDuty => ({
        row: { ...formerRow(duty, task.lastDay, today), taskId: task.id },
        role: 'former',
        text: task.text,
        guarded: task.guarded,
      })),
    ]),
    ...[...carrying.dropped].flatMap(([id, duties]) => {
      const setting = view.get('taskSettings', id);
      const text = setting?.text ?? 'Nhiệm vụ đã bỏ';
      return duties.map((duty): ToldDuty => ({
        row: formerRow(duty, setting?.lastDay ?? null, today),
        role: 'former',
        text,
        guarded: setting?.guarded ?? proposesGuarded(text),
      }));
    }),
  ];
}

export function listDuties(app: App): Handler<'task.duties'> {
  return async ({ dossierId, task, unit }) => {
    const loaded = await loadTasks(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view, revision, entries, nameOf, carrying } = loaded.value;
    if (task !== null && !carrying.dropped.has(task) && !carrying.tasks.some((each) => each.task.id === task))
      return fail('NOT_FOUND', 'Không tìm thấy nhiệm vụ này trong kế hoạch.');
    const chosen = toldDuties(loaded.value).filter(
      ({ row }) => (task === null || row.taskId === task) && (unit === null || row.unitId === unit),
    );
    const shown =
      task === null
        ? chosen.map((row) => ({ row, group: '' }))
        : inGroups(chosen, ({ row }) => row.unitId, entries);
    return ok({
      revision,
      duties: shown.map(({ group, row: { row, role, text, guarded } }): DutyView => ({
        task: row.taskId,
        taskText: text,
        guarded,
        unit: row.unitId,
        unitName: nameOf(row.unitId),
        group,
        role,
        state: row.state,
        standing: row.standing,
        due: row.due,
        extended: row.extended,
        doneOn: row.doneOn,
        reports: row.reports.map((report) => ({ ...report })),
        record: row.record && { ...row.record, id: dutyId(row.taskId, row.unitId), taskId: row.taskId },
        fileName: fileNameIn(view, row.record?.evidence?.file ?? null),
      })),
    });
  };
}
