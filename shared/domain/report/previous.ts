/** What a unit reported before: printed beside the input cells, and asked about when the new figures differ oddly. */
import type { Indicator } from '../office/model';
import { isFigure, isStock } from './indicators';
import { reportMap } from './lateness';
import type { PeriodId, Report, ReportPeriod } from './model';
import { comparePeriods, parsePeriod } from './periods';
import { lastKnown } from './unit-figures';

/** The unit's received reports for periods of the same kind before this one, newest first. */
export function recentReports(unitId: string, period: PeriodId, reports: readonly Report[]): Report[] {
  const kind = parsePeriod(period)?.kind;
  return reports
    .filter(
      (report) =>
        report.unitId === unitId &&
        report.state === 'received' &&
        parsePeriod(report.period)?.kind === kind &&
        comparePeriods(report.period, period) < 0,
    )
    .sort((a, b) => comparePeriods(b.period, a.period));
}

/** The newest of them; null when none. */
export function previousReport(unitId: string, period: PeriodId, reports: readonly Report[]): Report | null {
  return recentReports(unitId, period, reports)[0] ?? null;
}

/** Code → last period's figure of the unit: a flow of the last report (0 when it was nil), a stock as last known. */
export function previousFigures(
  unitId: string,
  period: PeriodId,
  periods: readonly ReportPeriod[],
  reports: readonly Report[],
  catalogue: readonly Indicator[],
): Record<string, number> {
  const before = previousReport(unitId, period, reports);
  const earlier = periods
    .filter((owed) => comparePeriods(owed.id, period) < 0)
    .sort((a, b) => comparePeriods(a.id, b.id));
  const index = { periods: earlier, reports: reportMap(reports) };
  const figures: Record<string, number> = {};
  for (const indicator of catalogue) {
    if (!isFigure(indicator)) continue;
    const value = isStock(indicator)
      ? lastKnown(index, unitId, indicator.id, period)?.value
      : before?.nil
        ? 0
        : before?.values[indicator.id];
    if (value !== undefined) figures[indicator.id] = value;
  }
  return figures;
}
