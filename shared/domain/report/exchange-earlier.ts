/**
 * What goes with a period to another PC so that it computes the same there: lũy kế, kỳ trước and the last known stocks
 * rest on other periods of the plan. domain.md §5 "Arithmetic".
 */
import type { PackageRecords } from './exchange-model';
import type { FigurePeriod, ReportPeriod } from './model';
import { containsPeriod, isSpecial, monthRange, yearOfPeriod } from './periods';

/**
 * Owed periods outside a period that its figures rest on: those that begin by its end (before it: lũy kế, kỳ trước and
 * stocks; over its ends: what is said to be cut). A special period rests on special ones only.
 */
export function periodsBeneath(period: FigurePeriod, periods: readonly ReportPeriod[]): ReportPeriod[] {
  const own = monthRange(period);
  return periods.filter(({ id }) => {
    if (containsPeriod(period, id) || isSpecial(id) !== (own === null)) return false;
    const range = monthRange(id);
    return own && range
      ? range.first <= own.last
      : yearOfPeriod(id) < yearOfPeriod(period) || (yearOfPeriod(id) === yearOfPeriod(period) && id < period);
  });
}

/**
 * The package's records with those beneath among them, to be compared and merged by the same rules. A package of a
 * version that sent the period alone marks its periods so: lũy kế there is of that PC only.
 */
export function withBeneath(records: PackageRecords): PackageRecords {
  const { beneath } = records;
  if (beneath === null)
    return { ...records, periods: records.periods.map((period) => ({ ...period, cameAlone: true })) };
  return {
    ...records,
    periods: [...records.periods, ...beneath.periods],
    reports: [...records.reports, ...beneath.reports],
  };
}
