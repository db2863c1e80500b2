/** How the window writes dates, moments, sizes and figures. */
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
