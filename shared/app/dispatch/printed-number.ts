/** What can be said about a number before it is taken: what the text prints, what the book holds. ADR 0006, ADR 0019. */
import { pad2 } from '../../date/plain-date';
import type { RegisterEntry, RegisterTables } from '../../domain/dispatch/model';
import {
  isUnused,
  lastOnPaper,
  nextNumber,
  numberTextOf,
  type Issuer,
} from '../../domain/dispatch/numbering';
import { isClaimable, paperWords, takenWords } from '../../domain/dispatch/take-number';
import type { Plan } from '../../domain/plan/model';
import type { View } from '../../records';
import type { OutputOf } from '../../rpc/contract';
import { matchKey } from '../../text/normalize';

type Proposal = OutputOf<'dispatch.nextNumber'>;

/** Why the book can't simply give the number; null where it can. `printsIt`: the document's own text bears it. */
export function takenNumber(
  view: View<RegisterTables>,
  number: number,
  printsIt: boolean,
): Proposal['taken'] {
  const entry = view.get('entries', number.toString());
  const onPaper = lastOnPaper(view);
  if (entry && !isUnused(entry)) return { message: takenWords(entry), claimable: isClaimable(entry) };
  if (number <= onPaper && !printsIt) return { message: paperWords(number, onPaper), claimable: false };
  const gap =
    number < nextNumber(view.list('entries'), onPaper) ? view.get('gaps', number.toString()) : undefined;
  return gap
    ? { message: `Số ${pad2(number)} đã ghi lý do bỏ trống trong sổ: ${gap.reason}.`, claimable: false }
    : null;
}

/** Number and day that the plan itself prints; null where it prints neither. A proposal with its words, no more. */
export function printedNumber(
  plan: Pick<Plan, 'parsed'>,
  type: string,
  issuer: Issuer,
  view: View<RegisterTables> | undefined,
): Proposal['printed'] {
  const { number, numberText, symbol, date, dateText } = plan.parsed.header;
  if (number === null || number < 1) return null;
  const expected = numberTextOf(issuer, type, number).replace(/^\d+[-/]/u, '');
  const words = [numberText ?? '', date === null ? '' : (dateText ?? '')];
  return {
    number,
    date,
    words: words.filter((part) => part !== '').join(', '),
    taken: view ? takenNumber(view, number, true) : null,
    question:
      symbol === null || matchKey(symbol) === matchKey(expected)
        ? null
        : `Văn bản in ký hiệu “${symbol}”, sổ này ghi “${expected}”; kiểm tra lại loại văn bản và cơ quan ban hành.`,
  };
}

/** Numbers that wait for their document, lowest first. */
export function reservedNumbers(entries: readonly RegisterEntry[]): Proposal['reserved'] {
  return entries
    .filter(({ kind }) => kind === 'reserved')
    .map(({ number, numberText, reserved, note }) => ({
      number,
      numberText,
      holder: reserved?.holder ?? '',
      reason: reserved?.reason ?? note,
    }))
    .sort((a, b) => a.number - b.number);
}
