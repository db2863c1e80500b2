/** Hôm nay: what is due, late, waiting, next; from the catalogue alone. */
import {
  addDays,
  dateOfInstant,
  formatDate,
  weekdayName,
  type Instant,
  type PlainDate,
} from '../../date/plain-date';
import { isOverdue } from '../../domain/incoming/standing';
import { entryMap, type EntryMap } from '../../domain/report/expected-units';
import { parsePeriod, periodNameInText } from '../../domain/report/periods';
import { standingOf, type OwedStanding } from '../../domain/report/standing-of';
import { upwardStatus } from '../../domain/report/upward';
import { ok } from '../../result';
import type { OutputOf } from '../../rpc/contract';
import {
  readDossierSummary,
  readIncomingSummary,
  type DossierSummary,
  type IncomingSummary,
} from '../../schema/summarize';
import { loadEntries, nowOf, type App } from '../application';
import type { Handler } from '../handlers';

type Item = OutputOf<'today.list'>['items'][number];

const NEAR_DAYS = 3;
const SOON_DAYS = 14;
/** An open task that has been late for longer is no news of today. */
const LATE_DAYS = 30;
/** A report that was sent upward is put into the file after so many days, with or without an answer. */
const FILE_AFTER_DAYS = 7;

const DAY_NAMES = { task: 'Nhiệm vụ', deadline: 'Thời hạn', conference: 'Hội nghị' } as const;

interface Now {
  readonly now: Instant;
  readonly today: PlainDate;
}

/** "16:00 thứ Sáu, 13/02/2026". */
function dueWords({ lastDay, time }: { readonly lastDay: PlainDate; readonly time: string | null }): string {
  return `${time === null ? '' : `${time} `}${weekdayName(lastDay)}, ${formatDate(lastDay)}`;
}

function extensionWords({ extended }: OwedStanding): string {
  return extended === 0 ? '' : ` · ${extended} đơn vị còn trong thời gian gia hạn`;
}

function nameOf(period: string): string {
  return parsePeriod(period) ? periodNameInText(period) : period;
}

function periodItems(
  dossierId: string,
  summary: DossierSummary,
  entries: EntryMap,
  { now, today }: Now,
): Item[] {
  return summary.periods.flatMap((period): Item[] => {
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
          detail: `${summary.title} · hạn ${formatDate(period.lastDay)}${extensionWords(standing)}`,
          action: 'Đôn đốc',
        },
      ];
    const lastDay = next?.lastDay ?? period.lastDay;
    if (lastDay > addDays(today, SOON_DAYS)) return [];
    return [
      {
        ...base,
        date: lastDay,
        kind: lastDay <= addDays(today, NEAR_DAYS) ? 'due' : 'soon',
        title: `${report}: đã nhận ${received}/${expected}`,
        detail: `${summary.title} · hạn ${dueWords(next ?? period)}${extensionWords(standing)}`,
        action: 'Xem báo cáo',
      },
    ];
  });
}

/** Units' own plans: who is still to send one. */
function ownPlanItems(
  dossierId: string,
  summary: DossierSummary,
  entries: EntryMap,
  { now, today }: Now,
): Item[] {
  return summary.planRequests.flatMap((request): Item[] => {
    const { id, title } = request;
    const unitIds = summary.unitSets[request.units] ?? [];
    const standing = standingOf({ ...request, unitIds, time: null }, entries, now);
    const { expected, received, past, next } = standing;
    const late = past > 0;
    const lastDay = late ? request.lastDay : (next?.lastDay ?? request.lastDay);
    if (received === expected || lastDay > addDays(today, SOON_DAYS)) return [];
    return [
      {
        kind: late ? 'overdue' : lastDay <= addDays(today, NEAR_DAYS) ? 'due' : 'soon',
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
function upwardItems(dossierId: string, summary: DossierSummary, now: Now): Item[] {
  const { today } = now;
  return summary.upward.flatMap((report): Item[] => {
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
        kind: late ? 'overdue' : lastDay <= addDays(today, NEAR_DAYS) ? 'due' : 'soon',
        title: `Gửi cấp trên: ${title}`,
        detail: `${to} · hạn ${hour}${weekdayName(lastDay)}, ${formatDate(lastDay)}`,
        date: lastDay,
        action: 'Ghi đã gửi',
      },
    ];
  });
}

/** Questions of units whose answer is late or nearly so, one line a dossier and day. */
function difficultyItems(dossierId: string, summary: DossierSummary, today: PlainDate): Item[] {
  const byDay = new Map<PlainDate, string[]>();
  for (const { id, lastDay } of summary.difficulties) {
    if (lastDay === null || lastDay > addDays(today, NEAR_DAYS)) continue;
    byDay.set(lastDay, [...(byDay.get(lastDay) ?? []), id]);
  }
  return [...byDay].map(([day, ids]): Item => {
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

function dayItems(dossierId: string, summary: DossierSummary, today: PlainDate): Item[] {
  return summary.days.flatMap(({ day, title, kind }): Item[] => {
    const late = day < today;
    if (late && (kind !== 'task' || day < addDays(today, -LATE_DAYS))) return [];
    if (day > addDays(today, SOON_DAYS)) return [];
    return [
      {
        kind: late ? 'overdue' : day <= addDays(today, NEAR_DAYS) ? 'due' : 'soon',
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

function stepItems(dossierId: string, summary: DossierSummary, today: PlainDate): Item[] {
  const base = { dossierId, period: null, about: null, title: summary.title };
  const items: Item[] = [];
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
    if (!document.registered && summary.status !== 'review')
      items.push({
        ...base,
        title: document.title,
        kind: 'register',
        detail: 'Chưa có số',
        // The plan has its own day; a draft that was made beside it (a letter of chasing) has the day it was made.
        date:
          document.id === base.dossierId || document.createdAt === undefined
            ? summary.date
            : dateOfInstant(document.createdAt),
        action: 'Đăng ký số',
      });
    if (document.registered && !document.sent)
      items.push({
        ...base,
        title: document.title,
        kind: 'send',
        detail: 'Đã có số, chưa phát hành',
        date: summary.date,
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

/** Documents that came in: those with a deadline near or past, and those that wait for a plan, one step each. */
function incomingItems({ waiting }: IncomingSummary, { now, today }: Now): Item[] {
  return waiting.flatMap(({ id, title, issuer, deadline, time, needsPlan, forwarded }): Item[] => {
    // Without a deadline it is no news of today, unless somebody must still make a plan of it.
    if (deadline !== null && deadline > addDays(today, SOON_DAYS)) return [];
    const late = isOverdue({ state: 'working', voided: null, deadline, deadlineTime: time }, now);
    const kind =
      deadline === null ? 'soon' : late ? 'overdue' : deadline <= addDays(today, NEAR_DAYS) ? 'due' : 'soon';
    return [
      {
        kind,
        dossierId: null,
        period: null,
        about: { kind: 'incoming', id },
        title: `${needsPlan ? 'Văn bản cấp trên chưa có kế hoạch' : 'Văn bản đến chưa giải quyết'}: ${title}`,
        detail: `${issuer}${deadline === null ? ' · không ghi thời hạn' : ` · hạn ${dueWords({ lastDay: deadline, time })}`}`,
        date: deadline,
        action: needsPlan ? 'Lập kế hoạch' : forwarded ? 'Ghi kết quả' : 'Chuyển xử lý',
      },
    ];
  });
}

const ORDER: readonly Item['kind'][] = [
  'overdue', 'due', 'close-period', 'register', 'send', 'review', 'confirm', 'archive', 'soon',
]; // prettier-ignore

export function listToday(app: App): Handler<'today.list'> {
  return async () => {
    const { now, today } = nowOf(app);
    const directory = await loadEntries(app);
    if (!directory.ok) return directory;
    const entries = entryMap(directory.value);
    const items: Item[] = [];
    for (const { ref, summary: raw } of await app.ports.store.list('dossier')) {
      const summary = readDossierSummary(raw);
      if (!summary || summary.archived) continue;
      items.push(
        ...periodItems(ref.id, summary, entries, { now, today }),
        ...ownPlanItems(ref.id, summary, entries, { now, today }),
        ...upwardItems(ref.id, summary, { now, today }),
        ...difficultyItems(ref.id, summary, today),
        ...dayItems(ref.id, summary, today),
        ...stepItems(ref.id, summary, today),
      );
    }
    for (const { summary } of await app.ports.store.list('incoming')) {
      const book = readIncomingSummary(summary);
      if (book) items.push(...incomingItems(book, { now, today }));
    }
    items.sort(
      (a, b) =>
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        ((a.date ?? '9') < (b.date ?? '9') ? -1 : (a.date ?? '9') > (b.date ?? '9') ? 1 : 0),
    );
    return ok({ date: today, weekday: weekdayName(today), items });
  };
}
