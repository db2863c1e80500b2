/** Numbers and date lines as documents print them. domain.md §1, §2, §3. */
import { pad2, partsOf, type PlainDate } from '../date/plain-date';
import type { RuleProfile } from './rule-profile';

export interface NumberParts {
  /** null: not yet registered, the place is left blank. */
  readonly number: number | null;
  /** "KH", "BC", "CV"; null where the type has no symbol (a state công văn). */
  readonly type: string | null;
  /** "ĐU", "UBND", "UBND-VP" */
  readonly symbol: string;
}

/**
 * "Số 07-KH/ĐU", blank "Số -KH/ĐU"; state "Số: 12/KH-UBND", công văn "Số: 125/UBND-VP". A state công văn
 * (type "CV") prints no type.
 */
export function formatNumberText(profile: RuleProfile, parts: NumberParts): string {
  const typed =
    parts.type !== null && parts.type !== '' && !(profile.system === 'state' && parts.type === 'CV');
  const pattern = typed ? profile.number.pattern : profile.number.withoutType;
  return pattern
    .replace(
      '{number}',
      parts.number === null ? '' : String(parts.number).padStart(profile.number.padTo, '0'),
    )
    .replace('{type}', parts.type ?? '')
    .replace('{symbol}', parts.symbol);
}

/** "07-KH/ĐU" or "Số 07-KH/ĐU" → the line as the profile prints it, "Số 07-KH/ĐU" or "Số: 12/KH-UBND". */
export function numberLine(profile: RuleProfile, numberText: string): string {
  const bare = bareNumber(numberText);
  return `${profile.number.pattern.slice(0, profile.number.pattern.indexOf('{number}'))}${bare}`;
}

/** "Số: 12/KH-UBND" → "12/KH-UBND". */
export function bareNumber(numberText: string): string {
  return numberText.replace(/^\s*Số\s*:?\s*/iu, '').trim();
}

/** Room to write in by hand: spaces that neither a writer nor a reader's line break takes away. */
const BLANK = '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0';

/** The number line as printed: a blank number gets room to write it in. */
export function printedNumber(profile: RuleProfile, numberText: string): string {
  const line = numberLine(profile, numberText);
  const bare = bareNumber(numberText);
  return /^\d/.test(bare) ? line : `${line.slice(0, line.length - bare.length)}${BLANK}${bare}`;
}

/** What is known of a day that is not yet fixed. */
export interface DraftDate {
  readonly month?: number | null;
  readonly year?: number | null;
}

/**
 * "An Bình, ngày 05 tháng 02 năm 2026": a leading zero for days under 10 and for months 1 and 2. Without a date:
 * "An Bình, ngày … tháng … năm 2026" with room to write, month and year only where `draft` knows them.
 */
export function dateLine(
  profile: RuleProfile,
  place: string,
  date: PlainDate | null,
  draft: DraftDate = {},
): string {
  if (date === null)
    return withPlace(profile.date.blank, place)
      .replace('{blank}', BLANK)
      .replace('{month}', draft.month ? monthText(profile, draft.month) : BLANK)
      .replace('{year}', draft.year ? String(draft.year) : BLANK);
  const { year, month, day } = partsOf(date);
  return withPlace(profile.date.pattern, place)
    .replace('{day}', day <= profile.date.padDayTo ? pad2(day) : String(day))
    .replace('{month}', monthText(profile, month))
    .replace('{year}', String(year));
}

/** Where no place is known the line begins with the day. */
function withPlace(pattern: string, place: string): string {
  return place === '' ? pattern.replace(/\{place\},?\s*/u, '') : pattern.replace('{place}', place);
}

function monthText(profile: RuleProfile, month: number): string {
  return month <= profile.date.padMonthTo ? pad2(month) : String(month);
}

/** "ngày tháng 5 năm 2026" → what a draft's printed date line says of month and year. */
export function draftDateOf(dateText: string | null): DraftDate {
  if (dateText === null) return {};
  const month = /tháng\s*(\d{1,2})/iu.exec(dateText);
  const year = /năm\s*(\d{4})/iu.exec(dateText);
  return { month: month ? Number(month[1]) : null, year: year ? Number(year[1]) : null };
}
