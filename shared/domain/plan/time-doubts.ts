/** What a person is asked about a time that the text says loosely, wrongly, or not at all. */
import { parseDate } from '../../date/plain-date';
import { fold } from '../../text/normalize';
import type { PlanItem } from './model';
import type { ParsedDeadline, ParsedTask, SourceSpan } from './parsed';
import { partOfMonthIn, vagueTimeIn } from './propose-times';

/** Words that speak of a time; a text that has one but gave no date was not understood in full. */
const SPEAKS_OF_TIME =
  /\b(truoc ngay|cham nhat|han cuoi|den het ngay|trong thang \d|trong quy|xong truoc|trong nam \d{4})\b/u;

/** The doubt of a task's time; empty where there is none. */
export function taskDoubt(task: Pick<ParsedTask, 'text' | 'lastDay' | 'period' | 'recurrence'>): string {
  if (task.lastDay !== null) return '';
  if (task.period !== null) return partOfMonthDoubt(task.text);
  const vague = vagueTimeIn(task.text);
  if (vague !== null && vague.cycles.length === 0)
    return `Văn bản chỉ ghi “${vague.words.toLowerCase()}”, không có kỳ và ngày; hãy nhận đề xuất hoặc nhập hạn.`;
  if (task.recurrence !== null) return '';
  if (!SPEAKS_OF_TIME.test(fold(task.text))) return '';
  return unrealDay(task.text) ?? 'Có nhắc đến thời hạn nhưng không thấy ngày.';
}

/** "tuần đầu tháng 9/2026" gives a month, not a day. */
function partOfMonthDoubt(text: string): string {
  const part = partOfMonthIn(text);
  return part === null
    ? ''
    : `Văn bản chỉ ghi “${part.words.toLowerCase()}”, không có ngày; hãy nhận đề xuất hoặc nhập hạn.`;
}

/** What to say of a day that is written out but in no calendar (31/11/2026); null where there is none. */
function unrealDay(text: string): string | null {
  const written = text.match(/\b\d{1,2}\/\d{1,2}\/\d{4}\b/g) ?? [];
  const day = written.find((each) => parseDate(each) === null);
  return day === undefined ? null : `Ngày “${day}” không có trong lịch.`;
}

/** The doubt of a deadline; empty where there is none. `items` are those that stand already, its task among them. */
export function deadlineDoubt(deadline: ParsedDeadline, items: readonly PlanItem[]): string {
  switch (deadline.kind) {
    case 'date':
      return deadline.lastDay === null ? (unrealDay(deadline.text) ?? 'Không thấy ngày.') : '';
    case 'relative':
      return 'Thời hạn tính theo một việc khác, chưa có ngày cụ thể.';
    case 'period':
      return toldByTask(items, deadline.source) ? '' : partOfMonthDoubt(deadline.text);
    default:
      return '';
  }
}

/** Whether a task holds these words: what is doubted of it is said there. */
function toldByTask(items: readonly PlanItem[], source: SourceSpan | undefined): boolean {
  return items.some(
    (item) =>
      item.kind === 'task' &&
      item.source !== null &&
      source !== undefined &&
      item.source.start <= source.start &&
      source.end <= item.source.end,
  );
}
