/**
 * What the catalogue keeps of a dossier's tasks, so that Hôm nay, Lịch and the list of plans count duties without opening
 * a dossier. The directory is not part of a dossier: who owes is expanded where the summary is read.
 */
import { z } from 'zod';
import type { PlainDate } from '../../date/plain-date';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { rollUp, standingOf, stateOf, type DutyStanding, type RollUp } from './duties';
import { enteredDuties } from './entered';
import { followedTasks, type FollowedTask } from './followed';
import { unitsOwing, type TaskDirectory } from './owing';
import { dueOf } from '../report/lateness';
import type { ReportPeriod } from '../report/model';
import type { OwedSummary } from '../report/standing-of';
import { linkedPeriods, reachesEnd, reportedStanding, type FollowedReport } from './by-reports';
import { countSummaries, countSummarySchema } from './count-summary';
import { isFulfilled, slotsOf } from './rhythm';

/** Index in `units` of each unit that something was entered for. */
const indexes = z.array(z.number()).default([]);

export const taskSummarySchema = z.object({
  units: z.array(z.string()),
  tasks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lastDay: z.string().nullable(),
      entryIds: z.array(z.string()),
      coordinating: z.array(z.string()),
      /** Marked as done as a whole; units without an entry of their own are done. */
      settled: z.boolean().default(false),
      done: indexes,
      /** Of those done: with the day, where it is later than the task's last day. */
      doneLate: indexes,
      notDone: indexes,
      doing: indexes,
      /** Entered and (again) open, where the task as a whole is settled. */
      open: indexes,
      extended: z.array(z.object({ unit: z.number(), lastDay: z.string() })).default([]),
      /** Periods whose reports its units' duties follow; `whole`: they reach the end of its span. Null: it follows none. */
      reports: z
        .object({ periods: z.array(z.string()), whole: z.boolean() })
        .nullable()
        .default(null),
    }),
  ),
  /** Remedies that units still owe after an inspection. */
  remedies: z.array(z.object({ id: z.string(), title: z.string(), units: z.number(), lastDay: z.string() })),
  /** Recurring tasks and targets, with what was counted. */
  counts: z.array(countSummarySchema).default([]),
});
export type TaskSummary = z.infer<typeof taskSummarySchema>;
type SummaryTask = TaskSummary['tasks'][number];

export const NO_TASKS: TaskSummary = { units: [], tasks: [], remedies: [], counts: [] };

const TITLE_LENGTH = 120;

function reportsOf({ reporting }: FollowedTask, periods: readonly ReportPeriod[]): SummaryTask['reports'] {
  if (reporting === null) return null;
  const linked = linkedPeriods(reporting, periods);
  return { periods: linked.map(({ id }) => id), whole: reachesEnd(reporting, linked) };
}

export function taskSummary(view: View<DossierTables>): TaskSummary {
  const tasks = followedTasks(view);
  const entered = enteredDuties(view, tasks);
  const periods = view.list('periods');
  const units: string[] = [];
  const indexOf = new Map<string, number>();
  const at = (unitId: string): number => {
    const known = indexOf.get(unitId) ?? units.push(unitId) - 1;
    indexOf.set(unitId, known);
    return known;
  };
  return {
    tasks: tasks.map((task): SummaryTask => {
      const { rhythm } = task;
      const out: SummaryTask = {
        id: task.id,
        title: task.text.slice(0, TITLE_LENGTH),
        lastDay: task.lastDay,
        entryIds: [...task.entryIds],
        coordinating: [...task.coordinating],
        settled: task.settled,
        done: [],
        doneLate: [],
        notDone: [],
        doing: [],
        open: [],
        extended: [],
        reports: reportsOf(task, periods),
      };
      const slots = rhythm === null ? [] : slotsOf(rhythm);
      const records = entered.of(task.id);
      const touched = new Set([...records.keys(), ...(rhythm === null ? [] : entered.countedUnits(task.id))]);
      for (const unitId of touched) {
        const record = records.get(unitId);
        const counts = rhythm === null ? undefined : entered.countsOf(task.id, unitId);
        const state = stateOf(
          record,
          task.settled,
          rhythm === null || counts === undefined
            ? null
            : {
                any: Object.keys(counts).length > 0,
                fulfilled: isFulfilled(rhythm, counts, slots),
              },
        );
        const extension = record?.extensions.at(-1);
        const due = extension?.lastDay ?? task.lastDay;
        const standing = standingOf(state, record?.doneOn ?? null, due, '');
        if (state === 'done') out.done.push(at(unitId));
        if (standing === 'done-late') out.doneLate.push(at(unitId));
        if (state === 'not-done') out.notDone.push(at(unitId));
        if (state === 'doing') out.doing.push(at(unitId));
        if (state === 'todo' && task.settled) out.open.push(at(unitId));
        if (extension && state !== 'done' && state !== 'not-done')
          out.extended.push({ unit: at(unitId), lastDay: extension.lastDay });
      }
      return out;
    }),
    units,
    counts: countSummaries(view),
    remedies: view
      .list('inspections')
      .flatMap(({ id, subject, unitIds, remedy, remediedOn }) =>
        remedy === null || remediedOn !== null
          ? []
          : [{ id, title: subject.slice(0, TITLE_LENGTH), units: unitIds.length, lastDay: remedy.lastDay }],
      ),
  };
}

export interface SummaryStanding extends RollUp {
  /** The next last day of an open duty that is not past; null: there is none. */
  readonly next: PlainDate | null;
  /** Of those overdue: the report is, which its period tells. */
  readonly overdueReports: number;
}

/** What of a dossier's summary the standing of its tasks is read from. */
export interface TaskSource {
  readonly followUp: TaskSummary;
  readonly unitSets: readonly (readonly string[])[];
  readonly periods: readonly (Omit<OwedSummary, 'unitIds'> & {
    readonly id: string;
    readonly units: number;
    readonly named: number | null;
  })[];
}

type UnitReports = readonly Pick<FollowedReport, 'due' | 'receivedOn' | 'late'>[];

/** The reports of a unit as the summary keeps them: whether each came, not on which day. */
function summaryReports(
  task: SummaryTask,
  { periods, unitSets }: TaskSource,
  directory: TaskDirectory,
): (unitId: string) => UnitReports {
  const linked = new Set(task.reports?.periods);
  const asked = periods
    .filter(({ id }) => linked.has(id))
    .map((period) => {
      const units = unitSets[period.units] ?? [];
      const named = { ...period, unitIds: units.slice(0, period.named ?? units.length) };
      return {
        period,
        expected: directory.expected(named),
        came: new Set(period.received.map((at) => units[at] ?? '')),
      };
    });
  return (unitId) =>
    asked
      .filter(({ expected }) => expected.has(unitId))
      .map(({ period, came }) => ({
        due: dueOf(period, unitId).lastDay,
        receivedOn: came.has(unitId) ? period.lastDay : null,
        late: false,
      }));
}

/** How one task stands on a day, from the summary and the directory. */
export function summaryStanding(
  task: SummaryTask,
  source: TaskSource,
  directory: TaskDirectory,
  today: PlainDate,
): SummaryStanding {
  const { units } = source.followUp;
  const owing = unitsOwing(task, directory, today);
  const among = (list: readonly number[]): ReadonlySet<string> =>
    new Set(list.map((index) => units[index] ?? ''));
  const [done, doneLate, notDone, doing, open] = [
    among(task.done),
    among(task.doneLate),
    among(task.notDone),
    among(task.doing),
    among(task.open),
  ];
  const extended = new Map(task.extended.map(({ unit, lastDay }) => [units[unit] ?? '', lastDay]));
  const reportsOfUnit = summaryReports(task, source, directory);
  let next: PlainDate | null = null;
  let overdueReports = 0;
  const standings = owing.map(({ unitId }): DutyStanding => {
    if (doneLate.has(unitId)) return 'done-late';
    if (done.has(unitId)) return 'done';
    if (notDone.has(unitId)) return 'not-done';
    if (task.settled && !doing.has(unitId) && !open.has(unitId)) return 'done';
    const reported =
      task.reports === null || doing.has(unitId)
        ? null
        : reportedStanding(reportsOfUnit(unitId), task.reports.whole);
    if (reported?.state === 'done') return 'done';
    const due = extended.get(unitId) ?? (reported ? reported.due : task.lastDay);
    if (reported === null && due !== null && due >= today && (next === null || due < next)) next = due;
    const standing = standingOf(doing.has(unitId) ? 'doing' : (reported?.state ?? 'todo'), null, due, today);
    if (reported !== null && standing === 'overdue') overdueReports += 1;
    return standing;
  });
  return { ...rollUp(standings), next, overdueReports };
}

/** All duties of a dossier together. */
export function summaryProgress(
  source: TaskSource,
  directory: TaskDirectory,
  today: PlainDate,
): Pick<RollUp, 'units' | 'done' | 'notDone' | 'overdue'> {
  let [units, done, notDone, overdue] = [0, 0, 0, 0];
  for (const task of source.followUp.tasks) {
    const standing = summaryStanding(task, source, directory, today);
    units += standing.units;
    done += standing.done;
    notDone += standing.notDone;
    overdue += standing.overdue;
  }
  return { units, done, notDone, overdue };
}
