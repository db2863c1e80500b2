/**
 * Which owed periods feed a figure. domain.md §5: "Months feed a quarter only within one schedule: nobody owes the
 * same figure twice."
 *
 * The answer is per unit and indicator: if the unit owes the indicator for the period itself, that counts; else the
 * largest periods within it that it does owe, no month twice.
 */
import { owedCodes } from './asks';
import { askedUnits, expectedUnits } from './expected-units';
import type { EntryMap } from './expected-units';
import type { FigurePeriod, PeriodId, ReportPeriod, Totals } from './model';
import {
  comparePeriods,
  containsPeriod,
  formatPeriod,
  isSpecial,
  monthRange,
  monthsOf,
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
export function candidateParts(period: FigurePeriod, periods: readonly ReportPeriod[]): ReportPeriod[] {
  return sorted(periods.filter((owed) => containsPeriod(period, owed.id)));
}

/**
 * Owed periods that may feed the lũy kế of a period: all that end with or before it, from the schedule's first, or
 * from the year's first. A special period accumulates nothing: only itself.
 */
export function cumulativeCandidates(
  period: FigurePeriod,
  periods: readonly ReportPeriod[],
  from: ReportPeriod['cumulativeFrom'],
): ReportPeriod[] {
  const own = monthRange(period);
  if (!own) return candidateParts(period, periods);
  // A range may begin before the year in which it ends: what it holds is accumulated too.
  const start = Math.min(own.first, yearOfPeriod(period) * 12);
  return sorted(
    periods.filter((owed) => {
      const range = monthRange(owed.id);
      if (isSpecial(owed.id) || !range || range.last > own.last) return false;
      return from === 'schedule' || range.first >= start;
    }),
  );
}

/** Where lũy kế starts for a period: as its own record says, else as the last of its parts. */
export function cumulativeFromOf(
  period: FigurePeriod,
  periods: readonly ReportPeriod[],
): ReportPeriod['cumulativeFrom'] {
  const own = periods.find((owed) => owed.id === period);
  return own?.cumulativeFrom ?? candidateParts(period, periods).at(-1)?.cumulativeFrom ?? 'schedule';
}

function sorted(periods: readonly ReportPeriod[]): ReportPeriod[] {
  return [...periods].sort((a, b) => comparePeriods(a.id, b.id));
}

/** Ids of the owed periods that feed a period as a whole, in order; empty when it is neither owed nor fed. */
export function owedParts(period: FigurePeriod, periods: readonly ReportPeriod[]): PeriodId[] {
  return disjointParts(candidateParts(period, periods).map((owed) => owed.id));
}

/** Months that an owed period covers, in order, none twice. */
export function monthsCovered(periods: readonly Pick<ReportPeriod, 'id'>[]): PeriodId[] {
  return [...new Set(periods.flatMap(({ id }) => monthsOf(id)))].sort();
}

/** Quarters, halves, nine months and years that owed periods feed and that are not owed themselves; newest first. */
export function fedPeriods(periods: readonly Pick<ReportPeriod, 'id'>[]): PeriodId[] {
  const owed = new Set(periods.map(({ id }) => id));
  const years = [...new Set(monthsCovered(periods).map(yearOfPeriod))];
  return years
    .flatMap((year) => [
      ...[1, 2, 3, 4].map((number) => formatPeriod({ kind: 'quarter', year, number })),
      ...[1, 2].map((number) => formatPeriod({ kind: 'half', year, number })),
      formatPeriod({ kind: 'nine-months', year }),
      formatPeriod({ kind: 'year', year }),
    ])
    .filter((id) => !owed.has(id) && [...owed].some((part) => containsPeriod(id, part)))
    .sort((a, b) => comparePeriods(b, a));
}

/**
 * What its parts do not hold of a period that is not owed itself: owed periods that are cut by its ends (only whole
 * ones count) while the units asked there give nothing else for those months, and months inside that no part covers.
 * Null: nothing.
 */
export function gapsOf(
  period: FigurePeriod,
  periods: readonly ReportPeriod[],
  entries: EntryMap,
): Totals['gaps'] | null {
  const parts = owedParts(period, periods);
  if (isSpecial(period) || parts.includes(period)) return null;
  const months = monthsOf(period);
  const inside = candidateParts(period, periods);
  const uncovered = months.filter((month) => !parts.some((part) => containsPeriod(part, month)));
  const cut = sorted(periods)
    .filter((owed) => !inside.includes(owed) && losesFigures(owed, months, inside, entries))
    .map(({ id }) => id);
  return uncovered.length === 0 && cut.length === 0 ? null : { cut, uncovered };
}

/** Whether some unit gives a figure for one of the months only in this period, and so in no period inside. */
function losesFigures(
  owed: ReportPeriod,
  months: readonly PeriodId[],
  inside: readonly ReportPeriod[],
  entries: EntryMap,
): boolean {
  const touched = months.filter((month) => containsPeriod(owed.id, month));
  if (touched.length === 0) return false;
  // What a unit gave before it went into others is not given again by them.
  const listsOf = (part: ReportPeriod): ReadonlyMap<string, ReadonlySet<string>> => {
    const lists = new Map<string, Set<string>>();
    for (const { id } of expectedUnits(part, entries)) {
      const codes = owedCodes(part, id, entries);
      for (const later of askedUnits({ ...part, unitIds: [id], lastDay: owed.lastDay }, entries))
        lists.set(later, new Set([...(lists.get(later) ?? []), ...codes]));
    }
    return lists;
  };
  // What a longer period asks besides, and nobody owes inside, is no figure of this one.
  const inThis = new Set(
    touched.length < months.length ? owed.indicators : inside.flatMap(({ indicators }) => indicators),
  );
  const lists = inside.map((part) => ({ id: part.id, codes: listsOf(part) }));
  const own = expectedUnits(owed, entries).map(
    ({ id }) => [id, owedCodes(owed, id, entries).filter((code) => inThis.has(code))] as const,
  );
  return touched.some((month) => {
    const given = lists.filter(({ id }) => containsPeriod(id, month));
    return own.some(([unit, codes]) =>
      codes.some((code) => !given.some((part) => part.codes.get(unit)?.has(code) === true)),
    );
  });
}
