/** The matrix unit × owed period: who owes what, and what came in, on one screen. domain.md §5 "Late". */
import { partsOf } from '../../date/plain-date';
import type { Instant } from '../../date/plain-date';
import type { DirectoryEntry } from '../office/model';
import { compareEntries, entryMap, groupUnits } from './expected-units';
import type { EntryMap } from './expected-units';
import { stepsOf } from './chase-levels';
import type { ChaseLevel, ChaseRecord } from './follow-up-model';
import { periodStatus, reportId, reportMap } from './lateness';
import type { PeriodId, PeriodStatus, Report, ReportPeriod, UnitStatus } from './model';
import type { PlanRequest, UnitPlan } from './obligation-model';
import { ownPlanStatus } from './own-plans';
import { comparePeriods, yearOfPeriod } from './periods';

/** One dossier's schedule. */
export interface MatrixSource {
  readonly dossierId: string;
  /** Title of the plan, above its columns. */
  readonly plan: string;
  readonly periods: readonly ReportPeriod[];
  readonly reports: readonly Report[];
  /** Units' own plans, which are owed like reports. */
  readonly planRequests?: readonly PlanRequest[];
  readonly unitPlans?: readonly UnitPlan[];
  /** What was done to chase. */
  readonly chases?: readonly ChaseRecord[];
}

type MatrixCell = Pick<UnitStatus, 'state' | 'nil' | 'nilSaid' | 'extended' | 'receivedAt'> & {
  /** The highest step of chasing for what is still owed, with its day. */
  chased: { level: ChaseLevel; on: string } | null;
};

/** The rate of timeliness is over units whose day has come: `expected - notDue`. */
export type MatrixTotal = Pick<
  PeriodStatus,
  'expected' | 'received' | 'onTime' | 'late' | 'missing' | 'returned' | 'notDue'
>;

export interface Matrix {
  readonly columns: {
    dossierId: string;
    plan: string;
    kind: 'report' | 'own-plan';
    /** The period, or the id of the request for units' own plans. */
    period: string;
    /** What is asked for in an own-plan column; empty for a period, which has its name. */
    title: string;
    lastDay: string;
    /** HH:mm; null: the whole day. */
    time: string | null;
  }[];
  readonly groups: {
    group: string | null;
    name: string;
    /** One cell a column; null = not expected there. */
    rows: { unit: string; name: string; cells: (MatrixCell | null)[] }[];
  }[];
  readonly totals: MatrixTotal[];
}

export interface MatrixChoice {
  readonly year: number;
  /** Only this period, of every plan; absent: all of the year. */
  readonly period?: PeriodId | null;
}

/** Columns by last day, rows by group and the directory's order. Units that owe nothing in the year have no row. */
export function matrixOf(
  sources: readonly MatrixSource[],
  directory: readonly DirectoryEntry[],
  { year, period: only = null }: MatrixChoice,
  now: Instant,
): Matrix {
  const entries = entryMap(directory);
  const columns = sources
    .flatMap((source) => [
      ...periodColumns(source, entries, { year, period: only }, now),
      // A person who looks at one period looks at reports.
      ...(only === null ? planColumns(source, entries, year, now) : []),
    ])
    // Dossiers of one period stand as they were given.
    .sort(compareColumns);
  const unitIds = new Set(columns.flatMap((column) => [...column.byUnit.keys()]));
  const units = directory.filter((entry) => unitIds.has(entry.id)).sort(compareEntries);
  return {
    columns: columns.map(({ source: { dossierId, plan }, kind, period, title, lastDay, time }) => ({
      dossierId,
      plan,
      kind,
      period,
      title,
      lastDay,
      time,
    })),
    groups: groupUnits(units, (unit) => unit.id, entries).map(({ group, name, rows }) => ({
      group,
      name,
      rows: rows.map((unit) => ({
        unit: unit.id,
        name: unit.name,
        cells: columns.map((column) => cellOf(column.byUnit.get(unit.id), column)),
      })),
    })),
    totals: columns.map(({ status }) => ({
      expected: status.expected,
      received: status.received,
      onTime: status.onTime,
      late: status.late,
      missing: status.missing,
      returned: status.returned,
      notDue: status.notDue,
    })),
  };
}

interface Column {
  readonly source: MatrixSource;
  readonly kind: 'report' | 'own-plan';
  readonly period: string;
  readonly title: string;
  readonly lastDay: string;
  readonly time: string | null;
  readonly status: MatrixTotal;
  readonly byUnit: ReadonlyMap<string, UnitStatus>;
  /** When what a unit sent back came in: chasing before that was for another round. */
  readonly returnedSince: (unitId: string) => Instant | null;
}

function periodColumns(
  source: MatrixSource,
  entries: EntryMap,
  { year, period: only }: MatrixChoice,
  now: Instant,
): Column[] {
  const reports = reportMap(source.reports);
  return source.periods
    .filter(({ id }) => ((only ?? null) === null ? yearOfPeriod(id) === year : id === only))
    .map((period): Column => {
      const status = periodStatus(period, reports, entries, now);
      const byUnit = new Map(status.units.map((row) => [row.unit, row]));
      return {
        source,
        kind: 'report',
        period: period.id,
        title: '',
        lastDay: period.lastDay,
        time: period.time,
        status,
        byUnit,
        returnedSince: (unitId) => {
          const report = reports.get(reportId(period.id, unitId));
          return report?.state === 'returned' ? report.enteredAt : null;
        },
      };
    });
}

function planColumns(source: MatrixSource, entries: EntryMap, year: number, now: Instant): Column[] {
  return (source.planRequests ?? [])
    .filter(({ lastDay }) => partsOf(lastDay).year === year)
    .map((request): Column => {
      const status = ownPlanStatus(request, source.unitPlans ?? [], entries, now);
      const byUnit = new Map(status.units.map((row) => [row.unit, row]));
      const { id, title, lastDay } = request;
      const returnedSince = (unitId: string): Instant | null => {
        const plan = source.unitPlans?.find((each) => each.id === `${id}|${unitId}`);
        return plan?.state === 'returned' ? plan.enteredAt : null;
      };
      return {
        source,
        kind: 'own-plan',
        period: id,
        title,
        lastDay,
        time: null,
        status,
        byUnit,
        returnedSince,
      };
    });
}

/** By last day; on one day units' own plans before the reports, and periods in their own order. */
function compareColumns(a: Column, b: Column): number {
  const days = compareText(a.lastDay, b.lastDay);
  if (days !== 0 || a.kind !== b.kind) return days || compareText(a.kind, b.kind);
  return a.kind === 'report' ? comparePeriods(a.period, b.period) : 0;
}

function cellOf(row: UnitStatus | undefined, column: Column): MatrixCell | null {
  if (!row) return null;
  const { state, nil, nilSaid, extended, receivedAt } = row;
  const chased = chasedOf(row, column);
  return { state, nil, extended, receivedAt, chased, ...(nilSaid === undefined ? {} : { nilSaid }) };
}

function chasedOf(row: UnitStatus, { source, period, returnedSince }: Column): MatrixCell['chased'] {
  const chases = source.chases ?? [];
  if (chases.length === 0 || row.state === 'on-time' || row.state === 'late') return null;
  const steps = stepsOf(chases, period, row.unit, returnedSince(row.unit));
  const top = steps.reduce<(typeof steps)[number] | null>(
    (highest, step) => (highest === null || step.level >= highest.level ? step : highest),
    null,
  );
  return top === null ? null : { level: top.level, on: top.on };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
