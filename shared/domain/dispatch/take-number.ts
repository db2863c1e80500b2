/** Taking a number for a document, and what stands in its way. The register's entry is the only truth of a number. */
import { formatDate, pad2, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft, View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { RegisterEntry, RegisterTables } from './model';
import { lastOnPaper, nextNumber, numberTextOf, type Issuer, type SeriesChoice } from './numbering';

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

/** CONFLICT where the number holds a line or is a gap that was explained; ok where it can be given. */
export function checkFree(draft: Pick<View<RegisterTables>, 'get' | 'list'>, number: number): Result<null> {
  const next = nextNumber(draft.list('entries'), lastOnPaper(draft));
  const taken = draft.get('entries', number.toString());
  if (taken) return takenBy(taken, next);
  const gap = draft.get('gaps', number.toString());
  if (!gap) return ok(null);
  return fail(
    'CONFLICT',
    `Số ${pad2(number)} đã ghi lý do bỏ trống (${gap.reason}) nên không cấp lại. Hãy chọn số khác (số tiếp theo của sổ là ${pad2(next)}), hoặc bỏ lý do đã ghi ở sổ trước.`,
    { details: { number, next } },
  );
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
  const number = request.number ?? nextNumber(entries, lastOnPaper(draft));
  const standing = draft.get('entries', number.toString());
  const claimed = request.claim === true && standing && isClaimable(standing) ? standing : null;
  const free = claimed ? ok(null) : checkFree(draft, number);
  if (!free.ok) return free;
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
    ...(claimed?.trace && { trace: claimed.trace }),
  };
  const holder = claimed?.reserved?.holder;
  const entry = claimed
    ? tracedEntry(
        fresh,
        act,
        `Dùng số giữ chỗ${holder === undefined ? '' : ` của ${holder}`} cho văn bản “${request.subject}”.`,
      )
    : fresh;
  draft.put('entries', entry);
  return ok(entry);
}

/**
 * A document's registration is taken back: the line stays and says why it is void. A line that was written by hand
 * stays as it was, without the document: its paper exists.
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
  const next =
    entry.byHand === true && documentId !== null
      ? tracedEntry({ ...entry, documentId: null, dossierId: null }, act, 'Bỏ gắn với văn bản trong hồ sơ.')
      : tracedEntry(
          { ...entry, kind: 'void', voided: { reason, at: act.now, by: act.by } },
          act,
          `Hủy số: ${reason}`,
        );
  draft.put('entries', next);
  return ok(next);
}
