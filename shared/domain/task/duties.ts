/**
 * Who owes which task and how it stands. One task for many units is one duty a unit; lead and co-ordinating units owe
 * alike. Duties are derived from the plan's items and the directory; only what was entered is stored.
 * domain.md §5 "Carrying-out".
 */
import { addDays, dateOfInstant, partsOf, plainDate, type PlainDate } from '../../date/plain-date';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { expandUnits } from '../office/directory';
import { createMatcher } from '../office/match';
import type { DirectoryEntry } from '../office/model';
import { PLAN_ID, type PlanItem, type PlanItemOf } from '../plan/model';
import { entryMap, isActiveOn } from '../report/expected-units';
import { monthsOf, parsePeriod } from '../report/periods';
import { proposesGuarded } from './guarded';
import { dutyId, NO_UNIT, RHYTHMS, type Duty, type DutyState, type Rhythm, type TaskSetting } from './model';
import { isFulfilled, rhythmInText, slotsOf, type Slot } from './rhythm';

/** The directory as derivation needs it, with what it was asked before. */
export interface TaskDirectory {
  /** Ids of the units that entries come to on a day. */
  readonly unitsOf: (entryIds: readonly string[], day: PlainDate) => readonly string[];
  /** Entries that a printed name means; [] when it is not known for certain. */
  readonly named: (name: string) => readonly string[];
}

/** Over all dossiers at once some 30.000 tasks are asked: most name a unit that is there, so that nothing is expanded. */
export function taskDirectory(entries: readonly DirectoryEntry[], place: string): TaskDirectory {
  const byId = entryMap(entries);
  let matcher: ReturnType<typeof createMatcher> | null = null;
  const names = new Map<string, readonly string[]>();
  const expanded = new Map<string, readonly string[]>();
  const comesTo = (id: string, day: PlainDate): readonly string[] => {
    const entry = byId.get(id);
    if (entry?.kind === 'unit' && isActiveOn(entry, day)) return [id];
    const key = `${day}|${id}`;
    const known = expanded.get(key) ?? expandUnits(entries, [id], day);
    expanded.set(key, known);
    return known;
  };
  return {
    unitsOf: (entryIds, day) => [...new Set(entryIds.flatMap((id) => comesTo(id, day)))],
    named: (name) => {
      matcher ??= createMatcher(entries, place);
      const known = names.get(name) ?? matcher.line(name).entryIds;
      names.set(name, known);
      return known;
    },
  };
}

export type Role = 'lead' | 'coordinating';
export interface Owing {
  readonly unitId: string;
  readonly role: Role;
}

/** What says whom a task asks. */
export interface Asked {
  readonly entryIds: readonly string[];
  readonly coordinating: readonly string[];
  readonly lastDay: PlainDate | null;
}

/**
 * Lead units, then co-ordinating ones, each once. Groups are expanded as of the last day (of today where there is none):
 * expected are the units that exist on the last day, domain.md §5 "Late". Where nobody is known to lead, the task is
 * owed once by `NO_UNIT`: it never falls out of the count.
 */
export function unitsOwing(asked: Asked, directory: TaskDirectory, today: PlainDate): readonly Owing[] {
  const day = asked.lastDay ?? today;
  const leads = directory.unitsOf(asked.entryIds, day);
  const owing = new Map<string, Role>();
  for (const unitId of leads.length > 0 ? leads : [NO_UNIT]) owing.set(unitId, 'lead');
  for (const name of asked.coordinating)
    for (const unitId of directory.unitsOf(directory.named(name), day))
      if (!owing.has(unitId)) owing.set(unitId, 'coordinating');
  return [...owing].map(([unitId, role]) => ({ unitId, role }));
}

/** Last day of a task: its own, else the end of the period it names. */
export function lastDayOf(task: Pick<PlanItemOf<'task'>, 'lastDay' | 'period'>): PlainDate | null {
  if (task.lastDay !== null) return task.lastDay;
  const last = task.period !== null && parsePeriod(task.period) ? monthsOf(task.period).at(-1) : undefined;
  if (last === undefined) return null;
  const [year = 0, month = 0] = last.split('-').map(Number);
  return addDays(month === 12 ? plainDate(year + 1, 1, 1) : plainDate(year, month + 1, 1), -1);
}

export interface FollowedTask extends Asked {
  readonly id: string;
  readonly text: string;
  readonly origins: readonly string[];
  /** The heading it stands under, as printed; '' where it stands under none. */
  readonly heading: string;
  readonly order: number;
  readonly recurrence: string | null;
  /** Marked as done as a whole before duties were followed: units without an entry of their own count as done. */
  readonly settled: boolean;
  readonly guarded: boolean;
  readonly guardedBy: 'words' | 'person';
  readonly rhythm: Rhythm | null;
  readonly rhythmBy: 'words' | 'person';
}

/**
 * The span of a plan: from its day to the end of that year, unless the task itself ends sooner or later. A draft without
 * a day begins where it came in, or with the month of the first day that it names, where that is earlier.
 */
function spanOf(view: View<DossierTables>, lastDay: PlainDate | null): Pick<Rhythm, 'from' | 'to'> | null {
  const plan = view.get('plan', PLAN_ID);
  if (!plan) return null;
  const from = plan.date ?? earliestDay(view, dateOfInstant(plan.createdAt));
  const to = lastDay ?? plainDate(partsOf(from).year, 12, 31);
  return to < from ? null : { from, to };
}

function earliestDay(view: View<DossierTables>, came: PlainDate): PlainDate {
  const named = view
    .list('items')
    .flatMap((item) => (item.kind === 'task' && !item.dropped ? (lastDayOf(item) ?? []) : []))
    .filter((day) => day < came)
    .sort()[0];
  return named === undefined ? came : `${named.slice(0, 7)}-01`;
}

function rhythmOf(
  view: View<DossierTables>,
  words: Pick<Rhythm, 'per' | 'quota' | 'unit'> | null,
  lastDay: PlainDate | null,
  setting: TaskSetting | undefined,
): Pick<FollowedTask, 'rhythm' | 'rhythmBy'> {
  if (setting && setting.rhythm !== null)
    return { rhythm: setting.rhythm === 'none' ? null : setting.rhythm, rhythmBy: 'person' };
  const span = words && spanOf(view, lastDay);
  return { rhythm: words && span ? { ...words, ...span } : null, rhythmBy: 'words' };
}

const overlaps = (a: PlanItem['source'], b: PlanItem['source']): boolean =>
  a !== null && b !== null && a.start < b.end && b.start < a.end;

/** What a person set about an item; for one that was read anew (another id, the same words) what was set before. */
export function settingOf(
  view: View<DossierTables>,
  item: { readonly id: string; readonly origins: readonly string[] },
): TaskSetting | undefined {
  return (
    view.get('taskSettings', item.id) ??
    view
      .list('taskSettings')
      .find(
        ({ id, origins }) => !view.get('items', id) && origins.some((each) => item.origins.includes(each)),
      )
  );
}

/** The plan's tasks that stand, in the order of the plan. */
export function followedTasks(view: View<DossierTables>): readonly FollowedTask[] {
  const items = view.list('items').filter(({ dropped }) => !dropped);
  const headings = new Map(
    items.flatMap((item) => (item.kind === 'assignment' ? [[item.id, item] as const] : [])),
  );
  return items
    .filter((item) => item.kind === 'task')
    .map((item): FollowedTask => {
      const setting = settingOf(view, item);
      const heading = headings.get(item.assignmentId ?? '');
      const lastDay = lastDayOf(item);
      return {
        id: item.id,
        text: item.text,
        origins: item.origins,
        heading: heading?.unit ?? '',
        entryIds: heading?.entryIds ?? [],
        coordinating: item.coordinating,
        lastDay,
        order: item.order,
        recurrence: item.recurrence,
        settled: item.state === 'done',
        guarded: setting?.guarded ?? proposesGuarded(item.text),
        guardedBy: setting?.guarded == null ? 'words' : 'person',
        ...rhythmOf(view, rhythmInText(`${item.text} ${item.recurrence ?? ''}`), lastDay, setting),
      };
    })
    .sort((a, b) => a.order - b.order);
}

/** A weekly (monthly …) target of the plan that no task's sentence holds: counted in the grid, owed by no duty. */
export interface FollowedTarget {
  readonly id: string;
  readonly text: string;
  readonly origins: readonly string[];
  readonly order: number;
  readonly rhythm: Rhythm | null;
  readonly rhythmBy: 'words' | 'person';
  /** Null: every active unit. */
  readonly entryIds: readonly string[] | null;
}

export function followedTargets(view: View<DossierTables>): readonly FollowedTarget[] {
  const items = view.list('items').filter(({ dropped }) => !dropped);
  const tasks = items.filter(({ kind }) => kind === 'task');
  return items
    .flatMap((item): FollowedTarget[] => {
      // A share a year (growth) is no count.
      if (item.kind !== 'target' || item.scope !== 'own' || item.unit === '%') return [];
      const per = RHYTHMS.find((each) => each === item.per);
      if (per === undefined) return [];
      if (tasks.some(({ source }) => overlaps(source, item.source))) return [];
      const setting = settingOf(view, item);
      const words =
        item.value !== null && item.value > 0 ? { per, quota: item.value, unit: item.unit ?? 'lần' } : null;
      return [
        {
          id: item.id,
          text: item.text,
          origins: item.origins,
          order: item.order,
          entryIds: setting?.entryIds ?? null,
          ...rhythmOf(view, words, null, setting),
        },
      ];
    })
    .sort((a, b) => a.order - b.order);
}

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
