/** What the app proposes when a period is about to be asked for; a person confirms every part of it. */
import { proposeWorkingDay } from '../../date/working-days';
import type { SpecialDay } from '../../date/working-days';
import type { PlainDate } from '../../date/plain-date';
import type { ReportDefaults } from '../office/model';
import type { PeriodId } from './model';
import { coveredInterval, proposedDueDay } from './periods';

export interface PeriodProposal {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** By the office's setting, whatever day of the week that is. */
  readonly dueDay: PlainDate;
  /** `dueDay`, or the next working day when it is none. */
  readonly proposedLastDay: PlainDate;
  /** Why the two differ; null when they do not. */
  readonly reason: string | null;
}

/** Covered days by the cut-off day and the due day unit → ward; a special period is proposed for `today`. */
export function proposePeriod(
  period: PeriodId,
  defaults: Pick<ReportDefaults, 'cutOffDay' | 'dueDayToWard'>,
  holidays: readonly SpecialDay[],
  today: PlainDate,
): PeriodProposal {
  const interval = coveredInterval(period, defaults.cutOffDay);
  const { from, to } = interval ?? { from: today, to: today };
  const dueDay = interval ? proposedDueDay(to, defaults.dueDayToWard) : today;
  const { proposed, reason } = proposeWorkingDay(dueDay, holidays);
  return { from, to, dueDay, proposedLastDay: proposed, reason };
}
