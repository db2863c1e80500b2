/**
 * How each duty stands. One task for many units is one duty a unit; lead and co-ordinating units owe alike. Duties are
 * derived from the plan's items and the directory; only what was entered is stored. domain.md §5 "Carrying-out".
 */
import type { PlainDate } from '../../date/plain-date';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { reportId } from '../report/lateness';
import {
  followedReport,
  linkedPeriods,
  reachesEnd,
  reportedStanding,
  type FollowedReport,
} from './by-reports';
import { enteredDuties } from './entered';
import { followedTasks, type FollowedTask } from './followed';
import type { Duty, DutyState } from './model';
import { unitsOwing, type Owing, type TaskDirectory } from './owing';
import { isFulfilled, slotsOf, type Slot } from './rhythm';

/** How the grid stands for a duty: whether anything was counted, whether the whole span is fulfilled. */
interface Counted {
  readonly any: boolean;
  readonly fulfilled: boolean;
}

/**
 * The state of one duty. What a person entered stands; where nobody did, a whole task that was marked as done counts, and
 * a recurring one is done when every week (month …) has its count and the average reaches the quota.
 */
export function stateOf(record: Duty | undefined, settled: boolean, counted: Counted | null): DutyState {
  const entered = record?.state ?? (settled ? 'done' : 'todo');
  if (entered === 'done' || entered === 'not-done' || counted === null) return entered;
  return counted.fulfilled ? 'done' : counted.any ? 'doing' : entered;
}

/** hoàn thành · hoàn thành trễ · không thực hiện · quá hạn · đang làm · chưa làm */
export type DutyStanding = 'done' | 'done-late' | 'not-done' | 'overdue' | 'doing' | 'todo';

export function standingOf(
  state: DutyState,
  doneOn: PlainDate | null,
  due: PlainDate | null,
  today: PlainDate,
): DutyStanding {
  if (state === 'not-done') return state;
  if (state === 'done') return due !== null && doneOn !== null && doneOn > due ? 'done-late' : 'done';
  return due !== null && today > due ? 'overdue' : state;
}

export interface DutyRow extends Owing {
  readonly taskId: string;
  readonly record: Duty | null;
  readonly state: DutyState;
  readonly standing: DutyStanding;
  /** The unit's own last day: the newest extension, else its reports', else the task's. */
  readonly due: PlainDate | null;
  readonly extended: boolean;
  /** Day on which it was done, as it was entered or as its reports say. */
  readonly doneOn: PlainDate | null;
  /** Reports that its state is read from; []: it is read from none. */
  readonly reports: readonly FollowedReport[];
}

/** What the duties of a task are read from, besides what was entered as a state. */
export interface DutySources {
  /** A unit's counts; asked only where the task recurs. */
  readonly countsOf: (unitId: string) => Readonly<Record<string, number>> | undefined;
  /** A unit's reports; asked only where the task is a reporting one. */
  readonly reportsOf: (unitId: string) => {
    readonly all: readonly FollowedReport[];
    readonly whole: boolean;
  };
}

/** Duties of one task. */
export function dutiesOf(
  task: FollowedTask,
  owing: readonly Owing[],
  entered: ReadonlyMap<string, Duty>,
  { countsOf, reportsOf }: DutySources,
  today: PlainDate,
): readonly DutyRow[] {
  const { rhythm } = task;
  const slots: readonly Slot[] = rhythm === null ? [] : slotsOf(rhythm);
  return owing.map(({ unitId, role }): DutyRow => {
    const record = entered.get(unitId);
    const counts = rhythm === null ? undefined : countsOf(unitId);
    const counted =
      rhythm !== null && counts !== undefined
        ? {
            any: Object.keys(counts).length > 0,
            fulfilled: isFulfilled(rhythm, counts, slots),
          }
        : null;
    const stood = stateOf(record, task.settled, counted);
    const followed = stood === 'todo' && task.reporting !== null ? reportsOf(unitId) : null;
    const reported = followed && reportedStanding(followed.all, followed.whole);
    const state = reported?.state ?? stood;
    const extension = record?.extensions.at(-1);
    const due = extension?.lastDay ?? (reported ? reported.due : task.lastDay);
    const doneOn = reported ? reported.doneOn : (record?.doneOn ?? null);
    const standing = standingOf(state, doneOn, due, today);
    return {
      taskId: task.id,
      unitId,
      role,
      record: record ?? null,
      state,
      // A report has its own last day, and perhaps an hour.
      standing:
        reported && !extension && state === 'done' ? (reported.late ? 'done-late' : 'done') : standing,
      due,
      extended: extension !== undefined,
      doneOn,
      reports: followed?.all ?? [],
    };
  });
}

export interface RollUp {
  readonly units: number;
  readonly done: number;
  /** Of those done: after their last day. */
  readonly doneLate: number;
  readonly notDone: number;
  readonly overdue: number;
  readonly doing: number;
  readonly todo: number;
}

/** "18/25 đơn vị hoàn thành, 3 quá hạn": each duty counts in exactly one of done, notDone, overdue, doing, todo. */
export function rollUp(standings: readonly DutyStanding[]): RollUp {
  const count = (...of: readonly DutyStanding[]): number =>
    standings.filter((each) => of.includes(each)).length;
  return {
    units: standings.length,
    done: count('done', 'done-late'),
    doneLate: count('done-late'),
    notDone: count('not-done'),
    overdue: count('overdue'),
    doing: count('doing'),
    todo: count('todo'),
  };
}

/**
 * The plan's progress: duties (task × unit) that are done, of all duties. No weights; what is "không thực hiện" stays in
 * the divisor. Percent rounded down to a whole number, so that 100% is said only when nothing is left; null without duties.
 */
export function progressPercent({ done, units }: Pick<RollUp, 'done' | 'units'>): number | null {
  return units === 0 ? null : Math.floor((done * 100) / units);
}

/** Everything of a dossier at once: its tasks with their duties, in the order of the plan. */
export interface TaskWithDuties {
  readonly task: FollowedTask;
  readonly duties: readonly DutyRow[];
  /** Entered for units that no longer owe it (merged, another assignment). */
  readonly strays: readonly Duty[];
}

export interface CarryingOut {
  readonly tasks: readonly TaskWithDuties[];
  readonly dropped: ReadonlyMap<string, readonly Duty[]>;
}

export function carryingOut(
  view: View<DossierTables>,
  directory: TaskDirectory,
  today: PlainDate,
): CarryingOut {
  const tasks = followedTasks(view);
  const entered = enteredDuties(view, tasks);
  const periods = view.list('periods');
  const reports = new Map(
    tasks.some(({ reporting }) => reporting !== null)
      ? view.list('reports').map((report) => [reportId(report.period, report.unitId), report])
      : [],
  );
  return {
    tasks: tasks.map((task) => {
      const owing = unitsOwing(task, directory, today);
      const records = entered.of(task.id);
      const linked = task.reporting === null ? [] : linkedPeriods(task.reporting, periods);
      const whole = task.reporting === null || reachesEnd(task.reporting, linked);
      const asked = linked.map((period) => ({ period, units: directory.expected(period) }));
      const owes = new Set(owing.map(({ unitId }) => unitId));
      return {
        task,
        duties: dutiesOf(
          task,
          owing,
          records,
          {
            countsOf: (unitId) => entered.countsOf(task.id, unitId),
            reportsOf: (unitId) => ({
              whole,
              all: asked
                .filter(({ units }) => units.has(unitId))
                .map(({ period }) =>
                  followedReport(period, unitId, reports.get(reportId(period.id, unitId))),
                ),
            }),
          },
          today,
        ),
        strays: [...records.values()].filter(({ unitId }) => !owes.has(unitId)),
      };
    }),
    dropped: entered.dropped,
  };
}
