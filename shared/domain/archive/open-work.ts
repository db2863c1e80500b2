/**
 * What of a dossier's work is open when it is ended, as sentences with their counts: tasks, quotas, conferences,
 * comments, inspections, money. Counted by what Hôm nay and the tabs of the dossier count with, never a second time.
 */
import { addDays, formatDate, type PlainDate } from '../../date/plain-date';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { commentsOwed } from '../../schema/summarize-documents';
import { paidOf } from '../budget/totals';
import { conferenceSummaries, type ConferenceSummary } from '../conference/catalogue';
import { periodDays } from '../conference/state';
import { countSummaries, missingCounts } from '../task/count-summary';
import { carryingOut, rollUp } from '../task/duties';
import type { TaskDirectory } from '../task/owing';
import { taskSummary } from '../task/summary';
import { PER_WORDS } from '../task/words';

/** Sentences in the order of the dossier's tabs; empty: nothing is open. */
export function openWork(
  view: View<DossierTables>,
  directory: TaskDirectory,
  today: PlainDate,
): readonly string[] {
  return [
    ...openTasks(view, directory, today),
    ...openCounts(view, directory),
    ...conferenceSummaries(view).flatMap((conference) => openConference(conference, today) ?? []),
    ...commentsOwed(view).map(
      ({ title, open, lastDay }) =>
        `Góp ý dự thảo “${shortened(title)}”: còn ${open} nơi chưa trả lời, hạn ${formatDate(lastDay)}.`,
    ),
    ...taskSummary(view).remedies.map(
      ({ title, units, lastDay }) =>
        `Khắc phục sau kiểm tra “${shortened(title)}”: ${units} đơn vị chưa ghi đã khắc phục, hạn ${formatDate(lastDay)}.`,
    ),
    ...openMoney(view),
  ];
}

function openTasks(view: View<DossierTables>, directory: TaskDirectory, today: PlainDate): readonly string[] {
  const { tasks } = carryingOut(view, directory, today);
  const all = rollUp(tasks.flatMap(({ duties }) => duties.map(({ standing }) => standing)));
  const open = all.units - all.done - all.notDone;
  if (open === 0) return [];
  const late = all.overdue > 0 ? `, trong đó ${all.overdue} quá hạn` : '';
  return [`Nhiệm vụ: còn ${open}/${all.units} lượt đơn vị chưa xong${late}.`];
}

/** A quota is open while any week (month …) of its whole span lacks a count: that of a span still running, too. */
function openCounts(view: View<DossierTables>, directory: TaskDirectory): readonly string[] {
  return countSummaries(view).flatMap((item) => {
    const missing = missingCounts(item, directory, addDays(item.rhythm.to, 1));
    return missing === null
      ? []
      : [
          `Chỉ tiêu định kỳ “${shortened(item.title)}”: ${missing.units} đơn vị chưa ghi đủ số liệu (${missing.slots} ${PER_WORDS[item.rhythm.per]} đến ${formatDate(item.rhythm.to)}).`,
        ];
  });
}

/** Null: nothing of it is awaited. */
function openConference(conference: ConferenceSummary, today: PlainDate): string | null {
  const { title, day, state, period, told, asked, attended, minutes, untracked } = conference;
  if (state === 'cancelled' || untracked) return null;
  const name = `Hội nghị “${shortened(title)}”`;
  if (state === 'postponed') return `${name} đang hoãn, chưa định ngày mới.`;
  if (day === null) {
    const days = periodDays(period);
    return `${name} chưa có ngày${days ? ` (kế hoạch ghi từ ${formatDate(days.from)} đến ${formatDate(days.to)})` : ''}.`;
  }
  if (day >= today && state !== 'held') return `${name} họp ngày ${formatDate(day)}, chưa diễn ra.`;
  const lacks = [
    ...(asked ? [] : ['chưa ghi thành phần']),
    ...(attended ? [] : [told ? `mới điểm danh ${told.bodies}/${told.of} thành phần` : 'chưa ghi điểm danh']),
    ...(minutes ? [] : ['chưa gắn biên bản']),
  ];
  return lacks.length === 0 ? null : `${name} ngày ${formatDate(day)}: ${lacks.join(', ')}.`;
}

function openMoney(view: View<DossierTables>): readonly string[] {
  const lines = view.list('budgetLines');
  const unpaid = lines.filter((line) => paidOf(line) === 0).length;
  return unpaid === 0 ? [] : [`Kinh phí: ${unpaid}/${lines.length} dòng chưa ghi thực chi.`];
}

export interface AheadConference {
  readonly title: string;
  readonly day: PlainDate;
}

/** Conferences that are still to take place: ending the dossier asks about them once more. */
export function conferencesAhead(view: View<DossierTables>, today: PlainDate): readonly AheadConference[] {
  return conferenceSummaries(view).flatMap(({ title, day, state }) =>
    day !== null && day >= today && (state === 'planned' || state === 'invited') ? [{ title, day }] : [],
  );
}

export function shortened(title: string): string {
  return title.length > 80 ? `${title.slice(0, 77)}…` : title;
}
