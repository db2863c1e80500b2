/** What every module of Hôm nay says: one line, its kind, the one step that is next. */
import { addDays, formatDate, weekdayName, type Instant, type PlainDate } from '../../date/plain-date';
import type { OutputOf } from '../../rpc/contract';

export type TodayItem = OutputOf<'today.list'>['items'][number];

/** So near that it must be done now. */
export const NEAR_DAYS = 3;
/** Nothing further off is told. */
export const SOON_DAYS = 14;

export interface Now {
  readonly now: Instant;
  readonly today: PlainDate;
}

/** Kind of a line by its last day; `late` where the caller knows better than the day (an hour has passed). */
export function urgencyOf(lastDay: PlainDate, today: PlainDate, late = lastDay < today): TodayItem['kind'] {
  if (late) return 'overdue';
  return lastDay <= addDays(today, NEAR_DAYS) ? 'due' : 'soon';
}

/** "16:00 thứ Sáu, 13/02/2026". */
export function dueWords({
  lastDay,
  time,
}: {
  readonly lastDay: PlainDate;
  readonly time: string | null;
}): string {
  return `${time === null ? '' : `${time} `}${weekdayName(lastDay)}, ${formatDate(lastDay)}`;
}
