/** Documents of our own: comments that bodies owe on a draft, and documents that a plan promised. */
import { addDays, formatDate, type PlainDate } from '../../date/plain-date';
import type { DossierSummary } from '../../schema/summarize';
import { SOON_DAYS, urgencyOf, type TodayItem } from './item';

export function documentItems(dossierId: string, summary: DossierSummary, today: PlainDate): TodayItem[] {
  const far = addDays(today, SOON_DAYS);
  const comments = summary.comments
    .filter(({ lastDay }) => lastDay <= far)
    .map(({ documentId, title, lastDay, open }): TodayItem => ({
      kind: urgencyOf(lastDay, today),
      dossierId,
      period: null,
      about: { kind: 'document', id: documentId },
      title: `Góp ý dự thảo: ${title}`,
      detail: `Còn ${open} đơn vị chưa trả lời · hạn ${formatDate(lastDay)}`,
      date: lastDay,
      action: 'Xem góp ý',
    }));
  const promises = summary.promised
    .filter(({ lastDay }) => lastDay === null || lastDay <= far)
    .map(({ title, lastDay }): TodayItem => ({
      kind: lastDay === null ? 'soon' : urgencyOf(lastDay, today),
      dossierId,
      period: null,
      about: { kind: 'document', id: null },
      title: `Văn bản đã hứa trong kế hoạch: ${title}`,
      detail: `${summary.title}${lastDay === null ? ' · không ghi thời hạn' : ` · hạn ${formatDate(lastDay)}`}`,
      date: lastDay,
      action: 'Ban hành',
    }));
  return [...comments, ...promises];
}
