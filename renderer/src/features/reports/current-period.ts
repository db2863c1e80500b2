import type { ReportPeriod } from '../../../../shared/domain/report/model';

/** Newest first. */
export function byLastDay(periods: readonly ReportPeriod[]): ReportPeriod[] {
  return [...periods].sort((left, right) => right.lastDay.localeCompare(left.lastDay));
}

/** The period that people work on: the newest that is due, else the next one. */
export function currentPeriod(periods: readonly ReportPeriod[], today: string): ReportPeriod | undefined {
  const ordered = byLastDay(periods);
  return ordered.find((period) => period.lastDay <= today) ?? ordered.at(-1);
}
