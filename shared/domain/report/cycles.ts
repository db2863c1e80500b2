/** The periods that a schedule makes: every month, quarter, half … from a first to a last. domain.md §5 "Periods". */
import type { PeriodId } from './model';
import type { ReportSchedule } from './obligation-model';
import { comparePeriods, formatPeriod, isSpecial, parsePeriod, yearOfPeriod } from './periods';
import type { Period } from './periods';

export type Cycle = ReportSchedule['cycle'];

/** More periods than this in one schedule are a slip of the pen: ten years of months. */
const MOST = 120;

/** The cycle to which a period belongs; an ad hoc one to none. */
export function cycleOf(period: PeriodId): Cycle {
  const parsed = parsePeriod(period);
  return parsed === null || parsed.kind === 'special' ? 'once' : parsed.kind;
}

/** The last period of the same kind in the year after a period's; an ad hoc one: itself. */
export function lastOfNextYear(period: PeriodId): PeriodId {
  const year = yearOfPeriod(period) + 1;
  const last = {
    month: `${year}-12`,
    quarter: `${year}-Q4`,
    half: `${year}-H2`,
    'nine-months': `${year}-9M`,
    year: `${year}`,
    once: period,
  } as const satisfies Record<Cycle, PeriodId>;
  return last[cycleOf(period)];
}

function next(period: Period): Period {
  switch (period.kind) {
    case 'month':
    case 'quarter':
    case 'half': {
      const perYear = period.kind === 'month' ? 12 : period.kind === 'quarter' ? 4 : 2;
      return period.number === perYear
        ? { kind: period.kind, year: period.year + 1, number: 1 }
        : { ...period, number: period.number + 1 };
    }
    case 'nine-months':
    case 'year':
    case 'special':
      return { ...period, year: period.year + 1 };
  }
}

/**
 * Ids from `first` to `last`, both included, in order. Null when that is no series: the two are of different kinds, in
 * the wrong order, more than 120 apart, or `once` (and ad hoc) names two different periods.
 */
export function periodsOfCycle(cycle: Cycle, first: PeriodId, last: PeriodId): readonly PeriodId[] | null {
  const [from, to] = [parsePeriod(first), parsePeriod(last)];
  if (!from || !to) return null;
  if (cycle === 'once' || isSpecial(first)) return first === last ? [first] : null;
  if (cycleOf(first) !== cycle || cycleOf(last) !== cycle || comparePeriods(first, last) > 0) return null;
  const periods: PeriodId[] = [];
  for (let period = from; periods.at(-1) !== last; period = next(period)) {
    if (periods.length === MOST) return null;
    periods.push(formatPeriod(period));
  }
  return periods;
}
