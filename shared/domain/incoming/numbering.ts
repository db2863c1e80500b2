/** Số đến: one run a calendar year, never given twice, never taken back. */
import { partsOf, type PlainDate } from '../../date/plain-date';
import type { View } from '../../records';
import type { NumberGap } from '../number-runs';
import type { IncomingEntry, IncomingTables } from './model';

export function yearOf(date: PlainDate): number {
  return partsOf(date).year;
}

export function entryId(year: number, number: number): string {
  return `${year}-${number}`;
}

/** Where the year's book on paper ended; 0 where the year began here. */
export function lastArrivalOnPaper(
  view: Pick<View<IncomingTables>, 'get'> | null | undefined,
  year: number,
): number {
  return view?.get('paper', String(year))?.last ?? 0;
}

/** The number after the year's highest one, here or before it on paper; void lines counted. */
export function nextArrival(entries: Iterable<IncomingEntry>, year: number, onPaper: number): number {
  let last = onPaper;
  for (const entry of entries) if (entry.year === year && entry.number > last) last = entry.number;
  return last + 1;
}

/** Numbers of the year below its highest that no line holds and that the paper book did not give, ascending. */
export function arrivalGaps(
  entries: Iterable<IncomingEntry>,
  year: number,
  onPaper: number,
): readonly number[] {
  const taken = new Set<number>();
  let last = 0;
  for (const entry of entries)
    if (entry.year === year) {
      taken.add(entry.number);
      last = Math.max(last, entry.number);
    }
  const gaps: number[] = [];
  for (let number = onPaper + 1; number < last; number += 1) if (!taken.has(number)) gaps.push(number);
  return gaps;
}

/** The gaps of a year's book, each with the reason that was written. */
export function arrivalGapsWithReasons(
  view: Pick<View<IncomingTables>, 'get' | 'list'>,
  year: number,
): readonly NumberGap[] {
  return arrivalGaps(view.list('entries'), year, lastArrivalOnPaper(view, year)).map((number) => ({
    number,
    reason: view.get('gaps', entryId(year, number))?.reason ?? null,
  }));
}
