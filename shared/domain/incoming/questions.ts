/** What looks wrong about a line of the incoming book, and which document is in it already: told, never refused. */
import { formatDate } from '../../date/plain-date';
import type { View } from '../../records';
import { matchKey } from '../../text/normalize';
import { numberKey } from '../../text/search-words';
import { runsOf, runText } from '../number-runs';
import type { IncomingEntry, IncomingTables } from './model';
import { arrivalGapsWithReasons } from './numbering';
import { documentWords } from './words';

type LineDays = Pick<IncomingEntry, 'date' | 'arrivedOn' | 'deadline'>;

/** A document is not signed after it came in; null: nothing to ask. */
export function dateQuestion({ date, arrivedOn }: Omit<LineDays, 'deadline'>): string | null {
  return date !== null && date > arrivedOn
    ? `Ngày văn bản ${formatDate(date)} sau ngày đến ${formatDate(arrivedOn)}; kiểm tra lại.`
    : null;
}

/** A deadline that was over before the document came in; null: nothing to ask. */
export function deadlineQuestion({ deadline, arrivedOn }: Omit<LineDays, 'date'>): string | null {
  return deadline !== null && deadline < arrivedOn
    ? `Thời hạn ${formatDate(deadline)} đã qua khi văn bản đến.`
    : null;
}

/** Sentences about a line that looks wrong; it is written all the same. `view`: the book with the line in it. */
export function lineQuestions(
  view: Pick<View<IncomingTables>, 'get' | 'list'>,
  entry: IncomingEntry,
): string[] {
  const questions = [dateQuestion(entry), deadlineQuestion(entry)].filter((one) => one !== null);
  const same = sameDocument(view.list('entries'), entry);
  if (same) questions.push(sameWords(same));
  const open = runsOf(arrivalGapsWithReasons(view, entry.year)).find(
    ({ last, reason }) => last === entry.number - 1 && reason === null,
  );
  if (open)
    questions.push(
      `Sổ bỏ trống ${open.first === open.last ? 'số' : 'các số'} ${runText(open)} năm ${entry.year}; ghi lý do ở sổ.`,
    );
  return questions;
}

/** Told of a number that was taken back before: nobody but a person knows whether a paper bears it. */
export function reusedWords({ number, year }: Pick<IncomingEntry, 'number' | 'year'>): string {
  return `Số đến ${number} năm ${year} đã cấp một lần rồi hoàn tác; xem có văn bản nào đã đóng dấu số này không.`;
}

/** What tells one document from another. */
type DocumentMarks = Pick<IncomingEntry, 'numberText' | 'date' | 'issuer'>;

/**
 * Another live line that seems to be the same document: the same number and day, or, where one of the days is not
 * known, the same number and author. One without a number is never "the same".
 */
export function sameDocument(
  entries: readonly IncomingEntry[],
  entry: DocumentMarks & { readonly id: string | null },
): IncomingEntry | undefined {
  if (entry.numberText.trim() === '') return undefined;
  const key = numberKey(entry.numberText);
  return entries.find(
    (other) =>
      other.id !== entry.id &&
      other.voided === null &&
      other.numberText !== '' &&
      numberKey(other.numberText) === key &&
      (entry.date !== null && other.date !== null
        ? entry.date === other.date
        : matchKey(entry.issuer) === matchKey(other.issuer)),
  );
}

/** "Văn bản này có vẻ đã vào sổ ở số đến 15 năm 2026 (…)." */
export function sameWords(same: IncomingEntry): string {
  return `Văn bản này có vẻ đã vào sổ ở số đến ${same.number} năm ${same.year} (${documentWords(same)}).`;
}
