/** What a line of the book waits for: settled or not, overdue or not, with or without a plan. */
import { dateOfInstant, daysBetween, timeOfInstant, type Instant } from '../../date/plain-date';
import type { IncomingEntry } from './model';

/** A void line is no work; a settled one and one to know of are done. */
export function isOpen(entry: Pick<IncomingEntry, 'state' | 'voided'>): boolean {
  return entry.voided === null && (entry.state === 'new' || entry.state === 'working');
}

/** Past its last day, or past its hour on the last day, and not settled. */
export function isOverdue(
  entry: Pick<IncomingEntry, 'state' | 'voided' | 'deadline' | 'deadlineTime'>,
  now: Instant,
): boolean {
  if (!isOpen(entry) || entry.deadline === null) return false;
  const today = dateOfInstant(now);
  if (entry.deadline !== today) return entry.deadline < today;
  return entry.deadlineTime !== null && timeOfInstant(now) > entry.deadlineTime;
}

/** Văn bản cấp trên chưa có kế hoạch: it asks for a plan, none carries it out, and nothing took its place. */
export function needsPlan(
  entry: Pick<IncomingEntry, 'state' | 'voided' | 'request' | 'dossierIds' | 'supersededBy'>,
): boolean {
  return (
    isOpen(entry) && entry.request === 'plan' && entry.dossierIds.length === 0 && entry.supersededBy === null
  );
}

/** Days to the last day; negative when it has passed; null without one. */
export function daysLeft(entry: Pick<IncomingEntry, 'deadline'>, now: Instant): number | null {
  return entry.deadline === null ? null : daysBetween(dateOfInstant(now), entry.deadline);
}

export const INCOMING_FILTERS = ['all', 'open', 'overdue', 'no-plan'] as const;
export type IncomingFilter = (typeof INCOMING_FILTERS)[number];

export function passes(entry: IncomingEntry, filter: IncomingFilter, now: Instant): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return isOpen(entry);
    case 'overdue':
      return isOverdue(entry, now);
    case 'no-plan':
      return needsPlan(entry);
  }
}

/** "Quá hạn 3 ngày", "Còn 5 ngày", "Hết hạn hôm nay"; empty without a last day or when settled. */
export function timeWords(entry: IncomingEntry, now: Instant): string {
  const days = daysLeft(entry, now);
  if (days === null || !isOpen(entry)) return '';
  if (days < 0) return `Quá hạn ${-days} ngày`;
  if (days > 0) return `Còn ${days} ngày`;
  return isOverdue(entry, now) ? 'Đã quá giờ hạn hôm nay' : 'Hết hạn hôm nay';
}
