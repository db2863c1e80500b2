/**
 * Căn cứ of plans against the book: which line a plan's basis is, by number in any punctuation and, where both have
 * one, by day. A number that does not stand in the book is offered to be entered. Nothing is linked by itself.
 */
import type { PlainDate } from '../../date/plain-date';
import { numberKey } from '../../text/search-words';
import type { IncomingEntry } from './model';

export interface PlanBasis {
  readonly dossierId: string;
  readonly plan: string;
  readonly itemId: string;
  readonly documentKind: string | null;
  readonly number: string | null;
  readonly date: PlainDate | null;
  readonly issuer: string | null;
}

export interface BasisLink extends PlanBasis {
  /** The line it seems to be; null: not in the book. */
  readonly entryId: string | null;
  /** Why a person must look closer; empty when number and day agree. */
  readonly doubt: string;
}

/** Bases that are not linked yet: proposals first for those that stand in the book. One row a plan and document. */
export function matchBases(bases: readonly PlanBasis[], entries: readonly IncomingEntry[]): BasisLink[] {
  const byNumber = new Map<string, IncomingEntry[]>();
  for (const entry of entries) {
    if (entry.voided !== null || entry.numberText === '') continue;
    const key = numberKey(entry.numberText);
    byNumber.set(key, [...(byNumber.get(key) ?? []), entry]);
  }
  const seen = new Set<string>();
  const found: BasisLink[] = [];
  const missing: BasisLink[] = [];
  for (const basis of bases) {
    if (basis.number === null) continue;
    const key = numberKey(basis.number);
    const once = `${basis.dossierId}|${key}|${basis.date ?? ''}`;
    if (key === '' || seen.has(once)) continue;
    seen.add(once);
    const same = byNumber.get(key) ?? [];
    // The same number is given again in another term or year: a day that is known on both sides must agree.
    const exact = same.find(({ date }) => date !== null && date === basis.date);
    const open = same.find(({ date }) => date === null || basis.date === null);
    const entry = exact ?? open;
    if (!entry) missing.push({ ...basis, entryId: null, doubt: otherDay(same) });
    else if (!entry.dossierIds.includes(basis.dossierId))
      found.push({
        ...basis,
        entryId: entry.id,
        doubt: exact ? '' : 'Chỉ khớp số, ký hiệu; một bên không ghi ngày văn bản.',
      });
  }
  return [...found, ...missing];
}

function otherDay(same: readonly IncomingEntry[]): string {
  return same.length === 0
    ? ''
    : `Sổ có văn bản cùng số nhưng khác ngày (số đến ${same.map(({ number, year }) => `${number}/${year}`).join(', ')}).`;
}
