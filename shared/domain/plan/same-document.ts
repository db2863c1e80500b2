/** Whether a text that is being taken in is a version of a document that a dossier holds: number, day, issuer. */
import { formatDate, isPlainDate } from '../../date/plain-date';
import { matchKey } from '../../text/normalize';
import type { Plan } from './model';
import type { ParsedPlan } from './parsed';
import { typeOf } from './plan-record';

/**
 * Whether `parsed` bears the number, day and issuer of the dossier's plan. `registered` is the number that the plan got
 * in a book here, for one that was written without it. A text without a number, a day or an issuer is like no other.
 */
export function isSameDocument(
  parsed: Pick<ParsedPlan, 'header' | 'kind'>,
  plan: Pick<Plan, 'date' | 'issuingBody' | 'parsed' | 'type'>,
  registered: number | null,
): boolean {
  const { number, date, issuingBody, symbol } = parsed.header;
  if (number === null || date === null || issuingBody === null || plan.issuingBody === null) return false;
  if (plan.date !== date || matchKey(plan.issuingBody) !== matchKey(issuingBody)) return false;
  const printed = plan.parsed.header;
  if (printed.number !== null)
    return printed.number === number && matchKey(printed.symbol ?? '') === matchKey(symbol ?? '');
  return registered === number && typeOf({ header: parsed.header, kind: parsed.kind }) === plan.type;
}

/** "Hồ sơ “…” đã có văn bản số 90-KH/ĐU ngày 20/11/2026 của cùng cơ quan." */
export function sameDocumentWords(title: string, { numberText, date }: ParsedPlan['header']): string {
  const day = date !== null && isPlainDate(date) ? ` ngày ${formatDate(date)}` : '';
  return `Hồ sơ “${title}” đã có văn bản số ${numberText ?? ''}${day} của cùng cơ quan.`;
}
