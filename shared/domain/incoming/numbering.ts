/** Số đến: one run a calendar year, never given twice, never taken back. */
import { partsOf, type PlainDate } from '../../date/plain-date';
import type { IncomingEntry } from './model';

export function yearOf(date: PlainDate): number {
  return partsOf(date).year;
}

export function entryId(year: number, number: number): string {
  return `${year}-${number}`;
}

/** The number after the year's highest one, void lines counted. */
export function nextArrival(entries: Iterable<IncomingEntry>, year: number): number {
  let last = 0;
  for (const entry of entries) if (entry.year === year && entry.number > last) last = entry.number;
  return last + 1;
}

/** Numbers of the year below its highest that no line holds, ascending. */
export function arrivalGaps(entries: Iterable<IncomingEntry>, year: number): readonly number[] {
  const taken = new Set<number>();
  let last = 0;
  for (const entry of entries)
    if (entry.year === year) {
      taken.add(entry.number);
      last = Math.max(last, entry.number);
    }
  const gaps: number[] = [];
  for (let number = 1; number < last; number += 1) if (!taken.has(number)) gaps.push(number);
  return gaps;
}
