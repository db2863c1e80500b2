/** How the window writes dates, moments, sizes and figures. */
import { dayWithHour } from '../../../shared/date/hour';
import {
  dateOfInstant,
  formatDate,
  formatInstant,
  isPlainDate,
  weekdayName,
} from '../../../shared/date/plain-date';
import { formatNumber } from '../../../shared/text/numbers';

/** Today in Vietnam. */
export function today(): string {
  return dateOfInstant(new Date().toISOString());
}

export function date(value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (isPlainDate(value)) return formatDate(value);
  return moment(value);
}

/** A deadline: "28/11/2026", or with its hour "22h15 ngày 28/11/2026". */
export function due({
  lastDay,
  time,
}: {
  readonly lastDay: string;
  readonly time?: string | null | undefined;
}): string {
  return isPlainDate(lastDay) ? dayWithHour(lastDay, time ?? null) : lastDay;
}

export function dateWithDay(value: string): string {
  return isPlainDate(value) ? `${weekdayName(value)}, ${formatDate(value)}` : value;
}

export function moment(value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  return Number.isNaN(Date.parse(value)) ? value : formatInstant(value);
}

export function figure(value: number | null | undefined, decimals = 2): string {
  return value === null || value === undefined ? '' : formatNumber(value, decimals);
}

export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, 0)} KB`;
  return `${formatNumber(bytes / 1024 / 1024, 1)} MB`;
}
