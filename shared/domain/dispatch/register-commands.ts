/**
 * What is done to the book of outgoing documents besides taking a number for a document: numbers kept for somebody,
 * lines written by hand, corrections, void numbers, gaps with their reason, where the paper book ended. A number is
 * never edited and never given twice; every act leaves its trace on the line.
 */
import { formatDate, pad2, partsOf, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import { explainedNumbers } from '../number-runs';
import { SENDING_FIELDS, type RegisterEntry, type RegisterTables } from './model';
import {
  gapsWithReasons,
  isUnused,
  lastOnPaper,
  nextNumber,
  numberTextOf,
  type Issuer,
  type SeriesChoice,
} from './numbering';
import { kindAsked } from './subject-kind';
import { CORRECTED_FIELDS, shownField, type CorrectedField, type LineFields } from './register-words';
import { checkBlanks, checkFree, putFresh, tracedEntry } from './take-number';

/** Who does it, when, by which request. */
export interface RegisterAct {
  readonly by: string;
  readonly now: Instant;
  readonly today: PlainDate;
  readonly requestId: string;
}

/** The book that is meant and how its numbers are written. */
export interface Book {
  readonly choice: SeriesChoice;
  readonly issuer: Issuer;
  readonly type: string;
}

type BookDraft = Draft<RegisterTables>;

/** So many numbers are kept at once at most. */
export const MOST_RESERVED = 50;

function newEntry(
  book: Book,
  number: number,
  kind: RegisterEntry['kind'],
  date: PlainDate,
  act: RegisterAct,
): RegisterEntry {
  return {
    id: number.toString(),
    number,
    numberText: numberTextOf(book.issuer, book.type, number),
    kind,
    date,
    documentId: null,
    dossierId: null,
    requestId: act.requestId,
    subject: '',
    signer: '',
    recipients: '',
    keeper: '',
    copies: null,
    sentOn: null,
    note: '',
    registeredAt: act.now,
    registeredBy: act.by,
  };
}

/** The line, unless there is none. */
function standing(draft: Pick<BookDraft, 'get'>, number: number): Result<RegisterEntry> {
  const entry = draft.get('entries', number.toString());
  return entry ? ok(entry) : fail('NOT_FOUND', `Sổ không có dòng số ${pad2(number)}.`);
}

/** Keeps a run of numbers for a unit or a position, from the next one or from the given one; all or none. */
export function reserveNumbers(
  draft: BookDraft,
  book: Book,
  input: {
    readonly number: number | null;
    readonly count: number;
    readonly date: PlainDate;
    readonly holder: string;
    readonly reason: string;
    readonly until: PlainDate | null;
    readonly gapSeen?: boolean;
  },
  act: RegisterAct,
): Result<RegisterEntry[]> {
  if (input.until !== null && input.until < input.date)
    return fail('BAD_REQUEST', `Hạn dùng ${formatDate(input.until)} trước ngày giữ số.`, {
      fieldErrors: { until: 'Hạn dùng không thể trước ngày giữ số.' },
    });
  const first = input.number ?? nextNumber(draft.list('entries'), lastOnPaper(draft));
  const numbers = Array.from({ length: input.count }, (_, place) => first + place);
  for (const number of numbers) {
    const free = checkFree(draft, number);
    if (!free.ok) return free;
  }
  const blanks = checkBlanks(draft, first, input.gapSeen === true);
  if (!blanks.ok) return blanks;
  draft.put('series', book.choice.series);
  const { holder, reason, until } = input;
  const entries = numbers.map((number) => ({
    ...newEntry(book, number, 'reserved', input.date, act),
    reserved: { holder, reason, until, at: act.now, by: act.by },
  }));
  for (const entry of entries) putFresh(draft, entry);
  return ok(entries);
}

/** Trả số: a kept number that will not be used. Its line stays as a void one; it is never given again. */
export function releaseNumber(
  draft: BookDraft,
  number: number,
  reason: string,
  act: RegisterAct,
): Result<RegisterEntry> {
  const found = standing(draft, number);
  if (!found.ok) return found;
  if (found.value.kind !== 'reserved')
    return fail('CONFLICT', `Số ${found.value.numberText} không còn là số giữ chỗ nên không trả được.`);
  const words = `trả số giữ chỗ${found.value.reserved ? ` của ${found.value.reserved.holder}` : ''}: ${reason}`;
  const entry = tracedEntry(
    { ...found.value, kind: 'void', voided: { reason: words, at: act.now, by: act.by } },
    act,
    `Hủy số, ${words}`,
  );
  draft.put('entries', entry);
  return ok(entry);
}

/**
 * Hủy số with its reason: a line of the book, or a number that was spoiled before anything was written (the next one or
 * a gap). A line that is void already answers CONFLICT.
 */
export function voidEntry(
  draft: BookDraft,
  book: Book,
  number: number,
  reason: string,
  act: RegisterAct,
): Result<RegisterEntry> {
  const line = draft.get('entries', number.toString());
  const found = line && isUnused(line) ? undefined : line;
  if (found?.kind === 'void')
    return fail('CONFLICT', `Số ${found.numberText} đã hủy rồi (${found.voided?.reason ?? found.note}).`);
  const next = nextNumber(draft.list('entries'), lastOnPaper(draft));
  if (!found && number > next)
    return fail(
      'BAD_REQUEST',
      `Số ${pad2(number)} chưa đến lượt: số tiếp theo của sổ là ${pad2(next)}; chưa có gì để hủy.`,
      { fieldErrors: { number: `Số tiếp theo là ${pad2(next)}.` } },
    );
  if (!found) {
    draft.put('series', book.choice.series);
    if (draft.get('gaps', number.toString())) draft.remove('gaps', number.toString());
  }
  const entry = tracedEntry(
    {
      ...(found ?? {
        ...newEntry(book, number, 'void', act.today, act),
        ...(line?.trace && { trace: line.trace }),
      }),
      kind: 'void',
      voided: { reason, at: act.now, by: act.by },
    },
    act,
    `Hủy số: ${reason}`,
  );
  draft.put('entries', entry);
  return ok(entry);
}

/** A line for a document that was made outside the application. */
export function enterLine(
  draft: BookDraft,
  book: Book,
  input: {
    readonly number: number | null;
    readonly fields: LineFields;
    readonly gapSeen?: boolean;
    readonly kindSeen?: boolean;
  },
  act: RegisterAct,
): Result<RegisterEntry> {
  const days = checkDays(book.choice, input.fields);
  if (!days.ok) return days;
  const other = input.kindSeen === true ? null : kindAsked(book.choice.series, input.fields.subject);
  if (other !== null)
    return fail(
      'CONFLICT',
      `${other} Hãy chọn sổ của loại văn bản ấy, hoặc xác nhận là vẫn ghi vào sổ này.`,
      {
        fieldErrors: { kindSeen: 'Xác nhận là vẫn ghi vào sổ này.' },
      },
    );
  const number = input.number ?? nextNumber(draft.list('entries'), lastOnPaper(draft));
  // What is written by hand may be a document of the paper book.
  const free = checkFree(draft, number, true);
  if (!free.ok) return free;
  const blanks = checkBlanks(draft, number, input.gapSeen === true);
  if (!blanks.ok) return blanks;
  draft.put('series', book.choice.series);
  const entry: RegisterEntry = {
    ...newEntry(book, number, 'issued', input.fields.date, act),
    ...input.fields,
    byHand: true,
    ...filledIn(input.fields),
  };
  putFresh(draft, entry);
  return ok(entry);
}

/** Which of the columns about sending a person filled in; none: nothing is kept. */
function filledIn(fields: LineFields): Pick<RegisterEntry, 'byPerson'> {
  const byPerson = SENDING_FIELDS.filter((field) => String(fields[field] ?? '').trim() !== '');
  return byPerson.length === 0 ? {} : { byPerson };
}

/** A state book is of one year; nothing is sent before it is written. */
function checkDays({ series }: SeriesChoice, fields: Pick<LineFields, 'date' | 'sentOn'>): Result<null> {
  if (series.system === 'state' && String(partsOf(fields.date).year) !== series.scope)
    return fail(
      'BAD_REQUEST',
      `Sổ này của năm ${series.scope}; ngày văn bản phải trong năm ${series.scope}.`,
      {
        fieldErrors: { date: `Ngày phải trong năm ${series.scope}.` },
      },
    );
  if (fields.sentOn !== null && fields.sentOn < fields.date)
    return fail('BAD_REQUEST', 'Ngày chuyển không thể trước ngày văn bản.', {
      fieldErrors: { sentOn: 'Ngày chuyển không thể trước ngày văn bản.' },
    });
  return ok(null);
}

/** Corrects a line; every field that changed is told in the trace, from what to what. The number stays. */
export function correctLine(
  draft: BookDraft,
  choice: SeriesChoice,
  number: number,
  patch: Partial<LineFields>,
  act: RegisterAct,
): Result<RegisterEntry> {
  const found = standing(draft, number);
  if (!found.ok) return found;
  const before = found.value;
  if (before.kind === 'void')
    return fail('CONFLICT', `Số ${before.numberText} đã hủy nên dòng này không sửa được nữa.`);
  if (before.kind === 'reserved')
    return fail(
      'CONFLICT',
      `Số ${before.numberText} đang giữ chỗ, chưa có nội dung để sửa. Hãy dùng số này cho văn bản, hoặc trả số.`,
    );
  const next: RegisterEntry = { ...before, ...patch };
  const days = checkDays(choice, next);
  if (!days.ok) return days;
  const changed = (Object.keys(CORRECTED_FIELDS) as CorrectedField[]).filter(
    (field) => next[field] !== before[field],
  );
  if (changed.length === 0) return ok(before);
  const what = changed
    .map(
      (field) => `${CORRECTED_FIELDS[field]}: “${shownField(field, before)}” → “${shownField(field, next)}”`,
    )
    .join('; ');
  const corrected = SENDING_FIELDS.filter((field) => changed.includes(field));
  const byPerson = [...new Set([...(before.byPerson ?? []), ...corrected])];
  const entry = tracedEntry({ ...next, ...(byPerson.length === 0 ? {} : { byPerson }) }, act, `Sửa ${what}.`);
  draft.put('entries', entry);
  return ok(entry);
}

/**
 * Says why numbers hold no line, one or a run of them in one act; a null reason takes theirs back, and they are open
 * again. All or none: see `explainedNumbers`.
 */
export function explainRegisterGap(
  draft: BookDraft,
  asked: { readonly from: number; readonly to: number | null; readonly reason: string | null },
  act: RegisterAct,
): Result<null> {
  const numbers = explainedNumbers(asked, gapsWithReasons(draft));
  if (!numbers.ok) return numbers;
  for (const number of numbers.value) {
    const id = number.toString();
    if (asked.reason === null) draft.remove('gaps', id);
    else draft.put('gaps', { id, reason: asked.reason, at: act.now, by: act.by });
  }
  return ok(null);
}

/** What to do instead, once numbers were given here. */
const PAPER_BEFORE_FIRST =
  'Chỉ khai “Sổ giấy đã đến số” khi ở đây chưa cấp số nào trong khoảng đó. Số đã ghi trên giấy thì nhập từng dòng bằng nút “Ghi văn bản đi”; số cấp nhầm ở đây thì hủy dòng đó trước.';

/**
 * Sổ giấy đã đến số …: the book here goes on after it. Refused where a number up to it was given here to a document:
 * the paper book would have given it to another one.
 */
export function setPaperLast(
  draft: BookDraft,
  book: Book,
  input: { readonly last: number; readonly reason: string },
  act: RegisterAct,
): Result<null> {
  const doubled = draft
    .list('entries')
    .find(({ number, kind, byHand }) => number <= input.last && kind !== 'void' && byHand !== true);
  if (doubled)
    return fail(
      'CONFLICT',
      `Số ${doubled.numberText} đã cấp ở đây ngày ${formatDate(doubled.date)}, nên sổ giấy không thể đã đến số ${pad2(input.last)}. ${PAPER_BEFORE_FIRST}`,
      { fieldErrors: { last: `Số ${doubled.numberText} đã cấp ở đây. ${PAPER_BEFORE_FIRST}` } },
    );
  const before = draft.get('paper', 'paper');
  if (before && before.last === input.last && before.reason === input.reason) return ok(null);
  draft.put('series', book.choice.series);
  draft.put('paper', {
    id: 'paper',
    ...input,
    at: act.now,
    by: act.by,
    trace: before
      ? [
          ...before.trace,
          {
            at: act.now,
            by: act.by,
            what: `Sửa “sổ giấy đã đến số ${before.last}” (${before.reason}) → số ${input.last}.`,
          },
        ]
      : [],
  });
  return ok(null);
}
