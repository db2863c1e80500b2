/** The steps of a report to superiors: transitions over the draft of a dossier. domain.md §5 "Upward". */
import { dateOfInstant, timeOfInstant } from '../../date/plain-date';
import type { Instant, PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok } from '../../result';
import type { Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { spellingKey } from '../../text/normalize';
import { dayFault } from './day-faults';
import type { PeriodRequest } from './model';
import { upwardReportSchema } from './obligation-model';
import type { DocumentMark, UpwardReport } from './obligation-model';

export interface SaveUpwardCommand {
  /** Null: a new one. */
  readonly id: string | null;
  readonly newId: string;
  readonly kind: UpwardReport['kind'];
  readonly title: string;
  readonly to: string;
  readonly request: PeriodRequest | null;
  readonly period: string | null;
  readonly itemId: string | null;
  readonly lastDay: PlainDate;
  readonly time: string | null;
}

/** Notes what is owed. Refused: no title or addressee, the same title for the same day twice, one that was sent. */
export function saveUpward(
  draft: Draft<DossierTables>,
  command: SaveUpwardCommand,
  now: Instant,
): Result<UpwardReport> {
  const standing = command.id === null ? undefined : draft.get('upwardReports', command.id);
  if (command.id !== null && !standing) return noReport();
  if (standing?.sent)
    return fail(
      'CONFLICT',
      'Báo cáo này đã gửi nên không đổi được nội dung phải gửi; ngày gửi, số và nơi nhận đã được ghi theo đó.',
    );
  const title = command.title.trim();
  const to = command.to.trim();
  const fieldErrors = {
    ...(title === '' ? { title: 'Ghi tên báo cáo phải gửi.' } : {}),
    ...(to === '' ? { to: 'Ghi nơi nhận báo cáo.' } : {}),
  };
  if (Object.keys(fieldErrors).length > 0)
    return fail('BAD_REQUEST', Object.values(fieldErrors).join(' '), { fieldErrors });
  const twin = draft
    .list('upwardReports')
    .some(
      (other) =>
        other.id !== command.id &&
        other.lastDay === command.lastDay &&
        spellingKey(other.title) === spellingKey(title) &&
        spellingKey(other.to) === spellingKey(to),
    );
  if (twin)
    return fail('CONFLICT', `“${title}” gửi ${to} đã có trong danh sách phải gửi với cùng hạn này.`, {
      fieldErrors: { title: 'Báo cáo này đã có trong danh sách.' },
    });
  const record = upwardReportSchema.parse({
    id: standing?.id ?? command.newId,
    kind: command.kind,
    title,
    to,
    request: command.request,
    period: command.period,
    itemId: command.itemId ?? standing?.itemId ?? null,
    lastDay: command.lastDay,
    time: command.time,
    sent: null,
    receipt: null,
    filedOn: null,
    createdAt: standing?.createdAt ?? now,
  });
  draft.put('upwardReports', record);
  return ok(record);
}

export interface SendUpwardCommand {
  readonly id: string;
  readonly mark: DocumentMark;
  readonly on: PlainDate;
  /** HH:mm; null: now when it goes today, else not known. */
  readonly time: string | null;
  readonly channel: string;
  readonly documentId: string | null;
  readonly file: string | null;
}

/** It left: number, day, channel, the signed copy. Said again before it is filed, it corrects what was said. */
export function sendUpward(
  draft: Draft<DossierTables>,
  command: SendUpwardCommand,
  now: Instant,
): Result<UpwardReport> {
  const report = draft.get('upwardReports', command.id);
  if (!report) return noReport();
  if (report.filedOn !== null) return filed();
  const today = dateOfInstant(now);
  const fault =
    dayFault(command.on, { notAfter: today }, 'on', 'Ngày gửi') ??
    dayFault(command.mark.date, { notAfter: command.on }, 'date', 'Ngày của báo cáo') ??
    (report.receipt
      ? dayFault(command.on, { notAfter: report.receipt.on }, 'on', 'Báo cáo đã có xác nhận; ngày gửi')
      : null);
  if (fault) return fault;
  const record: UpwardReport = {
    ...report,
    sent: {
      numberText: command.mark.numberText.trim(),
      date: command.mark.date,
      on: command.on,
      time: command.time ?? (command.on === today && report.sent === null ? timeOfInstant(now) : null),
      channel: command.channel.trim(),
      documentId: command.documentId,
      file: command.file ?? report.sent?.file ?? null,
    },
  };
  draft.put('upwardReports', record);
  return ok(record);
}

/** What says that it arrived. */
export function confirmUpward(
  draft: Draft<DossierTables>,
  command: {
    readonly id: string;
    readonly on: PlainDate;
    readonly note: string;
    readonly file: string | null;
  },
  now: Instant,
): Result<UpwardReport> {
  const report = draft.get('upwardReports', command.id);
  if (!report) return noReport();
  if (report.sent === null) return notSent('ghi nhận xác nhận');
  if (report.filedOn !== null) return filed();
  const fault = dayFault(
    command.on,
    { notBefore: report.sent.on, notAfter: dateOfInstant(now) },
    'on',
    'Ngày xác nhận',
  );
  if (fault) return fault;
  const record: UpwardReport = {
    ...report,
    receipt: {
      on: command.on,
      note: command.note.trim(),
      file: command.file ?? report.receipt?.file ?? null,
    },
  };
  draft.put('upwardReports', record);
  return ok(record);
}

/** Lưu hồ sơ. A confirmation is not demanded: many superiors never send one. */
export function fileUpward(
  draft: Draft<DossierTables>,
  command: { readonly id: string; readonly on: PlainDate },
  now: Instant,
): Result<UpwardReport> {
  const report = draft.get('upwardReports', command.id);
  if (!report) return noReport();
  if (report.sent === null) return notSent('lưu hồ sơ');
  const fault = dayFault(
    command.on,
    { notBefore: report.receipt?.on ?? report.sent.on, notAfter: dateOfInstant(now) },
    'on',
    'Ngày lưu',
  );
  if (fault) return fault;
  const record: UpwardReport = { ...report, filedOn: command.on };
  draft.put('upwardReports', record);
  return ok(record);
}

/** Takes a duty off the list; refused once it was sent. */
export function removeUpward(draft: Draft<DossierTables>, id: string): Result<null> {
  const report = draft.get('upwardReports', id);
  if (!report) return noReport();
  if (report.sent !== null)
    return fail('CONFLICT', 'Báo cáo này đã gửi nên phải giữ trong hồ sơ, không bỏ khỏi danh sách được.');
  draft.remove('upwardReports', id);
  return ok(null);
}

function noReport(): Result<never> {
  return fail('NOT_FOUND', 'Không tìm thấy báo cáo phải gửi này; có thể đã được bỏ khỏi danh sách.');
}

function notSent(what: string): Result<never> {
  return fail('CONFLICT', `Báo cáo chưa gửi nên chưa ${what} được. Ghi ngày gửi trước.`);
}

function filed(): Result<never> {
  return fail('CONFLICT', 'Báo cáo đã lưu hồ sơ nên không sửa nữa; hoàn tác lần lưu nếu cần sửa.');
}
