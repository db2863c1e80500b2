/** What the app proposes when a period is about to be asked for; a person confirms every part of it. */
import { addDays } from '../../date/plain-date';
import { proposeWorkingDay, proposeWorkingDayBefore } from '../../date/working-days';
import type { SpecialDay, WorkingDayProposal } from '../../date/working-days';
import type { PlainDate } from '../../date/plain-date';
import type { ReportDefaults } from '../office/model';
import type { PeriodId } from './model';
import type { Cycle } from './cycles';
import { dueDayBy } from './due-words';
import type { DutySentence } from './plan-duty';
import { coveredInterval, proposedDueDay } from './periods';

export interface PeriodProposal {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** By the office's setting, whatever day of the week that is. */
  readonly dueDay: PlainDate;
  /** `dueDay`, or a working day beside it when it is none. */
  readonly proposedLastDay: PlainDate;
  /** Why the two differ; null when they do not. */
  readonly reason: string | null;
}

/** A period of a schedule with both its due days, to the ward and onward to the city. */
export interface ScheduledProposal extends PeriodProposal {
  readonly period: PeriodId;
  readonly cityDueDay: PlainDate;
  /** `cityDueDay`, or the next working day when it is none; never before `proposedLastDay`. */
  readonly proposedDueToCity: PlainDate;
  readonly cityReason: string | null;
  /** The plan's sentence that gave the due day; null: the office's setting did. */
  readonly sentence: string | null;
}

/**
 * Both due days of a period. The first of the plan's rules that speaks of the cycle gives the day to the ward; without
 * one, the office's setting does.
 */
export function proposeDue(
  period: PeriodId,
  cycle: Cycle,
  defaults: Pick<ReportDefaults, 'cutOffDay' | 'dueDayToWard' | 'dueDayToCity'>,
  duty: readonly Pick<DutySentence, 'text' | 'rules' | 'cycles'>[],
  holidays: readonly SpecialDay[],
  today: PlainDate,
): ScheduledProposal {
  const usual = proposePeriod(period, defaults, holidays, today);
  const said = duty
    .flatMap(({ text, rules, cycles }) =>
      // "6 tháng, năm … trước ngày 10/6" says nothing of a quarter.
      (cycles.length === 0 || cycles.some((named) => named === cycle) ? rules : []).map((rule) => ({
        text,
        before: rule.before,
        day: dueDayBy(rule, cycle, period, usual.to),
      })),
    )
    .find(({ day }) => day !== null && day >= usual.from);
  const dueDay = said?.day ?? usual.dueDay;
  const { proposed, reason } =
    said?.before === true ? dayBefore(dueDay, usual.to, holidays) : proposeWorkingDay(dueDay, holidays);
  const later = proposed > usual.to ? addDays(proposed, -1) : usual.to;
  const cityDueDay = proposedDueDay(later, defaults.dueDayToCity);
  const city = proposeWorkingDay(cityDueDay, holidays);
  return {
    period,
    from: usual.from,
    to: usual.to,
    dueDay,
    proposedLastDay: proposed,
    reason,
    cityDueDay,
    proposedDueToCity: city.proposed,
    cityReason: city.reason,
    sentence: said?.text ?? null,
  };
}

/**
 * "Trước ngày 16" rolls back. Where that would be a day of the period itself, whose figures are not there yet, it rolls
 * forward as far as the written day and never past it, else stays where it is.
 */
function dayBefore(
  dueDay: PlainDate,
  to: PlainDate,
  holidays: readonly SpecialDay[],
): Pick<WorkingDayProposal, 'proposed' | 'reason'> {
  const earlier = proposeWorkingDayBefore(dueDay, holidays);
  if (earlier.proposed > to) return earlier;
  const later = proposeWorkingDay(dueDay, holidays);
  return later.proposed <= addDays(dueDay, 1) ? later : { proposed: dueDay, reason: null };
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
