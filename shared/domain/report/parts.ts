/**
 * Which owed periods feed a figure. domain.md §5: "Months feed a quarter only within one schedule: nobody owes the
 * same figure twice."
 *
 * The answer is per unit and indicator: if the unit owes the indicator for the period itself, that counts; else the
 * largest periods within it that it does owe, no month twice.
 */
import type { PeriodId, ReportPeriod } from './model';
import {
  comparePeriods,
  containsPeriod,
  isSpecial,
  monthRange,
  periodsOverlap,
  yearOfPeriod,
} from './periods';

/** Of the ids given, the largest that share no month, in order of time. */
export function disjointParts(ids: readonly PeriodId[]): PeriodId[] {
  const size = (id: PeriodId): number => {
    const range = monthRange(id);
    return range ? range.last - range.first : 0;
  };
  const chosen: PeriodId[] = [];
  for (const id of [...new Set(ids)].sort((a, b) => size(b) - size(a) || comparePeriods(a, b)))
    if (!chosen.some((other) => periodsOverlap(other, id))) chosen.push(id);
  return chosen.sort(comparePeriods);
}

/** Owed periods that may feed the figures of one period: itself and those within it. */
export function candidateParts(period: PeriodId, periods: readonly ReportPeriod[]): ReportPeriod[] {
  return sorted(periods.filter((owed) => containsPeriod(period, owed.id)));
}

/**
 * Owed periods that may feed the lũy kế of a period: all that end with or before it, from the schedule's first, or
 * from the year's first. A special period accumulates nothing: only itself.
 */
export function cumulativeCandidates(
  period: PeriodId,
  periods: readonly ReportPeriod[],
  from: ReportPeriod['cumulativeFrom'],
): ReportPeriod[] {
  const end = monthRange(period)?.last;
  if (end === undefined) return candidateParts(period, periods);
  return sorted(
    periods.filter((owed) => {
      const range = monthRange(owed.id);
      if (isSpecial(owed.id) || !range || range.last > end) return false;
      return from === 'schedule' || yearOfPeriod(owed.id) === yearOfPeriod(period);
    }),
  );
}

/** Where lũy kế starts for a period: as its own record says, else as the last of its parts. */
export function cumulativeFromOf(
  period: PeriodId,
  periods: readonly ReportPeriod[],
): ReportPeriod['cumulativeFrom'] {
  const own = periods.find((owed) => owed.id === period);
  return own?.cumulativeFrom ?? candidateParts(period, periods).at(-1)?.cumulativeFrom ?? 'schedule';
}

function sorted(periods: readonly ReportPeriod[]): ReportPeriod[] {
  return [...periods].sort((a, b) => comparePeriods(a.id, b.id));
}

/** Ids of the owed periods that feed a period as a whole, in order; empty when it is neither owed nor fed. */
export function owedParts(period: PeriodId, periods: readonly ReportPeriod[]): PeriodId[] {
  return disjointParts(candidateParts(period, periods).map((owed) => owed.id));
}
