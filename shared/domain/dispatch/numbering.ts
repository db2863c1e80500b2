/**
 * Numbers of outgoing documents (domain.md §0.3–0.5, §3): Party numbers run per issuer, document type and term; state
 * numbers per issuer and year, all types together. The register's entry is the only truth of a number.
 */
import { dateOfInstant, formatDate, isPlainDate, pad2, partsOf, type PlainDate } from '../../date/plain-date';
import type { View } from '../../records';
import { fail, ok, type Result } from '../../result';
import { fold } from '../../text/normalize';
import type { NumberGap } from '../number-runs';
import type { OfficeProfile } from '../office/model';
import type { Plan } from '../plan/model';
import type { RegisterEntry, RegisterTables, Series } from './model';

export interface SeriesChoice {
  readonly seriesId: string;
  readonly series: Series;
}

/** Issuer of a number: the office itself, or the body whose symbol the plan prints where it is of the other system. */
export interface Issuer {
  readonly system: 'party' | 'state';
  readonly symbol: string;
}

/** "KH/ĐU" → "ĐU"; "KH-UBND" → "UBND"; null when the symbol has no body. */
export function bodyOfSymbol(symbol: string | null, system: 'party' | 'state'): string | null {
  const parts = (symbol ?? '').split(system === 'party' ? '/' : '-');
  const body = parts
    .slice(1)
    .join(system === 'party' ? '/' : '-')
    .trim();
  return body === '' ? null : body;
}

export function issuerOf(profile: OfficeProfile, plan: Pick<Plan, 'system' | 'parsed'>): Issuer {
  const system = plan.system === 'other' ? profile.system : plan.system;
  if (system === profile.system) return { system, symbol: profile.symbol };
  const fallback = system === 'party' ? 'ĐU' : 'UBND';
  return { system, symbol: bodyOfSymbol(plan.parsed.header.symbol, system) ?? fallback };
}

/** ASCII, safe as a folder name; what folding would make equal ("ĐU", "DU") is the same body written twice. */
function idPart(text: string): string {
  return fold(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

/** The series that numbers a document of this type on this day. */
export function seriesFor(
  issuer: Issuer,
  term: OfficeProfile['term'],
  type: string,
  date: PlainDate,
): SeriesChoice {
  const party = issuer.system === 'party';
  const scope = party ? term.name : partsOf(date).year.toString();
  const seriesType = party ? type : null;
  const parts = [issuer.system, issuer.symbol, ...(seriesType === null ? [] : [seriesType]), scope];
  return {
    seriesId: parts.map(idPart).join('-').slice(0, 60),
    series: {
      id: 'series',
      system: issuer.system,
      issuerSymbol: issuer.symbol,
      type: seriesType,
      scope,
      title: party
        ? `${type}/${issuer.symbol}, nhiệm kỳ ${term.name}`
        : `Văn bản của ${issuer.symbol}, năm ${scope}`,
    },
  };
}

/** "07-KH/ĐU"; state "12/KH-UBND", and a state công văn, which has no type, "125/UBND". */
export function numberTextOf(issuer: Issuer, type: string, number: number): string {
  if (issuer.system === 'party') return `${pad2(number)}-${type}/${issuer.symbol}`;
  return type === 'CV' ? `${pad2(number)}/${issuer.symbol}` : `${pad2(number)}/${type}-${issuer.symbol}`;
}

/** A number that was taken back before anything bore it: its line tells of it, and nothing else does. */
export function isUnused(entry: Pick<RegisterEntry, 'kind' | 'voided'>): boolean {
  return entry.kind === 'void' && entry.voided?.unused !== undefined;
}

/** The highest number that was really used, in the book or, before it, on paper. */
export function lastNumber(entries: readonly RegisterEntry[], onPaper = 0): number {
  return entries.reduce((last, entry) => (isUnused(entry) ? last : Math.max(last, entry.number)), onPaper);
}

export function nextNumber(entries: readonly RegisterEntry[], onPaper = 0): number {
  return lastNumber(entries, onPaper) + 1;
}

/** Numbers below the last one that no line of the book holds and that the paper book did not give. */
export function gapsOf(entries: readonly RegisterEntry[], onPaper = 0): readonly number[] {
  const last = lastNumber(entries);
  let above = 0;
  for (const { number } of entries) if (number > onPaper && number <= last) above += 1;
  // No number has two lines: as many lines as numbers leave no gap, and a long book is not searched for one.
  if (above === Math.max(0, last - onPaper)) return [];
  const taken = new Set(entries.map(({ number }) => number));
  const gaps: number[] = [];
  for (let number = onPaper + 1; number < last; number += 1) if (!taken.has(number)) gaps.push(number);
  return gaps;
}

/** Where the paper book ended; 0 where the office began here. */
export function lastOnPaper(view: Pick<View<RegisterTables>, 'get'> | undefined): number {
  return view?.get('paper', 'paper')?.last ?? 0;
}

/** The book's gaps, each with the reason that was written. */
export function gapsWithReasons(view: Pick<View<RegisterTables>, 'get' | 'list'>): readonly NumberGap[] {
  return gapsOf(view.list('entries'), lastOnPaper(view)).map((number) => ({
    number,
    reason: view.get('gaps', number.toString())?.reason ?? null,
  }));
}

/** An impossible date is refused; everything else about it is a question (`dateQuestions`). */
export function checkDate(date: string): Result<PlainDate> {
  return isPlainDate(date)
    ? ok(date)
    : fail('BAD_REQUEST', `Ngày “${date}” không có thật; ghi lại ngày của văn bản.`, {
        fieldErrors: { date: 'Ngày không có thật.' },
      });
}

/** What is noted as done has happened: a real day, not after today. */
export function checkPastDate(date: string, today: PlainDate): Result<PlainDate> {
  const day = checkDate(date);
  if (!day.ok || day.value <= today) return day;
  return fail(
    'BAD_REQUEST',
    `Ngày ${formatDate(date)} sau hôm nay (${formatDate(today)}); chỉ ghi việc đã xảy ra.`,
    { fieldErrors: { date: `Sau hôm nay (${formatDate(today)}).` } },
  );
}

/** What accounts for the numbers of a book: its lines, the paper book before it, gaps whose reason was written. */
export interface NumbersOfBook {
  readonly entries: readonly RegisterEntry[];
  readonly onPaper: number;
  readonly explained: ReadonlySet<number>;
}

export function numbersOf(view: Pick<View<RegisterTables>, 'get' | 'list'> | undefined): NumbersOfBook {
  return {
    entries: view?.list('entries') ?? [],
    onPaper: lastOnPaper(view),
    explained: new Set((view?.list('gaps') ?? []).map(({ id }) => Number(id))),
  };
}

/** Numbers right before this one that nothing accounts for, ascending; none at the beginning of a book. */
function missingBefore({ entries, onPaper, explained }: NumbersOfBook, number: number): readonly number[] {
  const taken = new Set(entries.map((entry) => entry.number));
  const begins = entries.reduce(
    (first, entry) => (isUnused(entry) ? first : Math.min(first, entry.number)),
    number,
  );
  const missing: number[] = [];
  const before = onPaper > 0 ? onPaper : begins;
  for (let each = number - 1; each > before; each -= 1) {
    if (taken.has(each)) break;
    if (!explained.has(each)) missing.unshift(each);
  }
  return missing;
}

/**
 * What a number that skips others leaves blank, as a question to whoever types it; null where it follows the last one,
 * and at the beginning of a book, which may begin at any number.
 */
export function blankQuestion({ entries, onPaper }: NumbersOfBook, number: number): string | null {
  const next = nextNumber(entries, onPaper);
  if (number <= next || next === 1) return null;
  const skipped =
    number === next + 1
      ? `số ${pad2(next)}`
      : `các số ${pad2(next)}–${pad2(number - 1)} (${number - next} số)`;
  return `Số tiếp theo của sổ là ${pad2(next)}; dùng số ${pad2(number)} thì ${skipped} bị bỏ trống.`;
}

/** Told of a number that was taken back before: nobody but a person knows whether a paper bears it. */
export function reuseQuestion(entry: RegisterEntry | undefined): string | null {
  if (!entry || !isUnused(entry)) return null;
  const what = entry.subject === '' ? '' : ` cho “${entry.subject}”`;
  const on = entry.voided === undefined ? '' : ` ngày ${formatDate(dateOfInstant(entry.voided.at))}`;
  return `Số ${entry.numberText} đã cấp${what} rồi hoàn tác${on}; nếu có bản in hoặc bản gửi đi mang số này, hãy hủy số ấy ở sổ và lấy số khác.`;
}

/** Sentences about a date that looks wrong and numbers left blank; the number is given all the same. */
export function dateQuestions(
  book: NumbersOfBook,
  number: number,
  date: PlainDate,
  issuer: Issuer,
  term: OfficeProfile['term'],
  today: PlainDate,
): string[] {
  const questions = dayQuestions(book, number, date, issuer, term, today);
  const missing = missingBefore(book, number);
  const [first, last] = [missing[0], missing.at(-1)];
  if (first !== undefined && last !== undefined)
    questions.push(
      first === last
        ? `Sổ bỏ trống số ${pad2(first)}; ghi lý do ở sổ.`
        : `Sổ bỏ trống từ số ${pad2(first)} đến số ${pad2(last)}${missing.length > last - first ? '' : ', trừ các số đã có lý do'}; ghi lý do ở sổ.`,
    );
  return questions;
}

/** Those of the date alone. */
export function dayQuestions(
  book: NumbersOfBook,
  number: number,
  date: PlainDate,
  issuer: Issuer,
  term: OfficeProfile['term'],
  today: PlainDate,
): string[] {
  const questions: string[] = [];
  if (issuer.system === 'party' && (date < term.from || date > term.to))
    questions.push(
      `Ngày ${formatDate(date)} nằm ngoài nhiệm kỳ ${term.name} (${formatDate(term.from)}–${formatDate(term.to)}); kiểm tra lại ngày hoặc nhiệm kỳ.`,
    );
  if (date > today) questions.push(`Ngày ${formatDate(date)} sau hôm nay (${formatDate(today)}).`);
  let before: RegisterEntry | null = null;
  let after: RegisterEntry | null = null;
  for (const entry of book.entries) {
    if (entry.kind === 'void') continue;
    if (entry.number < number && (before === null || entry.number > before.number)) before = entry;
    if (entry.number > number && (after === null || entry.number < after.number)) after = entry;
  }
  if (before && date < before.date)
    questions.push(
      `Ngày ${formatDate(date)} sớm hơn ngày của số ${before.numberText} (${formatDate(before.date)}) đứng trước.`,
    );
  if (after && date > after.date)
    questions.push(
      `Ngày ${formatDate(date)} muộn hơn ngày của số ${after.numberText} (${formatDate(after.date)}) đứng sau.`,
    );
  return questions;
}

/** The number's text of a document from its register line; null when the line is gone or void. */
export function numberTextIn(
  view: View<RegisterTables> | undefined,
  number: number,
  documentId: string,
): string | null {
  const entry = view?.get('entries', number.toString());
  return entry?.kind === 'issued' && entry.documentId === documentId ? entry.numberText : null;
}
