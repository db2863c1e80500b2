/**
 * Calendar dates without a clock or a time zone: `YYYY-MM-DD` strings, computed on day numbers.
 *
 * The office works on Vietnam's time (UTC+7, no daylight saving), so the date of an instant is always taken there,
 * whatever the PC's own time zone says.
 */
import { z } from 'zod';

/** `YYYY-MM-DD`, a day that exists. */
export type PlainDate = string;
/** ISO 8601 with an offset, e.g. `2026-03-25T08:00:00+07:00` or `…Z`. */
export type Instant = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_A_DAY = 86_400_000;
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

export function isPlainDate(text: string): boolean {
  const match = PATTERN.exec(text);
  if (!match) return false;
  return dateExists(Number(match[1]), Number(match[2]), Number(match[3]));
}

export const plainDateSchema = z
  .string()
  .refine(isPlainDate, { message: 'Ngày không có thật; ghi theo năm-tháng-ngày.' });
export const instantSchema = z.string().refine((text) => !Number.isNaN(Date.parse(text)), {
  message: 'Thời điểm không hợp lệ.',
});

/** Whether year, month (1–12) and day name a day of the Gregorian calendar. */
export function dateExists(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The date of year, month (1–12), day. Throws when there is no such day: check with `dateExists` first. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  if (!dateExists(year, month, day)) throw new RangeError(`no such date: ${year}-${month}-${day}`);
  return `${year.toString().padStart(4, '0')}-${pad2(month)}-${pad2(day)}`;
}

export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  const match = PATTERN.exec(date);
  if (!match) throw new RangeError(`not a date: ${date}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / MS_A_DAY;
}

function fromDayNumber(number: number): PlainDate {
  return new Date(number * MS_A_DAY).toISOString().slice(0, 10);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; 0 when equal, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday (thứ Hai) … 7 = Sunday (Chủ nhật). */
export function weekday(date: PlainDate): number {
  const sundayFirst = (((dayNumber(date) + 4) % 7) + 7) % 7;
  return sundayFirst === 0 ? 7 : sundayFirst;
}

export const WEEKDAY_NAMES = [
  'thứ Hai',
  'thứ Ba',
  'thứ Tư',
  'thứ Năm',
  'thứ Sáu',
  'thứ Bảy',
  'Chủ nhật',
] as const;

export function weekdayName(date: PlainDate): string {
  return WEEKDAY_NAMES[weekday(date) - 1] ?? '';
}

export function isWeekend(date: PlainDate): boolean {
  return weekday(date) >= 6;
}

/** `2026-03-05` → `05/03/2026`. */
export function formatDate(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${pad2(day)}/${pad2(month)}/${year}`;
}

/** `5/3/2026`, `05-03-2026`, `05.03.2026` or ISO → a date; null when it is none or does not exist. */
export function parseDate(text: string): PlainDate | null {
  const trimmed = text.trim();
  if (isPlainDate(trimmed)) return trimmed;
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return dateExists(year, month, day) ? plainDate(year, month, day) : null;
}

/** `2026-03-16T09:30`: a moment that names no zone is Vietnam's, never the PC's. */
const WITHOUT_ZONE = /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;

/** Vietnam's clock at an instant, as ISO 8601. */
function clockOf(instant: Instant): string {
  const moment = Date.parse(WITHOUT_ZONE.test(instant) ? `${instant}+07:00` : instant);
  return new Date(moment + VIETNAM_OFFSET_MS).toISOString();
}

/** The calendar date in Vietnam at an instant. */
export function dateOfInstant(instant: Instant): PlainDate {
  return clockOf(instant).slice(0, 10);
}

/** `HH:mm` in Vietnam at an instant. */
export function timeOfInstant(instant: Instant): string {
  return clockOf(instant).slice(11, 16);
}

/** `dd/MM/yyyy HH:mm` in Vietnam. */
export function formatInstant(instant: Instant): string {
  return `${formatDate(dateOfInstant(instant))} ${timeOfInstant(instant)}`;
}

export function pad2(value: number): string {
  return value.toString().padStart(2, '0');
}
