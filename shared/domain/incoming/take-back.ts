/** Undoing a registration in the incoming book. */
import type { Draft } from '../../records';
import { ok, type Result } from '../../result';
import { liveEntry, traced, voidIncoming, type Act } from './commands';
import type { IncomingEntry, IncomingTables } from './model';
import { arrivalBlankQuestion, lastArrivalOnPaper } from './numbering';

/**
 * Undoing a registration. A line that nothing was done with since leaves its number free and says so; one that was worked
 * on keeps its number, void, as the book on paper would have it crossed out. A line of the paper book goes: its paper
 * exists. Null where no line is left.
 */
export function takeArrivalBack(
  draft: Draft<IncomingTables>,
  id: string,
  untouched: boolean,
  act: Act,
): Result<IncomingEntry | null> {
  const found = liveEntry(draft, id);
  if (!found.ok) return found;
  const { year, number } = found.value;
  const onPaper = lastArrivalOnPaper(draft, year);
  if (number <= onPaper && untouched) {
    draft.remove('entries', id);
    return ok(null);
  }
  if (!untouched) return voidIncoming(draft, id, 'Hoàn tác việc đăng ký.', act);
  const others = draft.list('entries').filter((entry) => entry.id !== id);
  const mistyped = arrivalBlankQuestion(others, year, onPaper, number) !== null;
  const entry = traced(
    {
      ...found.value,
      voided: {
        reason: 'Hoàn tác việc đăng ký.',
        at: act.now,
        by: act.by,
        unused: mistyped ? 'mistyped' : 'undone',
      },
    },
    act,
    mistyped ? 'Gõ nhầm, đã hủy.' : 'Hoàn tác việc đăng ký, số chưa dùng.',
  );
  draft.put('entries', entry);
  return ok(entry);
}
