/** The matrix unit × owed period: who owes what, and what came in, on one screen. ux.md, domain.md §5 "Late". */
import { partsOf } from '../../date/plain-date';
import type { Instant } from '../../date/plain-date';
import type { DirectoryEntry } from '../office/model';
import { compareEntries, entryMap, groupUnits } from './expected-units';
import type { EntryMap } from './expected-units';
import { periodStatus, reportMap } from './lateness';
import type { PeriodStatus, Report, ReportPeriod, UnitStatus } from './model';
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
}

type MatrixCell = Pick<UnitStatus, 'state' | 'nil' | 'nilSaid' | 'extended' | 'receivedAt'>;

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
  }[];
  readonly groups: {
    group: string | null;
    name: string;
    /** One cell a column; null = not expected there. */
    rows: { unit: string; name: string; cells: (MatrixCell | null)[] }[];
  }[];
  readonly totals: Pick<PeriodStatus, 'expected' | 'received' | 'onTime' | 'late' | 'missing'>[];
}

/** Columns by last day, rows by group and the directory's order. Units that owe nothing in the year have no row. */
export function matrixOf(
  sources: readonly MatrixSource[],
  directory: readonly DirectoryEntry[],
  year: number,
  now: Instant,
): Matrix {
  const entries = entryMap(directory);
  const columns = sources
    .flatMap((source) => [
      ...periodColumns(source, entries, year, now),
      ...planColumns(source, entries, year, now),
    ])
    // Dossiers of one period stand as they were given.
    .sort(compareColumns);
  const unitIds = new Set(columns.flatMap((column) => [...column.byUnit.keys()]));
  const units = directory.filter((entry) => unitIds.has(entry.id)).sort(compareEntries);
  return {
    columns: columns.map(({ source: { dossierId, plan }, kind, period, title, lastDay }) => ({
      dossierId,
      plan,
      kind,
      period,
      title,
      lastDay,
    })),
    groups: groupUnits(units, (unit) => unit.id, entries).map(({ group, name, rows }) => ({
      group,
      name,
      rows: rows.map((unit) => ({
        unit: unit.id,
        name: unit.name,
        cells: columns.map(({ byUnit }) => cellOf(byUnit.get(unit.id))),
      })),
    })),
    totals: columns.map(({ status: { expected, received, onTime, late, missing } }) => ({
      expected,
      received,
      onTime,
      late,
      missing,
    })),
  };
}

interface Column {
  readonly source: MatrixSource;
  readonly kind: 'report' | 'own-plan';
  readonly period: string;
  readonly title: string;
  readonly lastDay: string;
  readonly status: Pick<PeriodStatus, 'expected' | 'received' | 'onTime' | 'late' | 'missing'>;
  readonly byUnit: ReadonlyMap<string, UnitStatus>;
}

function periodColumns(source: MatrixSource, entries: EntryMap, year: number, now: Instant): Column[] {
  const reports = reportMap(source.reports);
  return source.periods
    .filter((period) => yearOfPeriod(period.id) === year)
    .map((period): Column => {
      const status = periodStatus(period, reports, entries, now);
      const byUnit = new Map(status.units.map((row) => [row.unit, row]));
      return {
        source,
        kind: 'report',
        period: period.id,
        title: '',
        lastDay: period.lastDay,
        status,
        byUnit,
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
      return { source, kind: 'own-plan', period: id, title, lastDay, status, byUnit };
    });
}

/** By last day; on one day units' own plans before the reports, and periods in their own order. */
function compareColumns(a: Column, b: Column): number {
  const days = compareText(a.lastDay, b.lastDay);
  if (days !== 0 || a.kind !== b.kind) return days || compareText(a.kind, b.kind);
  return a.kind === 'report' ? comparePeriods(a.period, b.period) : 0;
}

function cellOf(row: UnitStatus | undefined): MatrixCell | null {
  if (!row) return null;
  const { state, nil, nilSaid, extended, receivedAt } = row;
  return { state, nil, extended, receivedAt, ...(nilSaid === undefined ? {} : { nilSaid }) };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
