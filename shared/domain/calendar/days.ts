/** Days of a calendar page: weeks begin on Monday, as printed in Vietnam. */
import {
  addDays,
  daysBetween,
  daysInMonth,
  partsOf,
  plainDate,
  weekday,
  type PlainDate,
} from '../../date/plain-date';

const DAYS_A_WEEK = 7;

/** Monday of the week that the day lies in. */
export function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekday(day));
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function daysFrom(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at));
}

export function weekOf(day: PlainDate): readonly PlainDate[] {
  const monday = mondayOf(day);
  return daysFrom(monday, addDays(monday, DAYS_A_WEEK - 1));
}

/** The weeks that a month touches, whole: days of its neighbours fill the first and the last. */
export function weeksOfMonth(day: PlainDate): readonly (readonly PlainDate[])[] {
  const { year, month } = partsOf(day);
  const last = plainDate(year, month, daysInMonth(year, month));
  const weeks: (readonly PlainDate[])[] = [];
  for (
    let monday = mondayOf(plainDate(year, month, 1));
    monday <= last;
    monday = addDays(monday, DAYS_A_WEEK)
  )
    weeks.push(weekOf(monday));
  return weeks;
}

/** The same day of another month; the 31st becomes the month's last day. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return plainDate(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}
