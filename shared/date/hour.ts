/** An hour of the day as people write it, for every field that takes one. */
import { z } from 'zod';
import { formatDate, type PlainDate } from './plain-date';

const WRITTEN = /^(\d{1,2})\s*(?:(?:[h:.]|g|giờ)\s*(\d{2})?(?:\s*(?:phút|p))?)?$/iu;

/** "16h30", "16g30", "16:30", "16 giờ 30 phút", "16h" → "16:30", "16:00"; null: no hour that a day has (25:99, 24:00). */
export function readHour(text: string): string | null {
  const match = WRITTEN.exec(text.normalize('NFC').trim());
  if (!match) return null;
  const [, hours = '', minutes = '00'] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

export const IMPOSSIBLE_HOUR = 'Giờ phải từ 0 giờ đến 23 giờ 59; ghi như 16:30 hoặc 16h30.';

/** What a person types into an hour field → `HH:mm`; null or nothing typed: no hour. */
export const typedHour = z
  .string()
  .nullable()
  .transform((text, context): string | null => {
    if (text === null || text.trim() === '') return null;
    const hour = readHour(text);
    if (hour === null) context.addIssue({ code: 'custom', message: IMPOSSIBLE_HOUR });
    return hour;
  });

/** The same for a field that may be left out: no hour then. */
export const hourInput = typedHour.default(null);

/** Absent stays absent; null or nothing typed: there is none, or it is not known. */
export const optionalHour = typedHour.optional();

/**
 * `HH:mm` as it is kept. Looser than what may be typed: an hour that an earlier version let through must not make the
 * rest of its record unwritable.
 */
export const keptHour = z.string().regex(/^\d{2}:\d{2}$/, IMPOSSIBLE_HOUR);

/** A last moment as it is shown: "28/11/2026", or with its hour "22h15 ngày 28/11/2026". */
export function dayWithHour(day: PlainDate, hour: string | null): string {
  return hour === null ? formatDate(day) : `${hour.replace(':', 'h')} ngày ${formatDate(day)}`;
}

/** "08:30" → 510. */
export function minuteOfDay(hour: string): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  return hours * 60 + minutes;
}
