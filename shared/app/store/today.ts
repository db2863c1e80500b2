/** Hôm nay: what is due, late, waiting, next; from the catalogue alone. */
import { addDays, formatDate, weekdayName, type PlainDate } from '../../date/plain-date';
import type { DirectoryEntry } from '../../domain/office/model';
import { entryMap, expectedUnits } from '../../domain/report/expected-units';
import { parsePeriod, periodNameInText } from '../../domain/report/periods';
import { ok } from '../../result';
import type { OutputOf } from '../../rpc/contract';
import { readDossierSummary, type DossierSummary } from '../../schema/summarize';
import { loadEntries, nowOf, type App } from '../application';
import type { Handler } from '../handlers';

type Item = OutputOf<'today.list'>['items'][number];

const NEAR_DAYS = 3;
const SOON_DAYS = 14;
/** An open task that has been late for longer is no news of today. */
const LATE_DAYS = 30;

const DAY_NAMES = { task: 'Nhiệm vụ', deadline: 'Thời hạn', conference: 'Hội nghị' } as const;

function nameOf(period: string): string {
  return parsePeriod(period) ? periodNameInText(period) : period;
}

function periodItems(
  dossierId: string,
  summary: DossierSummary,
  entries: ReadonlyMap<string, DirectoryEntry>,
  today: PlainDate,
): Item[] {
  return summary.periods.flatMap((period): Item[] => {
    if (period.closed) return [];
    const unitIds = summary.unitSets[period.units] ?? [];
    const expected = new Set(expectedUnits({ ...period, unitIds }, entries).map(({ id }) => id));
    const received = period.received.filter((at) => expected.has(unitIds[at] ?? '')).length;
    const open = expected.size - received;
    const base = { dossierId, period: period.id, date: period.lastDay };
    const report = `Báo cáo ${nameOf(period.id)}`;
    if (open === 0 && expected.size > 0)
      return [
        {
          ...base,
          kind: 'close-period',
          title: `${report}: đã đủ ${expected.size} đơn vị`,
          detail: summary.title,
          action: 'Chốt kỳ',
        },
      ];
    if (period.lastDay < today)
      return [
        {
          ...base,
          kind: 'overdue',
          title: `${report}: còn ${open}/${expected.size} đơn vị chưa nộp`,
          detail: `${summary.title} · hạn ${formatDate(period.lastDay)}`,
          action: 'Đôn đốc',
        },
      ];
    if (period.lastDay > addDays(today, SOON_DAYS)) return [];
    return [
      {
        ...base,
        kind: period.lastDay <= addDays(today, NEAR_DAYS) ? 'due' : 'soon',
        title: `${report}: đã nhận ${received}/${expected.size}`,
        detail: `${summary.title} · hạn ${weekdayName(period.lastDay)}, ${formatDate(period.lastDay)}`,
        action: 'Xem báo cáo',
      },
    ];
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
        title: `${DAY_NAMES[kind]}: ${title}`,
        detail: summary.title,
        date: day,
        action: 'Mở hồ sơ',
      },
    ];
  });
}

function stepItems(dossierId: string, summary: DossierSummary, today: PlainDate): Item[] {
  const base = { dossierId, period: null, title: summary.title };
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
        date: summary.date,
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

const ORDER: readonly Item['kind'][] = [
  'overdue', 'due', 'close-period', 'register', 'send', 'review', 'confirm', 'archive', 'soon',
]; // prettier-ignore

export function listToday(app: App): Handler<'today.list'> {
  return async () => {
    const { today } = nowOf(app);
    const directory = await loadEntries(app);
    if (!directory.ok) return directory;
    const entries = entryMap(directory.value);
    const items: Item[] = [];
    for (const { ref, summary: raw } of await app.ports.store.list('dossier')) {
      const summary = readDossierSummary(raw);
      if (!summary || summary.archived) continue;
      items.push(
        ...periodItems(ref.id, summary, entries, today),
        ...dayItems(ref.id, summary, today),
        ...stepItems(ref.id, summary, today),
      );
    }
    items.sort(
      (a, b) =>
        ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
        ((a.date ?? '9') < (b.date ?? '9') ? -1 : (a.date ?? '9') > (b.date ?? '9') ? 1 : 0),
    );
    return ok({ date: today, weekday: weekdayName(today), items });
  };
}
