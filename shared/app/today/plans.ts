/** A plan's own days and the step that its state waits for. */
import { addDays, dateOfInstant, type PlainDate } from '../../date/plain-date';
import type { DossierSummary } from '../../schema/summarize';
import { SOON_DAYS, urgencyOf, type TodayItem } from './item';

const DAY_NAMES = { deadline: 'Thời hạn', conference: 'Hội nghị' } as const;

export function dayItems(dossierId: string, summary: DossierSummary, today: PlainDate): TodayItem[] {
  const conferences = new Set(summary.conferences.map(({ id }) => id));
  return summary.days.flatMap(({ id, day, title, kind }): TodayItem[] => {
    // Conferences and tasks have lines of their own, with what they wait for.
    if (conferences.has(id) || kind === 'task' || day < today) return [];
    if (day > addDays(today, SOON_DAYS)) return [];
    return [
      {
        kind: urgencyOf(day, today),
        dossierId,
        period: null,
        about: null,
        title: `${DAY_NAMES[kind]}: ${title}`,
        detail: summary.title,
        date: day,
        action: 'Mở hồ sơ',
      },
    ];
  });
}

export function stepItems(dossierId: string, summary: DossierSummary, today: PlainDate): TodayItem[] {
  const base = { dossierId, period: null, about: null, title: summary.title };
  const items: TodayItem[] = [];
  if (summary.status === 'review')
    items.push({
      ...base,
      kind: 'review',
      detail:
        summary.uncertain > 0 ? `Còn ${summary.uncertain} mục chưa chắc chắn` : 'Đã đọc xong, chờ duyệt',
      date: null,
      action: 'Duyệt',
    });
  for (const document of summary.documents) {
    const isPlan = document.id === dossierId;
    // A draft that was made beside the plan (a letter of chasing) has the day it was made until it has its own.
    const made = document.createdAt === undefined ? summary.date : dateOfInstant(document.createdAt);
    const aside = (kind: 'document' | 'sending') => (isPlan ? null : { kind, id: document.id });
    if (!document.registered && summary.status !== 'review')
      items.push({
        ...base,
        title: document.title,
        kind: 'register',
        about: aside('document'),
        detail: 'Chưa có số',
        date: isPlan ? summary.date : made,
        action: 'Đăng ký số',
      });
    if (document.registered && !document.sent)
      items.push({
        ...base,
        title: document.title,
        kind: 'send',
        about: aside('sending'),
        detail: 'Đã có số, chưa phát hành',
        date: isPlan ? summary.date : (document.day ?? made),
        action: 'Phát hành',
      });
  }
  if (summary.unconfirmed > 0)
    items.push({
      ...base,
      kind: 'confirm',
      detail: `Còn ${summary.unconfirmed} nơi nhận chưa xác nhận`,
      date: summary.lastSent,
      action: 'Ghi nhận đã nhận',
    });
  const finished =
    summary.periods.length > 0 &&
    summary.upward.every(({ filedOn }) => filedOn !== null) &&
    summary.difficulties.length === 0 &&
    summary.periods.every(({ closed, lastDay }) => closed && lastDay < today) &&
    summary.unconfirmed === 0 &&
    summary.status === 'issued';
  if (finished)
    items.push({
      ...base,
      kind: 'archive',
      detail: 'Các kỳ báo cáo đã chốt',
      date: null,
      action: 'Kết thúc hồ sơ',
    });
  return items;
}
