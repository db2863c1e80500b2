/**
 * How each duty stands. One task for many units is one duty a unit; lead and co-ordinating units owe alike. Duties are
 * derived from the plan's items and the directory; only what was entered is stored. domain.md §5 "Carrying-out".
 */
import type { PlainDate } from '../../date/plain-date';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
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
  /** The unit's own last day: the newest extension, else the task's. */
  readonly due: PlainDate | null;
  readonly extended: boolean;
}

/** Duties of one task. `countsOf` answers a unit's counts; it is asked only where the task recurs. */
export function dutiesOf(
  task: FollowedTask,
  owing: readonly Owing[],
  entered: ReadonlyMap<string, Duty>,
  countsOf: (unitId: string) => Readonly<Record<string, number>> | undefined,
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
    const state = stateOf(record, task.settled, counted);
    const extension = record?.extensions.at(-1);
    const due = extension?.lastDay ?? task.lastDay;
    return {
      taskId: task.id,
      unitId,
      role,
      record: record ?? null,
      state,
      standing: standingOf(state, record?.doneOn ?? null, due, today),
      due,
      extended: extension !== undefined,
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
  return {
    tasks: tasks.map((task) => {
      const owing = unitsOwing(task, directory, today);
      const records = entered.of(task.id);
      const owes = new Set(owing.map(({ unitId }) => unitId));
      return {
        task,
        duties: dutiesOf(task, owing, records, (unitId) => entered.countsOf(task.id, unitId), today),
        strays: [...records.values()].filter(({ unitId }) => !owes.has(unitId)),
      };
    }),
    dropped: entered.dropped,
  };
}
