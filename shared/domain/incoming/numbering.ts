/** Số đến: one run a calendar year, never given twice; one that was undone at once is free again. */
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

/** A number that was taken back before anything was done with its line. */
export function isUnusedArrival({ voided }: Pick<IncomingEntry, 'voided'>): boolean {
  return voided?.unused !== undefined;
}

/** The number after the year's highest one that was used, here or before it on paper; void lines counted. */
export function nextArrival(entries: Iterable<IncomingEntry>, year: number, onPaper: number): number {
  let last = onPaper;
  for (const entry of entries)
    if (entry.year === year && entry.number > last && !isUnusedArrival(entry)) last = entry.number;
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
      if (!isUnusedArrival(entry)) last = Math.max(last, entry.number);
    }
  const gaps: number[] = [];
  for (let number = onPaper + 1; number < last; number += 1) if (!taken.has(number)) gaps.push(number);
  return gaps;
}

/** What a number that skips others leaves blank, as a question; null where it follows the last one or begins the book. */
export function arrivalBlankQuestion(
  entries: Iterable<IncomingEntry>,
  year: number,
  onPaper: number,
  number: number,
): string | null {
  const next = nextArrival(entries, year, onPaper);
  if (number <= next || next === 1) return null;
  const skipped =
    number === next + 1 ? `số đến ${next}` : `các số đến ${next}–${number - 1} (${number - next} số)`;
  return `Số đến tiếp theo của năm ${year} là ${next}; dùng số ${number} thì ${skipped} bị bỏ trống.`;
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
