/**
 * Reporting periods: ids, names, covered days, order. domain.md §5 "Periods".
 *
 * A period's *months* are nominal: "2026-Q1" is months 1–3 of 2026 although, with cut-off day 14, its figures cover
 * 15/12/2025–14/3/2026. Months decide what feeds what; days decide weeks and due days.
 */
import { addDays, dateExists, daysBetween, daysInMonth, plainDate, partsOf } from '../../date/plain-date';
import type { PlainDate } from '../../date/plain-date';
import { periodIdSchema, readMonthRange } from './model';
import type { FigurePeriod, PeriodId } from './model';

/** A period id taken apart. `number` is the month, quarter, half (1, 2) or ad hoc number. */
export type Period =
  | {
      readonly kind: 'month' | 'quarter' | 'half' | 'special';
      readonly year: number;
      readonly number: number;
    }
  | { readonly kind: 'nine-months' | 'year'; readonly year: number };

/** Both days included. */
export interface Interval {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Null when the text is no period id. */
export function parsePeriod(id: string): Period | null {
  if (!periodIdSchema.safeParse(id).success) return null;
  if (id.startsWith('DX-'))
    return { kind: 'special', year: Number(id.slice(3, 7)), number: Number(id.slice(8)) };
  const year = Number(id.slice(0, 4));
  const rest = id.slice(5);
  if (rest === '') return { kind: 'year', year };
  if (rest === '9M') return { kind: 'nine-months', year };
  if (rest.startsWith('Q')) return { kind: 'quarter', year, number: Number(rest.slice(1)) };
  if (rest.startsWith('H')) return { kind: 'half', year, number: Number(rest.slice(1)) };
  return { kind: 'month', year, number: Number(rest) };
}

export function formatPeriod(period: Period): PeriodId {
  const year = period.year.toString().padStart(4, '0');
  switch (period.kind) {
    case 'month':
      return `${year}-${period.number.toString().padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${period.number}`;
    case 'half':
      return `${year}-H${period.number}`;
    case 'nine-months':
      return `${year}-9M`;
    case 'year':
      return year;
    case 'special':
      return `DX-${year}-${period.number.toString().padStart(3, '0')}`;
  }
}

function known(id: PeriodId): Period {
  const period = parsePeriod(id);
  if (!period) throw new RangeError(`not a period: ${id}`);
  return period;
}

/** Whether it is a range of months (sơ kết, tổng kết): added up, never owed. */
export function isMonthRange(id: FigurePeriod): boolean {
  return readMonthRange(id) !== null;
}

/** `2026-02..2026-08`; null when it runs backwards, is too long, or an end is no month. */
export function monthRangeId(first: PeriodId, last: PeriodId): FigurePeriod | null {
  const id = `${first}..${last}`;
  return readMonthRange(id) === null ? null : id;
}

/** Whether figures can be asked for it: a period, or a range of months. */
export function isFigurePeriod(id: string): boolean {
  return isMonthRange(id) || parsePeriod(id) !== null;
}

/** The year in which it ends. */
export function yearOfPeriod(id: FigurePeriod): number {
  return known(readMonthRange(id)?.last ?? id).year;
}

/** Đột xuất, chuyên đề: it has no months, so it feeds nothing and nothing feeds it. */
export function isSpecial(id: FigurePeriod): boolean {
  return id.startsWith('DX-');
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** "02/2026", "8/2026": as documents write a month (HD 36: days below 10 and months 1, 2 with a zero before). */
function monthText(id: PeriodId): string {
  const month = Number(id.slice(5));
  return `${month < 3 ? `0${month}` : month}/${id.slice(0, 4)}`;
}

/** "Tháng 3 năm 2026", "Quý I năm 2026", "6 tháng đầu năm 2026", "Từ tháng 02/2026 đến tháng 8/2026" … as a heading begins. */
export function periodName(id: FigurePeriod): string {
  const months = readMonthRange(id);
  if (months) return `Từ tháng ${monthText(months.first)} đến tháng ${monthText(months.last)}`;
  const period = known(id);
  switch (period.kind) {
    case 'month':
      return `Tháng ${period.number} năm ${period.year}`;
    case 'quarter':
      return `Quý ${ROMAN[period.number - 1] ?? ''} năm ${period.year}`;
    case 'half':
      return `6 tháng ${period.number === 1 ? 'đầu' : 'cuối'} năm ${period.year}`;
    case 'nine-months':
      return `9 tháng đầu năm ${period.year}`;
    case 'year':
      return `Năm ${period.year}`;
    case 'special':
      return `Đột xuất số ${period.number.toString().padStart(2, '0')} năm ${period.year}`;
  }
}

/** The same inside a sentence: "báo cáo quý I năm 2026". */
export function periodNameInText(id: FigurePeriod): string {
  const name = periodName(id);
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

/** First and last nominal month as year × 12 + month − 1; null for a special period. */
export function monthRange(id: FigurePeriod): { readonly first: number; readonly last: number } | null {
  const months = readMonthRange(id);
  if (months)
    return { first: monthRange(months.first)?.first ?? 0, last: monthRange(months.last)?.last ?? 0 };
  const period = known(id);
  const range = (first: number, last: number) => ({
    first: period.year * 12 + first - 1,
    last: period.year * 12 + last - 1,
  });
  switch (period.kind) {
    case 'month':
      return range(period.number, period.number);
    case 'quarter':
      return range(period.number * 3 - 2, period.number * 3);
    case 'half':
      return range(period.number * 6 - 5, period.number * 6);
    case 'nine-months':
      return range(1, 9);
    case 'year':
      return range(1, 12);
    case 'special':
      return null;
  }
}

/** Ids of the months in a period, in order; empty for a special one. */
export function monthsOf(id: FigurePeriod): PeriodId[] {
  const range = monthRange(id);
  if (!range) return [];
  return Array.from({ length: range.last - range.first + 1 }, (_, index) => {
    const month = range.first + index;
    return formatPeriod({ kind: 'month', year: Math.floor(month / 12), number: (month % 12) + 1 });
  });
}

/** Whether every month of `inner` lies in `outer` (a period contains itself). */
export function containsPeriod(outer: FigurePeriod, inner: FigurePeriod): boolean {
  if (outer === inner) return true;
  const [large, small] = [monthRange(outer), monthRange(inner)];
  return large !== null && small !== null && large.first <= small.first && small.last <= large.last;
}

/** Whether two periods share a month (or are the same special one). */
export function periodsOverlap(a: FigurePeriod, b: FigurePeriod): boolean {
  if (a === b) return true;
  const [left, right] = [monthRange(a), monthRange(b)];
  return left !== null && right !== null && left.first <= right.last && right.first <= left.last;
}

/** By end, then the shorter first, special ones last within their year: a stable order for columns and parts. */
export function comparePeriods(a: FigurePeriod, b: FigurePeriod): number {
  const key = (id: FigurePeriod): readonly [number, number, string] => {
    const range = monthRange(id);
    return range ? [range.last, range.last - range.first, id] : [yearOfPeriod(id) * 12 + 11, 99, id];
  };
  const [left, right] = [key(a), key(b)];
  return left[0] - right[0] || left[1] - right[1] || (left[2] < right[2] ? -1 : left[2] > right[2] ? 1 : 0);
}

/** The period of the same kind just before; null for a special one and a range (they are not a series). */
export function previousPeriod(id: FigurePeriod): PeriodId | null {
  if (isMonthRange(id)) return null;
  const period = known(id);
  switch (period.kind) {
    case 'month':
    case 'quarter':
    case 'half': {
      const perYear = period.kind === 'month' ? 12 : period.kind === 'quarter' ? 4 : 2;
      return formatPeriod(
        period.number === 1
          ? { kind: period.kind, year: period.year - 1, number: perYear }
          : { ...period, number: period.number - 1 },
      );
    }
    case 'nine-months':
    case 'year':
      return formatPeriod({ ...period, year: period.year - 1 });
    case 'special':
      return null;
  }
}

/**
 * The days whose figures a period covers. `cutOffDay` 14: from the 15th of the month before its first month to the
 * 14th of its last (Q1 = 15/12–14/3); 0: calendar. Null for a special period: a person names its days.
 */
export function coveredInterval(id: FigurePeriod, cutOffDay: number): Interval | null {
  const range = monthRange(id);
  if (!range) return null;
  const at = (month: number, day: number): PlainDate =>
    plainDate(Math.floor(month / 12), (month % 12) + 1, day);
  if (cutOffDay === 0) {
    const lastDay = daysInMonth(Math.floor(range.last / 12), (range.last % 12) + 1);
    return { from: at(range.first, 1), to: at(range.last, lastDay) };
  }
  return { from: addDays(at(range.first - 1, cutOffDay), 1), to: at(range.last, cutOffDay) };
}

/** Days of an interval, both ends included. */
export function daysIn(interval: Interval): number {
  return daysBetween(interval.from, interval.to) + 1;
}

/** Days covered by at least one of the intervals. */
export function daysCovered(intervals: readonly Interval[]): number {
  let days = 0;
  let end: PlainDate | null = null;
  for (const { from, to } of [...intervals].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  )) {
    const start: PlainDate = end !== null && from <= end ? addDays(end, 1) : from;
    if (to < start) continue;
    days += daysBetween(start, to) + 1;
    end = to;
  }
  return days;
}

/** Weeks of 7 days, the fraction kept: 90 days → 12.857… */
export function weeksIn(interval: Interval): number {
  return daysIn(interval) / 7;
}

/** The first day numbered `dueDay` after the covered days (a month that is too short: its last day). */
export function proposedDueDay(to: PlainDate, dueDay: number): PlainDate {
  const { year, month } = partsOf(to);
  const inMonth = (index: number): PlainDate => {
    const [dueYear, dueMonth] = [Math.floor(index / 12), (index % 12) + 1];
    const day = dateExists(dueYear, dueMonth, dueDay) ? dueDay : daysInMonth(dueYear, dueMonth);
    return plainDate(dueYear, dueMonth, day);
  };
  const sameMonth = inMonth(year * 12 + month - 1);
  return sameMonth > to ? sameMonth : inMonth(year * 12 + month);
}
