/** Tasks whose units are late or nearly so, one line a task, and remedies that units owe after an inspection. */
import { addDays, formatDate, type PlainDate } from '../../date/plain-date';
import type { TaskDirectory } from '../../domain/task/owing';
import { missingCounts } from '../../domain/task/count-summary';
import { summaryStanding } from '../../domain/task/summary';
import { PER_WORDS, rhythmWords } from '../../domain/task/words';
import type { DossierSummary } from '../../schema/summarize';
import { dueWords, SOON_DAYS, urgencyOf, type TodayItem } from './item';

/** Tasks that have been late for longer are told together, one line a plan: each by itself is no news of today. */
const LATE_DAYS = 30;
/** A count is written within so many days after its week (month …) has ended; then it is late. */
const COUNT_DAYS = 7;

export function taskItems(
  dossierId: string,
  summary: DossierSummary,
  directory: TaskDirectory,
  today: PlainDate,
): TodayItem[] {
  // A sentence from which a plan or a report was asked is told by that, so only days that the summary kept are told.
  const told = new Set(summary.days.flatMap(({ kind, id }) => (kind === 'task' ? [id] : [])));
  const old = { tasks: 0, duties: 0, since: '' };
  const items = summary.followUp.tasks.flatMap((task): TodayItem[] => {
    const { id, title, lastDay } = task;
    // No extension ends before the task's own day: nothing is near while that is far.
    if (lastDay === null || !told.has(id) || lastDay > addDays(today, SOON_DAYS)) return [];
    const { units, done, next, ...standing } = summaryStanding(task, summary, directory, today);
    // Reports that are late or near are told by their own period.
    const overdue = standing.overdue - standing.overdueReports;
    const base = {
      dossierId,
      period: null,
      about: { kind: 'task' as const, id },
      action: 'Ghi kết quả',
    };
    if (overdue > 0 && lastDay < addDays(today, -LATE_DAYS)) {
      old.tasks += 1;
      old.duties += overdue;
      old.since = old.since === '' || lastDay < old.since ? lastDay : old.since;
      return [];
    }
    if (overdue > 0)
      return [
        {
          ...base,
          kind: 'overdue',
          title: `Nhiệm vụ ${title}: ${overdue}/${units} đơn vị quá hạn`,
          detail: `${summary.title} · hạn ${formatDate(lastDay)} · ${done}/${units} đơn vị hoàn thành`,
          date: lastDay,
        },
      ];
    if (next === null || next > addDays(today, SOON_DAYS)) return [];
    return [
      {
        ...base,
        kind: urgencyOf(next, today),
        title: `Nhiệm vụ ${title}: ${done}/${units} đơn vị hoàn thành`,
        detail: `${summary.title} · hạn ${dueWords({ lastDay: next, time: null })}${next === lastDay ? '' : ' (đã gia hạn)'}`,
        date: next,
      },
    ];
  });
  if (old.tasks === 0) return items;
  const long: TodayItem = {
    dossierId,
    period: null,
    about: { kind: 'task', id: null },
    kind: 'overdue',
    title: `${old.tasks} nhiệm vụ quá hạn trên ${LATE_DAYS} ngày: ${old.duties} lượt đơn vị chưa xong`,
    detail: `${summary.title} · hạn sớm nhất ${formatDate(old.since)}`,
    date: old.since,
    action: 'Rà soát nhiệm vụ',
  };
  return [...items, long];
}

export function remedyItems(dossierId: string, summary: DossierSummary, today: PlainDate): TodayItem[] {
  return summary.followUp.remedies.flatMap(({ id, title, units, lastDay }): TodayItem[] =>
    lastDay > addDays(today, SOON_DAYS)
      ? []
      : [
          {
            kind: urgencyOf(lastDay, today),
            dossierId,
            period: null,
            about: { kind: 'inspection', id },
            title: `Khắc phục sau kiểm tra: ${title}`,
            detail: `${summary.title} · ${units} đơn vị · hạn ${formatDate(lastDay)}`,
            date: lastDay,
            action: 'Ghi khắc phục',
          },
        ],
  );
}

/**
 * Weeks (months …) that are over without counts: one line for each quota of a plan, never one a unit. While a
 * plan is still being read, only of a quota that a person has seen.
 */
export function countItems(
  dossierId: string,
  summary: DossierSummary,
  directory: TaskDirectory,
  today: PlainDate,
): TodayItem[] {
  return summary.followUp.counts.flatMap((item): TodayItem[] => {
    if (summary.status === 'review' && !item.seen) return [];
    const missing = missingCounts(item, directory, today);
    if (missing === null) return [];
    const { id, title, rhythm } = item;
    return [
      {
        kind: missing.since < addDays(today, -COUNT_DAYS) ? 'overdue' : 'due',
        dossierId,
        period: null,
        about: { kind: 'counts', id },
        title: `${missing.slots} ${PER_WORDS[rhythm.per]} chưa có số liệu của ${missing.units} đơn vị: ${title}`,
        detail: `${summary.title} · ${rhythmWords(rhythm)} · thiếu từ ${formatDate(missing.since)}`,
        date: missing.since,
        action: 'Ghi số liệu',
      },
    ];
  });
}
