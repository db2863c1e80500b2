/** A day that may have its hour: `2026-02-11T14:00` or `2026-02-11` as it is kept, in Vietnamese time. */
import { dayWithHour, readHour } from './hour';
import { isPlainDate, pad2, type PlainDate } from './plain-date';

export interface MomentParts {
  readonly day: PlainDate | null;
  /** `HH:mm` */
  readonly time: string | null;
}

const KEPT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/u;
const DAY = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/u;
/** What stands around day and hour: "lúc 14h00, ngày 11/02/2026". */
const AROUND = /ngày|lúc|vào|hồi|[,;()]/giu;

/** Its day and hour. What an earlier version let through and nobody can read is no day. */
export function momentParts(kept: string | null): MomentParts {
  const [, day = '', time = null] = KEPT.exec(kept ?? '') ?? [];
  const real = isPlainDate(day) && (time === null || readHour(time) !== null);
  return real ? { day, time } : { day: null, time: null };
}

/** "14h00 ngày 11/02/2026", "11/02/2026, 14:00", "11/02/2026", or as it is kept → as it is kept; null: none of them. */
export function readMoment(text: string): string | null {
  const typed = text.normalize('NFC').trim();
  if (momentParts(typed).day !== null) return typed;
  const found = DAY.exec(typed);
  if (!found) return null;
  const [whole, date = '', month = '', year = ''] = found;
  const day = `${year}-${pad2(Number(month))}-${pad2(Number(date))}`;
  if (!isPlainDate(day)) return null;
  const rest = typed.replace(whole, ' ').replace(AROUND, ' ').replace(/\s+/gu, ' ').trim();
  if (rest === '') return day;
  const hour = readHour(rest);
  return hour === null ? null : `${day}T${hour}`;
}

export const NO_MOMENT = 'Ghi ngày, có thể kèm giờ: 11/02/2026 hoặc 14h00 ngày 11/02/2026.';

/** As it is shown and typed: "14h00 ngày 11/02/2026", "11/02/2026"; what can't be read stands as it is. */
export function momentText(kept: string): string {
  const { day, time } = momentParts(kept);
  return day === null ? kept : dayWithHour(day, time);
}
