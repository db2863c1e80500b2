/** What is said of the numbers of a year's book: why some hold no line, where the book on paper ended. */
import type { Draft } from '../../records';
import { ok, type Result } from '../../result';
import { explainedNumbers, runsOf, runText } from '../number-runs';
import type { Act } from './commands';
import type { IncomingTables } from './model';
import { arrivalGapsWithReasons, entryId } from './numbering';

type BookDraft = Draft<IncomingTables>;

/** Says why numbers of the year hold no line, one or a run in one act; a null reason takes theirs back. All or none. */
export function explainArrivalGap(
  draft: BookDraft,
  year: number,
  asked: { readonly from: number; readonly to: number | null; readonly reason: string | null },
  act: Act,
): Result<null> {
  const numbers = explainedNumbers(asked, arrivalGapsWithReasons(draft, year));
  if (!numbers.ok) return numbers;
  for (const number of numbers.value) {
    const id = entryId(year, number);
    if (asked.reason === null) draft.remove('gaps', id);
    else draft.put('gaps', { id, reason: asked.reason, at: act.now, by: act.by });
  }
  return ok(null);
}

/**
 * Sổ giấy đã đến số … of a year: the book here goes on after it. Lines up to it are those of the paper book, written
 * here again; which they are is answered, since a line that came in here under such a number has two documents.
 */
export function setArrivalPaper(
  draft: BookDraft,
  year: number,
  input: { readonly last: number; readonly reason: string },
  act: Act,
): Result<{ questions: string[] }> {
  const id = String(year);
  const within = draft
    .list('entries')
    .filter((entry) => entry.year === year && entry.number <= input.last && entry.voided === null)
    .map(({ number }) => ({ number, reason: null }))
    .sort((a, b) => a.number - b.number);
  const questions =
    within.length === 0
      ? []
      : [
          `Số đến ${runsOf(within)
            .map((run) => runText(run))
            .join(
              ', ',
            )} có dòng ở đây; nếu không phải dòng của sổ giấy ghi lại, hãy hủy dòng rồi đăng ký số mới.`,
        ];
  const before = draft.get('paper', id);
  if (before?.last === input.last && before.reason === input.reason) return ok({ questions });
  const corrected = before && {
    at: act.now,
    by: act.by,
    what: `Sửa “sổ giấy đã đến số ${before.last}” (${before.reason}) → số ${input.last}.`,
  };
  draft.put('paper', {
    id,
    ...input,
    at: act.now,
    by: act.by,
    trace: [...(before?.trace ?? []), ...(corrected ? [corrected] : [])],
  });
  return ok({ questions });
}
