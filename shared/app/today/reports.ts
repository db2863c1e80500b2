/** Reports and what is owed beside them: what is due, late, complete. */
import { dayWithHour } from '../../date/hour';
import { addDays, formatDate, weekdayName, type PlainDate } from '../../date/plain-date';
import type { EntryMap } from '../../domain/report/expected-units';
import { parsePeriod, periodNameInText } from '../../domain/report/periods';
import { standingOf, type OwedStanding } from '../../domain/report/standing-of';
import { upwardStatus } from '../../domain/report/upward';
import type { DossierSummary } from '../../schema/summarize';
import { dueWords, NEAR_DAYS, SOON_DAYS, urgencyOf, type Now, type TodayItem } from './item';

/** A report that was sent upward is put into the file after so many days, with or without an answer. */
const FILE_AFTER_DAYS = 7;

function extensionWords({ extended }: OwedStanding): string {
  return extended === 0 ? '' : ` · ${extended} đơn vị còn trong thời gian gia hạn`;
}

function nameOf(period: string): string {
  return parsePeriod(period) ? periodNameInText(period) : period;
}

export function periodItems(
  dossierId: string,
  summary: DossierSummary,
  entries: EntryMap,
  { now, today }: Now,
): TodayItem[] {
  return summary.periods.flatMap((period): TodayItem[] => {
    if (period.closed) return [];
    const unitIds = summary.unitSets[period.units] ?? [];
    const standing = standingOf({ ...period, unitIds }, entries, now);
    const { expected, received, past, next } = standing;
    const base = { dossierId, period: period.id, about: null, date: period.lastDay };
    const report = `Báo cáo ${nameOf(period.id)}`;
    if (received === expected && expected > 0)
      return [
        {
          ...base,
          kind: 'close-period',
          title: `${report}: đã đủ ${expected} đơn vị`,
          detail: summary.title,
          action: 'Chốt kỳ',
        },
      ];
    if (past > 0)
      return [
        {
          ...base,
          kind: 'overdue',
          title: `${report}: còn ${past}/${expected} đơn vị chưa báo cáo`,
          detail: `${summary.title} · hạn ${dayWithHour(period.lastDay, period.time)}${extensionWords(standing)}`,
          action: 'Đôn đốc',
        },
      ];
    const lastDay = next?.lastDay ?? period.lastDay;
    if (lastDay > addDays(today, SOON_DAYS)) return [];
    return [
      {
        ...base,
        date: lastDay,
        kind: urgencyOf(lastDay, today),
        title: `${report}: đã nhận ${received}/${expected}`,
        detail: `${summary.title} · hạn ${dueWords(next ?? period)}${extensionWords(standing)}`,
        action: 'Xem báo cáo',
      },
    ];
  });
}

/** Units' own plans: who is still to send one. */
export function ownPlanItems(
  dossierId: string,
  summary: DossierSummary,
  entries: EntryMap,
  { now, today }: Now,
): TodayItem[] {
  return summary.planRequests.flatMap((request): TodayItem[] => {
    const { id, title } = request;
    const unitIds = summary.unitSets[request.units] ?? [];
    const standing = standingOf({ ...request, unitIds, time: null }, entries, now);
    const { expected, received, past, next } = standing;
    const late = past > 0;
    const lastDay = late ? request.lastDay : (next?.lastDay ?? request.lastDay);
    if (received === expected || lastDay > addDays(today, SOON_DAYS)) return [];
    return [
      {
        kind: urgencyOf(lastDay, today, late),
        dossierId,
        period: null,
        about: { kind: 'own-plan', id },
        title: `${title}: ${
          late ? `còn ${past}/${expected} đơn vị chưa gửi` : `đã nhận ${received}/${expected}`
        }`,
        detail: `${summary.title} · hạn ${late ? '' : `${weekdayName(lastDay)}, `}${formatDate(lastDay)}${extensionWords(standing)}`,
        date: lastDay,
        action: late ? 'Xem đơn vị còn thiếu' : 'Nhận kế hoạch',
      },
    ];
  });
}

/** What this office owes upward: to be sent by a day (or its hour), then to be put into the file. */
export function upwardItems(dossierId: string, summary: DossierSummary, now: Now): TodayItem[] {
  const { today } = now;
  return summary.upward.flatMap((report): TodayItem[] => {
    const { id, title, to, lastDay, time, sent, filedOn } = report;
    const base = { dossierId, period: null, about: { kind: 'upward' as const, id } };
    if (sent !== null) {
      // A superior's answer may still come; after a while the copy belongs into the file.
      if (filedOn !== null || sent.on > addDays(today, -FILE_AFTER_DAYS)) return [];
      return [
        {
          ...base,
          kind: 'confirm',
          title: `${title}: đã gửi, chưa lưu hồ sơ`,
          detail: `Gửi ${to} ngày ${formatDate(sent.on)}`,
          date: sent.on,
          action: 'Lưu hồ sơ',
        },
      ];
    }
    if (lastDay > addDays(today, SOON_DAYS)) return [];
    const late = upwardStatus(report, now.now).state === 'unsent';
    const hour = time === null ? '' : `${time} `;
    return [
      {
        ...base,
        kind: urgencyOf(lastDay, today, late),
        title: `Gửi cấp trên: ${title}`,
        detail: `${to} · hạn ${hour}${weekdayName(lastDay)}, ${formatDate(lastDay)}`,
        date: lastDay,
        action: 'Ghi đã gửi',
      },
    ];
  });
}

/** Questions of units whose answer is late or nearly so, one line a dossier and day. */
export function difficultyItems(dossierId: string, summary: DossierSummary, today: PlainDate): TodayItem[] {
  const byDay = new Map<PlainDate, string[]>();
  for (const { id, lastDay } of summary.difficulties) {
    if (lastDay === null || lastDay > addDays(today, NEAR_DAYS)) continue;
    byDay.set(lastDay, [...(byDay.get(lastDay) ?? []), id]);
  }
  return [...byDay].map(([day, ids]): TodayItem => {
    const late = day < today;
    const [only] = ids;
    return {
      kind: late ? 'overdue' : 'due',
      dossierId,
      period: null,
      about: { kind: 'difficulty', id: ids.length === 1 && only !== undefined ? only : null },
      title: `${ids.length} khó khăn, vướng mắc của đơn vị ${late ? 'đã quá hạn trả lời' : 'đến hạn trả lời'}`,
      detail: `${summary.title} · hạn ${formatDate(day)}`,
      date: day,
      action: 'Trả lời',
    };
  });
}
