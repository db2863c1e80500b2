/** Định kỳ & chỉ tiêu tuần: the counts of units for one recurring task, beside what their reports say. */
import type { Report } from '../../domain/report/model';
import { sumExact } from '../../domain/report/decimals';
import { putCounts, type CountsRow } from '../../domain/task/counts';
import { enteredDuties } from '../../domain/task/entered';
import { followedTargets, type FollowedTarget, type FollowedTask } from '../../domain/task/followed';
import { NO_UNIT, type Rhythm } from '../../domain/task/model';
import { targetUnits } from '../../domain/task/owing';
import { rhythmStanding, slotsOf } from '../../domain/task/rhythm';
import { fail, ok } from '../../result';
import type { ProgressCounts } from '../../documents/task-progress';
import type { GridRow } from '../../rpc/contract/task';
import { fold } from '../../text/normalize';
import { changeDossier, type App } from '../application';
import type { Handler } from '../handlers';
import { inGroups, loadTasks, namedUnits, type Tasks } from './load';

/** Tin, bài on the loudspeakers, on the portal, on social networks: what TT04 adds up too. */
const PIECES = ['TT01', 'TT05', 'MX01'] as const;

function itemOf(
  { view, carrying }: Pick<Tasks, 'view' | 'carrying'>,
  id: string,
): FollowedTask | FollowedTarget | undefined {
  return (
    carrying.tasks.find(({ task }) => task.id === id)?.task ??
    followedTargets(view).find((target) => target.id === id)
  );
}

/** Units that owe the counts of a task or target; null: there is no such item. */
export function owersOf(
  tasks: Pick<Tasks, 'view' | 'carrying' | 'directory' | 'today'>,
  id: string,
): readonly string[] | null {
  const task = tasks.carrying.tasks.find((each) => each.task.id === id);
  if (task) return task.duties.map(({ unitId }) => unitId).filter((unitId) => unitId !== NO_UNIT);
  const target = followedTargets(tasks.view).find((each) => each.id === id);
  if (!target) return null;
  return targetUnits(target, tasks.directory, tasks.today).units;
}

/** Only what is counted in pieces can be compared with the reports' pieces. */
function comparesPieces(rhythm: Rhythm): boolean {
  return /\b(?:tin|bai)\b/u.test(fold(rhythm.unit));
}

function piecesOf({ values }: Report): number | null {
  const told = PIECES.flatMap((code) => values[code] ?? []);
  return told.length === 0 ? null : sumExact(told);
}

/** Counts of the units of one item and how they stand today, grouped as every table of units is. */
function countRows(
  { view, entries, nameOf, today }: Tasks,
  item: FollowedTask | FollowedTarget,
  rhythm: Rhythm,
  units: readonly string[],
): Omit<GridRow, 'reported'>[] {
  const slots = slotsOf(rhythm);
  const { countsOf } = enteredDuties(view, [item]);
  return inGroups(units, (unit) => unit, entries).map(({ group, row: unit }) => {
    const counts = { ...countsOf(item.id, unit) };
    const { total, average, averageMet, met, unmet, missing } = rhythmStanding(rhythm, counts, today, slots);
    return { unit, name: nameOf(unit), group, counts, total, average, averageMet, met, unmet, missing };
  });
}

/** The grids of a plan as its progress prints them: slots that have begun. */
export function progressCounts(tasks: Tasks): ProgressCounts[] {
  const items = [
    ...tasks.carrying.tasks.map(({ task }): FollowedTask | FollowedTarget => task),
    ...followedTargets(tasks.view),
  ];
  return items.flatMap((item): ProgressCounts[] => {
    const { id, text, rhythm } = item;
    const units = owersOf(tasks, id) ?? [];
    if (rhythm === null || units.length === 0) return [];
    const begun = slotsOf(rhythm).filter(({ from }) => from <= tasks.today);
    return begun.length === 0
      ? []
      : [{ text, rhythm, slots: begun, rows: countRows(tasks, item, rhythm, units) }];
  });
}

export function taskGrid(app: App): Handler<'task.grid'> {
  return async ({ dossierId, item: id }) => {
    const loaded = await loadTasks(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view, revision } = loaded.value;
    const item = itemOf(loaded.value, id);
    const units = owersOf(loaded.value, id);
    if (!item || units === null) return fail('NOT_FOUND', 'Không tìm thấy nhiệm vụ này trong kế hoạch.');
    const { rhythm } = item;
    const head = { revision, id, text: item.text, rhythm };
    if (rhythm === null) return ok({ ...head, slots: [], rows: [] });
    const slots = slotsOf(rhythm);
    const reported = new Map<string, GridRow['reported']>();
    if (comparesPieces(rhythm))
      for (const report of view.list('reports')) {
        const period = view.get('periods', report.period);
        const value = piecesOf(report);
        if (!period || value === null || report.state !== 'received') continue;
        if (period.to < rhythm.from || period.from > rhythm.to) continue;
        const { id: name, from, to } = period;
        reported.set(report.unitId, [
          ...(reported.get(report.unitId) ?? []),
          { period: name, from, to, value },
        ]);
      }
    return ok({
      ...head,
      slots: slots.map((slot) => ({ ...slot })),
      rows: countRows(loaded.value, item, rhythm, units).map((row): GridRow => ({
        ...row,
        reported: (reported.get(row.unit) ?? []).sort((a, b) => (a.to < b.to ? -1 : 1)),
      })),
    });
  };
}

export function putTaskCounts(app: App): Handler<'task.putCounts'> {
  return async ({ dossierId, item: id, rows }, context) => {
    const loaded = await loadTasks(app, dossierId);
    if (!loaded.ok) return loaded;
    const item = itemOf(loaded.value, id);
    const units = owersOf(loaded.value, id);
    if (!item || units === null) return fail('NOT_FOUND', 'Không tìm thấy nhiệm vụ này trong kế hoạch.');
    const chosen: CountsRow[] = [];
    for (const { unit, counts } of rows) {
      const named = namedUnits(loaded.value, [unit]);
      if (!named.ok) return named;
      const [only, second] = named.value;
      if (only === undefined || second !== undefined)
        return fail('BAD_REQUEST', `“${unit}” là nhiều đơn vị; ghi số cho từng đơn vị.`);
      chosen.push({ unitId: only, counts });
    }
    const done = await changeDossier(app, context, dossierId, 'task.putCounts', (draft) =>
      putCounts(draft, item, units, chosen, loaded.value.nameOf),
    );
    return done.ok ? ok({ revision: done.value.revision, cells: done.value.reply.cells }) : done;
  };
}
