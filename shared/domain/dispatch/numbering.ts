/**
 * Numbers of outgoing documents (domain.md §0.3–0.5, §3): Party numbers run per issuer, document type and term; state
 * numbers per issuer and year, all types together. The register's entry is the only truth of a number.
 */
import { formatDate, isPlainDate, pad2, partsOf, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft, View } from '../../records';
import { fail, ok, type Result } from '../../result';
import { fold } from '../../text/normalize';
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

export function lastNumber(entries: readonly RegisterEntry[]): number {
  return entries.reduce((last, { number }) => Math.max(last, number), 0);
}

export function nextNumber(entries: readonly RegisterEntry[]): number {
  return lastNumber(entries) + 1;
}

/** Numbers below the last one that no line of the book holds. */
export function gapsOf(entries: readonly RegisterEntry[]): readonly number[] {
  const taken = new Set(entries.map(({ number }) => number));
  const gaps: number[] = [];
  for (let number = 1; number < lastNumber(entries); number += 1) if (!taken.has(number)) gaps.push(number);
  return gaps;
}

export interface RegisterRequest {
  readonly choice: SeriesChoice;
  readonly issuer: Issuer;
  readonly type: string;
  /** null: the next one. */
  readonly number: number | null;
  readonly date: PlainDate;
  readonly documentId: string;
  readonly dossierId: string;
  readonly requestId: string;
  readonly subject: string;
  readonly signer: string;
  readonly recipients: string;
  readonly keeper: string;
  readonly now: Instant;
}

/** Why the number can't be given. */
function takenBy(entry: RegisterEntry, next: number): Result<never> {
  const why =
    entry.kind === 'void'
      ? `Số ${entry.numberText} đã hủy nên không cấp lại (${entry.note || 'không ghi lý do'}).`
      : entry.kind === 'reserved'
        ? `Số ${entry.numberText} đang được giữ chỗ${entry.note ? ` (${entry.note})` : ''}.`
        : `Số ${entry.numberText} đã cấp ngày ${formatDate(entry.date)} cho văn bản “${entry.subject}”.`;
  return fail('CONFLICT', `${why} Hãy chọn số khác; số tiếp theo của sổ là ${pad2(next)}.`, {
    details: {
      number: entry.number,
      numberText: entry.numberText,
      documentId: entry.documentId,
      dossierId: entry.dossierId,
      next,
    },
  });
}

/**
 * Takes a number. The same document asking again gets its own entry (a crash may have come between the entry and the
 * document's pointer); an entry that was voided is never given again.
 */
export function registerNumber(
  draft: Draft<RegisterTables>,
  request: RegisterRequest,
): Result<RegisterEntry> {
  const entries = draft.list('entries');
  const own = entries.find(({ documentId, kind }) => kind === 'issued' && documentId === request.documentId);
  if (own) {
    if (request.number === null || request.number === own.number) return ok(own);
    return fail(
      'CONFLICT',
      `Văn bản này đã được cấp số ${own.numberText} ngày ${formatDate(own.date)}; không cấp thêm số ${pad2(request.number)}.`,
      { details: { numberText: own.numberText, number: own.number, documentId: own.documentId } },
    );
  }
  const next = nextNumber(entries);
  const number = request.number ?? next;
  const taken = draft.get('entries', number.toString());
  if (taken) return takenBy(taken, next);
  draft.put('series', request.choice.series);
  const entry: RegisterEntry = {
    id: number.toString(),
    number,
    numberText: numberTextOf(request.issuer, request.type, number),
    kind: 'issued',
    date: request.date,
    documentId: request.documentId,
    dossierId: request.dossierId,
    requestId: request.requestId,
    subject: request.subject,
    signer: request.signer,
    recipients: request.recipients,
    keeper: request.keeper,
    copies: null,
    sentOn: null,
    note: '',
    registeredAt: request.now,
  };
  draft.put('entries', entry);
  return ok(entry);
}

/** An impossible date is refused; everything else about it is a question (`dateQuestions`). */
export function checkDate(date: string): Result<PlainDate> {
  return isPlainDate(date)
    ? ok(date)
    : fail('BAD_REQUEST', `Ngày “${date}” không có thật; ghi lại ngày của văn bản.`, {
        fieldErrors: { date: 'Ngày không có thật.' },
      });
}

/** Sentences about a date that looks wrong; the number is given all the same. */
export function dateQuestions(
  entries: readonly RegisterEntry[],
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
  for (const entry of entries) {
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
  if (before && number > before.number + 1)
    questions.push(
      `Sổ bỏ trống từ số ${pad2(before.number + 1)} đến số ${pad2(number - 1)}; ghi lý do ở sổ.`,
    );
  return questions;
}

/** A number that was given is never taken back: the line stays and says why it is void. */
export function voidNumber(
  draft: Draft<RegisterTables>,
  number: number,
  documentId: string | null,
  reason: string,
): Result<RegisterEntry | null> {
  const entry = draft.get('entries', number.toString());
  if (!entry || entry.kind === 'void') return ok(entry ?? null);
  if (documentId !== null && entry.documentId !== documentId) return ok(null);
  const next: RegisterEntry = {
    ...entry,
    kind: 'void',
    note: [entry.note, reason].filter(Boolean).join(' '),
  };
  draft.put('entries', next);
  return ok(next);
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
