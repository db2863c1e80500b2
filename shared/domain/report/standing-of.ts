/** How what units owe stands at a moment, counted from the catalogue's summary alone. domain.md §5 "Late". */
import { dateOfInstant, timeOfInstant, type Instant } from '../../date/plain-date';
import { expectedUnits, type Asking, type EntryMap } from './expected-units';
import { dueOf, isPast, type Owed, type UnitDue } from './lateness';

export interface OwedSummary extends Asking, Owed {
  /** Index in `unitIds` of each unit whose report, or plan, stands. */
  readonly received: readonly number[];
}

export interface OwedStanding {
  readonly expected: number;
  readonly received: number;
  /** Of those who still owe: whose last day is past. A unit that was given more time is none before its own day. */
  readonly past: number;
  /** Of those who still owe: who was given more time and has it yet. */
  readonly extended: number;
  /** The next last day that is not past, of those who still owe; null: there is none. */
  readonly next: UnitDue | null;
}

export function standingOf(owed: OwedSummary, entries: EntryMap, now: Instant): OwedStanding {
  const [day, time] = [dateOfInstant(now), timeOfInstant(now)];
  const came = new Set(owed.received.map((at) => owed.unitIds[at] ?? ''));
  const expected = expectedUnits(owed, entries);
  const dues = expected.filter(({ id }) => !came.has(id)).map(({ id }) => dueOf(owed, id));
  const ahead = dues.filter((due) => !isPast(due, day, time));
  const [next = null] = ahead.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    expected: expected.length,
    received: expected.length - dues.length,
    past: dues.length - ahead.length,
    extended: ahead.filter((due) => due.extended).length,
    next,
  };
}

/** Sorts by moment: a day without an hour lasts until its end. */
function keyOf({ lastDay, time }: UnitDue): string {
  return `${lastDay} ${time ?? '24:00'}`;
}
