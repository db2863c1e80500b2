/**
 * Who is on time, late, missing. domain.md §5 "Late".
 *
 * Timeliness goes by the date of receipt of the first acceptable report; `lastDay` is the last day that is still on
 * time; a returned report is owed again; nil counts as received.
 */
import { dateOfInstant, timeOfInstant } from '../../date/plain-date';
import type { Instant, PlainDate } from '../../date/plain-date';
import { nilSaidWords } from '../../i18n/vi';
import { compareEntries, expectedUnits } from './expected-units';
import type { EntryMap } from './expected-units';
import { disjointParts } from './parts';
import { isMonthRange } from './periods';
import type {
  FigurePeriod,
  PeriodId,
  PeriodStatus,
  Report,
  ReportPeriod,
  UnitState,
  UnitStatus,
} from './model';

/** When one unit's report is due: an extension replaces the period's last day and its hour. */
export interface UnitDue {
  readonly lastDay: PlainDate;
  /** HH:mm; null = the whole day. */
  readonly time: string | null;
  readonly extended: boolean;
}

/** What is owed by a day: a period's report, or a unit's own plan (which has no hour). */
export interface Owed extends Pick<ReportPeriod, 'lastDay' | 'time'> {
  readonly extensions: readonly Pick<ReportPeriod['extensions'][number], 'unitId' | 'lastDay' | 'time'>[];
}
/** What came in, as far as timeliness goes. */
export type Receipt = Pick<Report, 'state' | 'receivedOn' | 'receivedTime'>;

export function dueOf(period: Owed, unitId: string): UnitDue {
  const extension = period.extensions.findLast((item) => item.unitId === unitId);
  if (extension) return { lastDay: extension.lastDay, time: extension.time ?? null, extended: true };
  return { lastDay: period.lastDay, time: period.time, extended: false };
}

/** Whether a moment (a day, and an hour where known) is past the due moment. An unknown hour on the day is in time. */
export function isPast(due: UnitDue, day: PlainDate, time: string | null): boolean {
  if (day !== due.lastDay) return day > due.lastDay;
  return due.time !== null && time !== null && time > due.time;
}

/** State of one unit that is expected in the period, at `now`. */
export function unitState(
  period: Owed,
  unitId: string,
  report: Receipt | undefined,
  now: Instant,
): UnitState {
  const due = dueOf(period, unitId);
  if (report?.state === 'received')
    return isPast(due, report.receivedOn, report.receivedTime) ? 'late' : 'on-time';
  if (report?.state === 'returned') return 'returned';
  return isPast(due, dateOfInstant(now), timeOfInstant(now)) ? 'missing' : 'not-due';
}

/** `2026-03-16` or `2026-03-16T09:30`; null while nothing acceptable was received. */
export function receivedAt(report: Receipt | undefined): string | null {
  if (report?.state !== 'received') return null;
  return report.receivedTime === null ? report.receivedOn : `${report.receivedOn}T${report.receivedTime}`;
}

/** Reports by `<period>|<unit>`. */
export type ReportMap = ReadonlyMap<string, Report>;

export function reportId(period: PeriodId, unitId: string): string {
  return `${period}|${unitId}`;
}

export function reportMap(reports: readonly Report[]): ReportMap {
  return new Map(reports.map((report) => [reportId(report.period, report.unitId), report]));
}

/**
 * Status of an owed period at `now`, units in the order of the directory. The five states are disjoint:
 * expected = onTime + late + missing + returned + notDue, received = onTime + late.
 */
export function periodStatus(
  period: ReportPeriod,
  reports: ReportMap,
  entries: EntryMap,
  now: Instant,
): PeriodStatus {
  const units = expectedUnits(period, entries).map((unit): UnitStatus => {
    const report = reports.get(reportId(period.id, unit.id));
    const due = dueOf(period, unit.id);
    return {
      unit: unit.id,
      name: unit.name,
      state: unitState(period, unit.id, report, now),
      nil: report?.state === 'received' && report.nil,
      ...nilSaidOf(report),
      extended: due.extended,
      lastDay: due.lastDay,
      ...hourOf(due.time),
      receivedAt: receivedAt(report),
      enteredAt: report?.enteredAt ?? null,
    };
  });
  return counted(period.id, units);
}

/**
 * Status of a period that is made of several owed ones (a quarter of months, or of months for some units and the
 * quarter for others: `parts` in order of time). A unit is expected when it is on the last of them; it is received
 * when every part it owes is, late when one of them is late, else it has the state of the first part that is not in.
 * Of parts that overlap, a unit is judged by the larger: that is where its figures come from.
 */
export function combinedStatus(
  id: FigurePeriod,
  parts: readonly ReportPeriod[],
  reports: ReportMap,
  entries: EntryMap,
  now: Instant,
): PeriodStatus {
  const last = parts.at(-1);
  if (!last) return counted(id, []);
  const byPart = parts.map((part) => periodStatus(part, reports, entries, now));
  const asked = [...new Set(parts.flatMap((part) => part.unitIds))];
  const rowsOf = expectedUnits({ ...last, unitIds: asked }, entries)
    .sort(compareEntries)
    .map((unit) => {
      const owed = byPart.flatMap(({ period, units: rows }) =>
        rows.filter((row) => row.unit === unit.id).map((row) => ({ period, row })),
      );
      const chosen = disjointParts(owed.map(({ period }) => period));
      return owed.filter(({ period }) => chosen.includes(period));
    });
  const units = rowsOf.map(combinedRow).filter((row) => row !== null);
  if (!isMonthRange(id)) return counted(id, units);
  return { ...counted(id, units), turns: turnsOf(rowsOf.map((owed) => owed.map(({ row }) => row))) };
}

/** Reports owed and received by the units, one by one. */
function turnsOf(units: readonly (readonly UnitStatus[])[]): NonNullable<PeriodStatus['turns']> {
  const { expected, received, onTime, late } = countStates(units.flat());
  const isIn = ({ state }: UnitStatus): boolean => !NOT_IN.includes(state);
  return { expected, received, onTime, late, units: units.filter((rows) => rows.some(isIn)).length };
}

function hourOf(time: string | null): { readonly time?: string } {
  return time === null ? {} : { time };
}

function nilSaidOf(report: Report | undefined): { readonly nilSaid?: string } {
  const words = report?.state === 'received' && report.nil ? nilSaidWords(report) : '';
  return words === '' ? {} : { nilSaid: words };
}

const NOT_IN: readonly UnitState[] = ['missing', 'returned', 'not-due'];

function combinedRow(
  owed: readonly { readonly period: PeriodId; readonly row: UnitStatus }[],
): UnitStatus | null {
  const rows = owed.map(({ row }) => row);
  const lacking = owed.filter(({ row }) => NOT_IN.includes(row.state)).map(({ period }) => period);
  const partly = lacking.length > 0 && lacking.length < owed.length;
  const last = rows.at(-1);
  if (!last) return null;
  const open = NOT_IN.map((state) => rows.find((row) => row.state === state)).find(
    (row) => row !== undefined,
  );
  const worst = open ?? rows.find((row) => row.state === 'late') ?? last;
  // The hour goes with the last day of the part that decides.
  const plain: UnitStatus = { ...last };
  delete plain.time;
  return {
    ...plain,
    ...(partly ? { lacking } : {}),
    state: worst.state,
    lastDay: worst.lastDay,
    ...hourOf(worst.time ?? null),
    nil: rows.every((row) => row.nil),
    extended: rows.some((row) => row.extended),
    receivedAt: open ? null : worst.receivedAt,
    enteredAt: rows.reduce<string | null>((latest, row) => row.enteredAt ?? latest, null),
  };
}

function counted(period: FigurePeriod, units: UnitStatus[]): PeriodStatus {
  return { period, ...countStates(units), units };
}

/** How many are in each of the five states: expected = onTime + late + missing + returned + notDue. */
export function countStates(
  units: readonly { readonly state: UnitState }[],
): Omit<PeriodStatus, 'period' | 'units'> {
  const count = (state: UnitState): number => units.filter((unit) => unit.state === state).length;
  const [onTime, late] = [count('on-time'), count('late')];
  return {
    expected: units.length,
    received: onTime + late,
    onTime,
    late,
    missing: count('missing'),
    returned: count('returned'),
    notDue: count('not-due'),
  };
}
