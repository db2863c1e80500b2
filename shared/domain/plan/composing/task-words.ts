/** The words of a task that say its last day. */
import { formatDate, type PlainDate } from '../../../date/plain-date';
import { toNfc } from '../../../text/normalize';

/** One line, NFC, single spaces: what a person typed into a field. */
export function fieldWords(typed: string): string {
  return toNfc(typed).replace(/\s+/gu, ' ').trim();
}

/** "chậm nhất ngày 20/12/2026": the day itself is still on time, and it is the one that the person typed. */
export function dayWords(lastDay: PlainDate): string {
  return `hoàn thành chậm nhất ngày ${formatDate(lastDay)}`;
}

/** What of a task speaks of a day: "hoàn thành trước ngày 10/6/2026", "xong trước 10/6/2026", "chậm nhất ngày …". */
const SAID_DAY =
  /,?\s*(?:(?:và\s+)?(?:hoàn thành|xong)\s+)?(?:trước|chậm nhất|muộn nhất|đến hết)(?:\s+(?:là|vào))?(?:\s+ngày)?\s+\d{1,2}\/\d{1,2}\/\d{4}/iu;

/**
 * The task's words with its last day said at their end, in place of a day that they say already; `null` takes a said
 * day out. Marks at the end stay.
 */
export function withDay(words: string, lastDay: PlainDate | null): string {
  const bare = words.replace(SAID_DAY, '').trim();
  if (lastDay === null) return bare;
  const end = /[.;,]+$/u.exec(bare)?.[0] ?? '';
  return `${bare.slice(0, bare.length - end.length).trimEnd()}, ${dayWords(lastDay)}${end}`;
}
