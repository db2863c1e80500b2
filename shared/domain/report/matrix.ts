/** The matrix unit × owed period: who owes what, and what came in, on one screen. ux.md, domain.md §5 "Late". */
import type { Instant } from '../../date/plain-date';
import type { DirectoryEntry } from '../office/model';
import { compareEntries, entryMap, groupUnits } from './expected-units';
import { periodStatus, reportMap } from './lateness';
import type { PeriodId, PeriodStatus, Report, ReportPeriod, UnitStatus } from './model';
import { comparePeriods, yearOfPeriod } from './periods';

/** One dossier's schedule. */
export interface MatrixSource {
  readonly dossierId: string;
  /** Title of the plan, above its columns. */
  readonly plan: string;
  readonly periods: readonly ReportPeriod[];
  readonly reports: readonly Report[];
}

type MatrixCell = Pick<UnitStatus, 'state' | 'nil' | 'extended' | 'receivedAt'>;

export interface Matrix {
  readonly columns: { dossierId: string; plan: string; period: PeriodId; lastDay: string }[];
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
    .flatMap((source) => {
      const reports = reportMap(source.reports);
      return source.periods
        .filter((period) => yearOfPeriod(period.id) === year)
        .map((period) => {
          const status = periodStatus(period, reports, entries, now);
          return { source, period, status, byUnit: new Map(status.units.map((row) => [row.unit, row])) };
        });
    })
    .sort(
      (a, b) =>
        // Plans of one period stand as they were given.
        compareText(a.period.lastDay, b.period.lastDay) || comparePeriods(a.period.id, b.period.id),
    );
  const unitIds = new Set(columns.flatMap((column) => [...column.byUnit.keys()]));
  const units = directory.filter((entry) => unitIds.has(entry.id)).sort(compareEntries);
  return {
    columns: columns.map(({ source, period }) => ({
      dossierId: source.dossierId,
      plan: source.plan,
      period: period.id,
      lastDay: period.lastDay,
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

function cellOf(row: UnitStatus | undefined): MatrixCell | null {
  if (!row) return null;
  const { state, nil, extended, receivedAt } = row;
  return { state, nil, extended, receivedAt };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
