/**
 * Working days of the office: weekends, holidays and make-up days. domain.md §5 "Late": on a weekend or holiday the
 * app *proposes* the next working day (of "trước ngày …": the one before) and a person confirms; nothing moves silently.
 */
import { addDays, formatDate, isWeekend, weekdayName } from './plain-date';
import type { PlainDate } from './plain-date';

/** One row of the holiday table: a day off, or a weekend day that is worked (ngày làm bù). */
export interface SpecialDay {
  readonly id: PlainDate;
  readonly name: string;
  readonly kind: 'off' | 'work';
}

/** Why a day is not worked, in Vietnamese ("Chủ nhật", "Quốc khánh"); null on a working day. */
export function dayOffReason(date: PlainDate, special: readonly SpecialDay[]): string | null {
  const row = special.find((day) => day.id === date);
  if (row) return row.kind === 'work' ? null : row.name;
  return isWeekend(date) ? weekdayName(date) : null;
}

export function isWorkingDay(date: PlainDate, special: readonly SpecialDay[]): boolean {
  return dayOffReason(date, special) === null;
}

/** A due day and what the app proposes for it. */
export interface WorkingDayProposal {
  /** The day asked for. */
  readonly day: PlainDate;
  /** The same day, or a working day beside it. */
  readonly proposed: PlainDate;
  /** Vietnamese sentence for the person who confirms; null when the day is worked. */
  readonly reason: string | null;
}

/** Days off in a row are never more than this; a table that says so is a mistake, and the walk ends. */
const LONGEST_BREAK = 60;

/** Proposes the first working day on or after `day`. */
export function proposeWorkingDay(day: PlainDate, special: readonly SpecialDay[]): WorkingDayProposal {
  const proposed = workedFrom(day, special, 1);
  return { day, proposed, reason: movedReason(day, special, `lùi đến ${dayInFull(proposed)}`) };
}

/**
 * Proposes the last working day on or before `day`, the last one that "trước ngày …" leaves: rolled forward, it would be
 * the very day that is written to be too late.
 */
export function proposeWorkingDayBefore(day: PlainDate, special: readonly SpecialDay[]): WorkingDayProposal {
  const proposed = workedFrom(day, special, -1);
  return { day, proposed, reason: movedReason(day, special, `đẩy sớm lên ${dayInFull(proposed)}`) };
}

function workedFrom(day: PlainDate, special: readonly SpecialDay[], step: 1 | -1): PlainDate {
  let worked = day;
  for (let steps = 0; steps < LONGEST_BREAK && !isWorkingDay(worked, special); steps += 1)
    worked = addDays(worked, step);
  return worked;
}

const dayInFull = (day: PlainDate): string => `${weekdayName(day)}, ngày ${formatDate(day)}`;

function movedReason(day: PlainDate, special: readonly SpecialDay[], move: string): string | null {
  const why = dayOffReason(day, special);
  return why === null
    ? null
    : `Ngày ${formatDate(day)} là ${why}, không phải ngày làm việc; đề xuất ${move}. Hãy xác nhận hoặc chọn ngày khác.`;
}
