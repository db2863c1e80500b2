/** What was entered about duties and counts, by the task that stands for it today. */
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { dutyId, type Duty } from './model';

/** Records by live task: those of a task that was read anew (another id, the same words) go to it. */
export interface EnteredDuties {
  readonly of: (taskId: string) => ReadonlyMap<string, Duty>;
  readonly countsOf: (itemId: string, unitId: string) => Readonly<Record<string, number>> | undefined;
  /** Units that have counts for an item. */
  readonly countedUnits: (itemId: string) => readonly string[];
  /** Those of tasks that are no longer in the plan, by the id that they were entered under. */
  readonly dropped: ReadonlyMap<string, readonly Duty[]>;
}

const NONE: ReadonlyMap<string, Duty> = new Map();

export function enteredDuties(
  view: View<DossierTables>,
  tasks: readonly { readonly id: string; readonly origins: readonly string[] }[],
): EnteredDuties {
  const live = new Set(tasks.map(({ id }) => id));
  const byOrigin = new Map(
    tasks.flatMap(({ id, origins }) => origins.map((origin) => [origin, id] as const)),
  );
  const standsFor = (taskId: string): string | undefined =>
    live.has(taskId)
      ? taskId
      : view
          .get('taskSettings', taskId)
          ?.origins.map((origin) => byOrigin.get(origin))
          .find((id) => id !== undefined);
  const known = new Map<string, Map<string, Duty>>();
  const dropped = new Map<string, Duty[]>();
  for (const duty of view.list('taskDuties')) {
    const taskId = standsFor(duty.taskId);
    if (taskId === undefined) {
      dropped.set(duty.taskId, [...(dropped.get(duty.taskId) ?? []), duty]);
      continue;
    }
    const units = known.get(taskId) ?? new Map<string, Duty>();
    known.set(taskId, units);
    // What was entered under the task's present id stands before what came with its words.
    if (duty.taskId === taskId || !units.has(duty.unitId)) units.set(duty.unitId, duty);
  }
  const counts = new Map<string, Readonly<Record<string, number>>>();
  const counted = new Map<string, string[]>();
  for (const { id, itemId, unitId, counts: entered } of view.list('taskCounts')) {
    const live = standsFor(itemId);
    if (live === undefined) continue;
    const key = dutyId(live, unitId);
    const units = counted.get(live);
    if (!units) counted.set(live, [unitId]);
    else if (!counts.has(key)) units.push(unitId);
    if (id === key || !counts.has(key)) counts.set(key, entered);
  }
  return {
    of: (taskId) => known.get(taskId) ?? NONE,
    countsOf: (itemId, unitId) => counts.get(dutyId(itemId, unitId)),
    countedUnits: (itemId) => counted.get(itemId) ?? [],
    dropped,
  };
}
