/** Kiểm tra việc thực hiện của đơn vị: when, whom, of what, the conclusion, what to remedy by when. domain.md §7. */
import { dateOfInstant, formatDate, type PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { dayFault } from '../report/day-faults';
import { looksPersonal } from '../report/validate-values';
import type { Acting } from './chosen';
import { looksLikeAccount } from './guarded';
import { inspectionSchema, type Inspection } from './model';

type DossierDraft = Draft<DossierTables>;

/** chưa đến hạn khắc phục · quá hạn khắc phục · đã khắc phục · không phải khắc phục */
export type RemedyState = 'none' | 'waiting' | 'overdue' | 'remedied';

export function remedyState(
  { remedy, remediedOn }: Pick<Inspection, 'remedy' | 'remediedOn'>,
  today: PlainDate,
): RemedyState {
  if (remedy === null) return 'none';
  if (remediedOn !== null) return 'remedied';
  return today > remedy.lastDay ? 'overdue' : 'waiting';
}

export interface SaveInspection {
  /** Null: a new one. */
  readonly id: string | null;
  readonly newId: string;
  readonly on: PlainDate;
  readonly unitIds: readonly string[];
  readonly taskIds: readonly string[];
  readonly subject: string;
  readonly conclusion: string;
  readonly remedy: { readonly what: string; readonly lastDay: PlainDate } | null;
  readonly numberText: string;
  readonly date: PlainDate | null;
  readonly file: string | null;
}

export interface NotedInspection {
  readonly inspection: Inspection;
  readonly questions: readonly string[];
}

const PERSONAL =
  'Nội dung có chỗ giống số điện thoại, số giấy tờ, thư điện tử hoặc trang cá nhân. Chỉ ghi việc của đơn vị, không ghi thông tin của công dân; hãy xem lại.';

const unknown = (): Result<never> => fail('NOT_FOUND', 'Không tìm thấy cuộc kiểm tra này trong hồ sơ.');
const refuse = (field: string, why: string): Result<never> =>
  fail('BAD_REQUEST', why, { fieldErrors: { [field]: why } });

/** `guarded`: one of the tasks is about opinion or false information; then no file and no link. */
export function saveInspection(
  draft: DossierDraft,
  command: SaveInspection,
  guarded: boolean,
  acting: Acting,
): Result<NotedInspection> {
  const standing = command.id === null ? undefined : draft.get('inspections', command.id);
  if (command.id !== null && !standing) return unknown();
  const today = dateOfInstant(acting.now);
  const [subject, conclusion] = [command.subject.trim(), command.conclusion.trim()];
  const remedy = command.remedy && { what: command.remedy.what.trim(), lastDay: command.remedy.lastDay };
  if (command.unitIds.length === 0) return refuse('units', 'Chọn ít nhất một đơn vị được kiểm tra.');
  if (subject === '' || subject.length > 300)
    return refuse('subject', 'Ghi nội dung kiểm tra, gọn trong 300 ký tự.');
  if (conclusion === '' || conclusion.length > 2000)
    return refuse('conclusion', 'Ghi kết luận về việc thực hiện của đơn vị, gọn trong 2.000 ký tự.');
  if (remedy !== null && (remedy.what === '' || remedy.what.length > 300))
    return refuse('remedy', 'Ghi việc phải khắc phục, gọn trong 300 ký tự, hoặc để trống cả hạn khắc phục.');
  const fault =
    dayFault(command.on, { notAfter: today }, 'on', 'Ngày kiểm tra') ??
    dayFault(command.date, { notAfter: today }, 'date', 'Ngày văn bản') ??
    dayFault(remedy?.lastDay ?? null, { notBefore: command.on }, 'remedyDay', 'Hạn khắc phục');
  if (fault) return fault;
  const words = [subject, conclusion, remedy?.what ?? '', command.numberText].join(' ');
  if (guarded && (command.file !== null || standing?.file != null))
    return refuse(
      'ticket',
      'Kiểm tra nhiệm vụ về tư tưởng, dư luận, thông tin sai trái không kèm tệp; chỉ ghi số, ngày văn bản.',
    );
  if (guarded && looksLikeAccount(words))
    return refuse('conclusion', 'Kết luận không ghi đường dẫn, tên tài khoản hay thông tin của công dân.');
  const changed = standing !== undefined;
  const inspection = inspectionSchema.parse({
    ...standing,
    id: standing?.id ?? command.newId,
    on: command.on,
    unitIds: command.unitIds,
    taskIds: command.taskIds,
    subject,
    conclusion,
    remedy,
    numberText: command.numberText.trim(),
    date: command.date,
    file: command.file ?? standing?.file ?? null,
    remediedOn: remedy === null ? null : (standing?.remediedOn ?? null),
    trace: [
      ...(standing?.trace ?? []),
      { at: acting.now, by: acting.by, text: changed ? 'sửa' : 'ghi cuộc kiểm tra' },
    ],
    createdAt: standing?.createdAt ?? acting.now,
  });
  draft.put('inspections', inspection);
  return ok({ inspection, questions: looksPersonal(words) ? [PERSONAL] : [] });
}

/** Đã khắc phục; a null day takes it back. */
export function remedyInspection(
  draft: DossierDraft,
  command: { readonly id: string; readonly on: PlainDate | null; readonly by: string },
  acting: Acting,
): Result<Inspection> {
  const standing = draft.get('inspections', command.id);
  if (!standing) return unknown();
  if (standing.remedy === null) return fail('CONFLICT', 'Cuộc kiểm tra này không ghi việc phải khắc phục.');
  const fault = dayFault(
    command.on,
    { notBefore: standing.on, notAfter: dateOfInstant(acting.now) },
    'on',
    'Ngày khắc phục',
  );
  if (fault) return fault;
  const by = command.by.trim();
  if (by.length > 300) return refuse('by', 'Ghi gọn trong 300 ký tự.');
  const text = command.on === null ? 'bỏ ghi đã khắc phục' : `đã khắc phục ngày ${formatDate(command.on)}`;
  const inspection: Inspection = {
    ...standing,
    remediedOn: command.on,
    remediedBy: command.on === null ? '' : by,
    trace: [...standing.trace, { at: acting.now, by: acting.by, text }],
  };
  draft.put('inspections', inspection);
  return ok(inspection);
}

/** Takes a wrong line away; undo brings it back. Refused once the remedy was recorded. */
export function removeInspection(draft: DossierDraft, id: string): Result<null> {
  const standing = draft.get('inspections', id);
  if (!standing) return unknown();
  if (standing.remediedOn !== null)
    return fail('CONFLICT', 'Cuộc kiểm tra đã ghi khắc phục nên phải giữ trong hồ sơ.');
  draft.remove('inspections', id);
  return ok(null);
}
