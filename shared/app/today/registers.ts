/** The books of outgoing documents: numbers kept too long, numbers that nobody accounts for. */
import { addDays, pad2 } from '../../date/plain-date';
import type { RegisterSummary } from '../../schema/summarize-register';
import { dueWords, SOON_DAYS, urgencyOf, type Now, type TodayItem } from './item';

/** Documents that wait for a number are told by their dossier (`stepItems`); here is what the book itself asks. */
export function registerItems(seriesId: string, book: RegisterSummary, { today }: Now): TodayItem[] {
  const base = { dossierId: null, period: null, about: { kind: 'numbers' as const, id: seriesId } };
  const kept = book.reserved
    .filter(({ until }) => until <= addDays(today, SOON_DAYS))
    .map(({ numberText, holder, reason, until }): TodayItem => ({
      ...base,
      kind: urgencyOf(until, today),
      title: `Số giữ chỗ ${until < today ? 'quá hạn dùng' : 'sắp hết hạn dùng'}: ${numberText}`,
      detail: `${holder} · ${reason} · dùng trước hết ${dueWords({ lastDay: until, time: null })}`,
      date: until,
      action: 'Dùng hoặc trả số',
    }));
  const { count, first } = book.unexplained;
  if (count === 0 || first === null) return kept;
  const others = count === 1 ? '' : ` và ${count - 1} số khác`;
  return [
    ...kept,
    {
      ...base,
      kind: 'soon',
      title: `Số bỏ trống chưa ghi lý do: số ${pad2(first)}${others}`,
      detail: book.title,
      date: null,
      action: 'Ghi lý do',
    },
  ];
}
