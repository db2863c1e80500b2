/** Taking a number for a document, and what stands in its way. The register's entry is the only truth of a number. */
import { formatDate, pad2, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft, View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { RegisterEntry, RegisterTables } from './model';
import {
  blankQuestion,
  isUnused,
  lastOnPaper,
  nextNumber,
  numbersOf,
  numberTextOf,
  type Issuer,
  type SeriesChoice,
} from './numbering';

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
  readonly by?: string;
  /** The wished number is kept for this document, or is its line that was written by hand: a person said so. */
  readonly claim?: boolean;
  /** A person saw which numbers stay blank. */
  readonly gapSeen?: boolean;
  /** Its text prints this very number: it may be a document of the paper book. */
  readonly printsNumber?: boolean;
}

/** Why a line's number can't be given: a sentence. */
export function takenWords(entry: RegisterEntry): string {
  const reason = entry.voided?.reason ?? entry.note;
  if (entry.kind === 'void')
    return `Số ${entry.numberText} đã hủy nên không cấp lại (${reason || 'không ghi lý do'}).`;
  if (entry.kind === 'reserved')
    return `Số ${entry.numberText} đang được giữ chỗ${entry.reserved ? ` cho ${entry.reserved.holder} (${entry.reserved.reason})` : entry.note ? ` (${entry.note})` : ''}.`;
  return `Số ${entry.numberText} đã cấp ngày ${formatDate(entry.date)} cho văn bản “${entry.subject}”.`;
}

/** A number that is kept, or a line that was written by hand, may become a document's own when a person says so. */
export function isClaimable(entry: RegisterEntry): boolean {
  return entry.kind === 'reserved' || (entry.kind === 'issued' && entry.documentId === null);
}

function takenBy(entry: RegisterEntry, next: number): Result<never> {
  const why = takenWords(entry);
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

type BookView = Pick<View<RegisterTables>, 'get' | 'list'>;

/** Why a number of the paper book is not given to a new document: a sentence. */
export function paperWords(number: number, onPaper: number): string {
  return `Số ${pad2(number)} thuộc sổ giấy (sổ giấy đã đến số ${pad2(onPaper)}), đã có văn bản mang số này trên giấy.`;
}

/**
 * CONFLICT where the number holds a line, is a gap that was explained, or lies in the paper book; ok where it can be
 * given. `paperLine`: what is written is a document of the paper book.
 */
export function checkFree(draft: BookView, number: number, paperLine = false): Result<null> {
  const onPaper = lastOnPaper(draft);
  const next = nextNumber(draft.list('entries'), onPaper);
  const taken = draft.get('entries', number.toString());
  if (taken && !isUnused(taken)) return takenBy(taken, next);
  if (number <= onPaper && !paperLine)
    return fail(
      'CONFLICT',
      `${paperWords(number, onPaper)} Văn bản mới lấy số tiếp theo là ${pad2(next)}; văn bản của sổ giấy thì ghi dòng bằng nút “Ghi văn bản đi” rồi gắn với văn bản.`,
      {
        fieldErrors: { number: `Số ${pad2(number)} thuộc sổ giấy; số tiếp theo là ${pad2(next)}.` },
        details: { number, next, onPaper },
      },
    );
  const gap = draft.get('gaps', number.toString());
  // A reason from before the numbers above it were taken back explains nothing any more.
  if (!gap || number >= next) return ok(null);
  return fail(
    'CONFLICT',
    `Số ${pad2(number)} đã ghi lý do bỏ trống (${gap.reason}) nên không cấp lại. Hãy chọn số khác (số tiếp theo của sổ là ${pad2(next)}), hoặc bỏ lý do đã ghi ở sổ trước.`,
    { details: { number, next } },
  );
}

/** CONFLICT with the numbers that would stay blank, until a person says that they are to. */
export function checkBlanks(draft: BookView, number: number, seen: boolean): Result<null> {
  const question = seen ? null : blankQuestion(numbersOf(draft), number);
  return question === null
    ? ok(null)
    : fail('CONFLICT', `${question} Hãy ghi lại số, hoặc xác nhận là vẫn dùng số này.`, {
        fieldErrors: { gapSeen: 'Xác nhận là vẫn dùng số này, để trống các số trước nó.' },
        details: { number, next: nextNumber(draft.list('entries'), lastOnPaper(draft)) },
      });
}

/** Puts a line on its number: what was done to the number before stays told, a reason for its being blank goes. */
export function putFresh(draft: Draft<RegisterTables>, entry: RegisterEntry): void {
  const before = draft.get('entries', entry.id);
  const trace = [...(before?.trace ?? []), ...(entry.trace ?? [])];
  draft.put('entries', trace.length === 0 ? entry : { ...entry, trace });
  if (draft.get('gaps', entry.id)) draft.remove('gaps', entry.id);
}

/** The line with one more thing that was done to it. */
export function tracedEntry(
  entry: RegisterEntry,
  act: { readonly now: Instant; readonly by: string },
  what: string,
): RegisterEntry {
  return { ...entry, trace: [...(entry.trace ?? []), { at: act.now, by: act.by, what }] };
}

/**
 * Takes a number. The same document asking again gets its own entry (a crash may have come between the entry and the
 * document's pointer); an entry that a person voided is never given again.
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
  const number = request.number ?? nextNumber(entries, lastOnPaper(draft));
  const standing = draft.get('entries', number.toString());
  const claimed = request.claim === true && standing && isClaimable(standing) ? standing : null;
  if (!claimed) {
    const free = checkFree(draft, number, request.printsNumber === true);
    if (!free.ok) return free;
    const blanks = checkBlanks(draft, number, request.gapSeen === true);
    if (!blanks.ok) return blanks;
  }
  draft.put('series', request.choice.series);
  const act = { now: request.now, by: request.by ?? '' };
  if (claimed?.kind === 'issued') {
    // The line says what the paper says; the document only points at it.
    const { documentId, dossierId, requestId } = request;
    const linked = tracedEntry(
      { ...claimed, documentId, dossierId, requestId },
      act,
      `Gắn với văn bản “${request.subject}” trong hồ sơ.`,
    );
    draft.put('entries', linked);
    return ok(linked);
  }
  const fresh: RegisterEntry = {
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
    ...(request.by !== undefined && { registeredBy: request.by }),
    ...(claimed?.reserved && { reserved: claimed.reserved }),
  };
  const holder = claimed?.reserved?.holder;
  const entry = claimed
    ? tracedEntry(
        fresh,
        act,
        `Dùng số giữ chỗ${holder === undefined ? '' : ` của ${holder}`} cho văn bản “${request.subject}”.`,
      )
    : fresh;
  putFresh(draft, entry);
  return ok(draft.get('entries', entry.id) ?? entry);
}

/**
 * Undoing what gave a number. Where nothing went out the number is free again: its line stays and tells of it, and
 * neither counts for the next number nor needs a reason. One of the paper book goes: its paper exists, and no word here
 * may say otherwise. What was sent keeps its number, void.
 */
export function takeNumberBack(
  draft: Draft<RegisterTables>,
  entry: RegisterEntry,
  reason: string,
  act: { readonly now: Instant; readonly by: string },
): RegisterEntry | null {
  if (entry.number <= lastOnPaper(draft)) {
    draft.remove('entries', entry.id);
    return null;
  }
  const sent = entry.wentOut === true || (entry.documentId !== null && entry.sentOn !== null);
  const others = draft.list('entries').filter(({ id }) => id !== entry.id);
  const mistyped = blankQuestion({ ...numbersOf(draft), entries: others }, entry.number) !== null;
  const next = tracedEntry(
    {
      ...entry,
      kind: 'void',
      voided: {
        reason,
        at: act.now,
        by: act.by,
        ...(!sent && { unused: mistyped ? ('mistyped' as const) : ('undone' as const) }),
      },
    },
    act,
    `${sent ? 'Hủy số' : mistyped ? 'Gõ nhầm, đã hủy' : 'Hoàn tác, số chưa dùng'}: ${reason}`,
  );
  draft.put('entries', next);
  return next;
}

/**
 * A document's registration is taken back, see `takeNumberBack`; null where no line is void for it. A line that was
 * written by hand stays as it was, without the document: its paper exists.
 */
export function voidNumber(
  draft: Draft<RegisterTables>,
  number: number,
  documentId: string | null,
  reason: string,
  act: { readonly now: Instant; readonly by: string },
): Result<RegisterEntry | null> {
  const entry = draft.get('entries', number.toString());
  if (!entry || entry.kind === 'void') return ok(entry ?? null);
  if (documentId !== null && entry.documentId !== documentId) return ok(null);
  if (entry.byHand !== true || documentId === null) return ok(takeNumberBack(draft, entry, reason, act));
  const next = tracedEntry(
    { ...entry, documentId: null, dossierId: null },
    act,
    'Bỏ gắn với văn bản trong hồ sơ.',
  );
  draft.put('entries', next);
  return ok(next);
}
