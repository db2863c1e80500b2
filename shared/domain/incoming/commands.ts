/** What is done to a line of the incoming book. Each answers the line as it stands then. */
import { formatDate, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import { incomingFieldsSchema, type IncomingEntry, type IncomingFields, type IncomingTables } from './model';
import {
  arrivalBlankQuestion,
  entryId,
  isUnusedArrival,
  lastArrivalOnPaper,
  nextArrival,
  yearOf,
} from './numbering';
import { FIELD_WORDS, shownValue, STATE_WORDS } from './words';

/** Who does it and when. */
export interface Act {
  readonly by: string;
  readonly now: Instant;
  readonly today: PlainDate;
}

type BookDraft = Draft<IncomingTables>;

/** The line with one more thing that was done to it. */
export function traced(entry: IncomingEntry, act: Act, what: string): IncomingEntry {
  return { ...entry, trace: [...entry.trace, { at: act.now, by: act.by, what }] };
}

/** The line, unless it is not there or void. */
export function liveEntry(draft: Pick<BookDraft, 'get'>, id: string): Result<IncomingEntry> {
  const entry = draft.get('entries', id);
  if (!entry) return fail('NOT_FOUND', 'Không tìm thấy dòng này trong sổ văn bản đến.');
  if (entry.voided)
    return fail(
      'CONFLICT',
      `Dòng số đến ${entry.number} đã hủy (${entry.voided.reason}) nên không sửa được nữa; hãy đăng ký dòng mới.`,
    );
  return ok(entry);
}

/** Days that cannot be; everything else about them is a question. */
function checkDays(fields: IncomingFields, today: PlainDate): Result<null> {
  if (fields.arrivedOn > today)
    return fail('BAD_REQUEST', `Ngày đến ${formatDate(fields.arrivedOn)} sau hôm nay; ghi lại ngày đến.`, {
      fieldErrors: { arrivedOn: 'Ngày đến không thể sau hôm nay.' },
    });
  if (fields.forwardedOn !== null && fields.forwardedOn < fields.arrivedOn)
    return fail(
      'BAD_REQUEST',
      `Ngày chuyển ${formatDate(fields.forwardedOn)} trước ngày đến ${formatDate(fields.arrivedOn)}.`,
      { fieldErrors: { forwardedOn: 'Ngày chuyển không thể trước ngày đến.' } },
    );
  if (fields.deadlineTime !== null && fields.deadline === null)
    return fail('BAD_REQUEST', 'Đã ghi giờ hạn mà chưa ghi ngày hạn.', {
      fieldErrors: { deadline: 'Ghi ngày hạn.' },
    });
  return ok(null);
}

/** Takes the year's next number, or the given one where it is free, and writes the line. */
export function registerIncoming(
  draft: BookDraft,
  input: {
    readonly number: number | null;
    readonly fields: IncomingFields;
    readonly files: readonly string[];
    readonly dossierIds: readonly string[];
    /** A person saw which numbers stay blank. */
    readonly gapSeen: boolean;
  },
  act: Act,
): Result<IncomingEntry> {
  const { fields } = input;
  const days = checkDays(fields, act.today);
  if (!days.ok) return days;
  const year = yearOf(fields.arrivedOn);
  const onPaper = lastArrivalOnPaper(draft, year);
  const next = nextArrival(draft.list('entries'), year, onPaper);
  const number = input.number ?? next;
  const id = entryId(year, number);
  const taken = draft.get('entries', id);
  if (taken && !isUnusedArrival(taken))
    return fail(
      'CONFLICT',
      `Số đến ${number} năm ${year} đã ${taken.voided ? 'hủy' : `cấp cho “${taken.subject}”`}; số tiếp theo của sổ là ${next}.`,
      { fieldErrors: { number: `Số tiếp theo là ${next}.` }, details: { number, next } },
    );
  const question = input.gapSeen ? null : arrivalBlankQuestion(draft.list('entries'), year, onPaper, number);
  if (question !== null)
    return fail('CONFLICT', `${question} Hãy ghi lại số, hoặc xác nhận là vẫn dùng số này.`, {
      fieldErrors: { gapSeen: 'Xác nhận là vẫn dùng số này, để trống các số trước nó.' },
      details: { number, next },
    });
  if (draft.get('gaps', id)) draft.remove('gaps', id);
  const entry: IncomingEntry = {
    ...fields,
    id,
    year,
    number,
    state: fields.request === 'information' ? 'known' : fields.forwardedOn === null ? 'new' : 'working',
    voided: null,
    files: [...input.files],
    dossierIds: [...input.dossierIds],
    answer: null,
    supersededBy: null,
    registeredAt: act.now,
    registeredBy: act.by,
    trace: taken?.trace ?? [],
  };
  draft.put('entries', entry);
  return ok(entry);
}

/** Corrects fields; every one that changed is told in the trace. The number and the year stay. */
export function correctIncoming(
  draft: BookDraft,
  id: string,
  patch: Partial<IncomingFields>,
  act: Act,
): Result<IncomingEntry> {
  const found = liveEntry(draft, id);
  if (!found.ok) return found;
  const standing = found.value;
  const fields = incomingFieldsSchema.parse({ ...standing, ...patch });
  const days = checkDays(fields, act.today);
  if (!days.ok) return days;
  if (yearOf(fields.arrivedOn) !== standing.year)
    return fail(
      'BAD_REQUEST',
      `Dòng số đến ${standing.number} thuộc sổ năm ${standing.year}; số đến không đổi nên ngày đến phải trong năm ${standing.year}. Nếu ghi nhầm năm, hãy hủy dòng này rồi đăng ký lại.`,
      { fieldErrors: { arrivedOn: `Ngày đến phải trong năm ${standing.year}.` } },
    );
  const changed = (Object.keys(FIELD_WORDS) as (keyof IncomingFields)[]).filter(
    (field) => !field.endsWith('Id') && fields[field] !== standing[field],
  );
  const linked = fields.issuerId !== standing.issuerId || fields.handlerId !== standing.handlerId;
  if (changed.length === 0 && !linked) return ok(standing);
  // What a document asks for decides whether there is work at all; a settled line stays settled.
  const state =
    fields.request === standing.request || standing.state === 'done'
      ? standing.state
      : fields.request === 'information'
        ? 'known'
        : standing.state === 'known'
          ? 'new'
          : standing.state;
  const what = changed
    .map(
      (field) =>
        `${FIELD_WORDS[field]}: “${shownValue(field, standing[field])}” → “${shownValue(field, fields[field])}”`,
    )
    .join('; ');
  const next = { ...standing, ...fields, state };
  const entry = changed.length === 0 ? next : traced(next, act, `Sửa ${what}.`);
  draft.put('entries', entry);
  return ok(entry);
}

/** The line stays with its number and says why it is void. */
export function voidIncoming(draft: BookDraft, id: string, reason: string, act: Act): Result<IncomingEntry> {
  const found = liveEntry(draft, id);
  if (!found.ok) return found;
  const entry = traced(
    { ...found.value, voided: { reason, at: act.now, by: act.by } },
    act,
    `Hủy dòng: ${reason}`,
  );
  draft.put('entries', entry);
  return ok(entry);
}

/** Chuyển: to whom, on which day; a new line is then being worked on. */
export function forwardIncoming(
  draft: BookDraft,
  id: string,
  to: {
    readonly receiver: string;
    readonly handler: string;
    readonly handlerId: string | null;
    readonly on: PlainDate;
  },
  act: Act,
): Result<IncomingEntry> {
  const found = liveEntry(draft, id);
  if (!found.ok) return found;
  const standing = found.value;
  const moved: IncomingEntry = {
    ...standing,
    receiver: to.receiver,
    handler: to.handler,
    handlerId: to.handlerId,
    forwardedOn: to.on,
  };
  const days = checkDays(moved, act.today);
  if (!days.ok) return days;
  const entry = traced(
    { ...moved, state: standing.state === 'new' ? 'working' : standing.state },
    act,
    `Chuyển ${to.receiver || to.handler} ngày ${formatDate(to.on)}.`,
  );
  draft.put('entries', entry);
  return ok(entry);
}

/** How it stands: settled (with the answer), to know of, or taken up again. */
export function resolveIncoming(
  draft: BookDraft,
  id: string,
  input: { readonly state: IncomingEntry['state']; readonly answer: IncomingEntry['answer'] },
  act: Act,
): Result<IncomingEntry> {
  const found = liveEntry(draft, id);
  if (!found.ok) return found;
  const { answer, state } = input;
  if (state !== 'done' && answer !== null)
    return fail('BAD_REQUEST', 'Chỉ ghi văn bản trả lời khi văn bản đã giải quyết.');
  const words = answer
    ? [answer.numberText, answer.date === null ? '' : `ngày ${formatDate(answer.date)}`, answer.note].filter(
        (part) => part !== '',
      )
    : [];
  const entry = traced(
    { ...found.value, state, answer },
    act,
    `${STATE_WORDS[state]}${words.length === 0 ? '' : `: ${words.join(', ')}`}.`,
  );
  draft.put('entries', entry);
  return ok(entry);
}

/** A plan carries it out, or no longer; a new line is then being worked on. */
export function linkIncoming(
  draft: BookDraft,
  id: string,
  plan: { readonly dossierId: string; readonly title: string },
  linked: boolean,
  act: Act,
): Result<IncomingEntry> {
  const found = liveEntry(draft, id);
  if (!found.ok) return found;
  const standing = found.value;
  if (standing.dossierIds.includes(plan.dossierId) === linked) return ok(standing);
  const dossierIds = linked
    ? [...standing.dossierIds, plan.dossierId]
    : standing.dossierIds.filter((other) => other !== plan.dossierId);
  const entry = traced(
    { ...standing, dossierIds, state: linked && standing.state === 'new' ? 'working' : standing.state },
    act,
    `${linked ? 'Thực hiện bằng kế hoạch' : 'Bỏ liên kết với kế hoạch'} “${plan.title}”.`,
  );
  draft.put('entries', entry);
  return ok(entry);
}

/** Another line's document took its place (null: no longer). A chain never comes back to itself. */
export function supersedeIncoming(
  draft: BookDraft,
  id: string,
  by: string | null,
  act: Act,
): Result<IncomingEntry> {
  const found = liveEntry(draft, id);
  if (!found.ok) return found;
  let words = 'Bỏ ghi “đã được thay thế”.';
  if (by !== null) {
    const other = liveEntry(draft, by);
    if (!other.ok) return other;
    for (let at: string | null = by; at !== null; at = draft.get('entries', at)?.supersededBy ?? null)
      if (at === id)
        return fail('CONFLICT', 'Hai văn bản không thể thay thế lẫn nhau; hãy chọn văn bản khác.');
    words = `Được thay thế bằng văn bản số đến ${other.value.number} năm ${other.value.year}.`;
  }
  const entry = traced({ ...found.value, supersededBy: by }, act, words);
  draft.put('entries', entry);
  return ok(entry);
}

export function attachIncoming(
  draft: BookDraft,
  id: string,
  file: { readonly sha256: string; readonly name: string },
  act: Act,
): Result<IncomingEntry> {
  const found = liveEntry(draft, id);
  if (!found.ok) return found;
  if (found.value.files.includes(file.sha256)) return ok(found.value);
  const entry = traced(
    { ...found.value, files: [...found.value.files, file.sha256] },
    act,
    `Gắn tệp “${file.name}”.`,
  );
  draft.put('entries', entry);
  return ok(entry);
}
