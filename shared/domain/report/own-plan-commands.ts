/** Asking units for their own plans, and plans coming in: transitions over the draft of a dossier. domain.md §5. */
import { dateOfInstant, formatDate } from '../../date/plain-date';
import type { Instant, PlainDate } from '../../date/plain-date';
import { sameJson } from '../../records';
import type { Draft } from '../../records';
import { fail, ok } from '../../result';
import type { Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { spellingKey } from '../../text/normalize';
import type { DirectoryEntry } from '../office/model';
import { dayFault } from './day-faults';
import { askedUnits, entryMap, expectedUnits, isActiveOn } from './expected-units';
import { withExtension } from './extension';
import type { DocumentMark, PlanRequest, UnitPlan } from './obligation-model';
import { unitPlanId } from './own-plans';

export interface RequestCommand {
  /** Null: a new request. */
  readonly id: string | null;
  readonly newId: string;
  readonly title: string;
  readonly lastDay: PlainDate;
  /** Unit ids, groups already expanded. */
  readonly unitIds: readonly string[];
  readonly via: string;
  readonly itemId: string | null;
}

interface Context {
  readonly now: Instant;
  readonly entries: readonly DirectoryEntry[];
}

/**
 * Asks for a plan, or changes what is asked (extensions stay). Refused: no title, the same title twice in one
 * dossier, nobody expected, dropping a unit whose plan is in.
 */
export function requestPlans(
  draft: Draft<DossierTables>,
  command: RequestCommand,
  context: Context,
): Result<PlanRequest> {
  const standing = command.id === null ? undefined : draft.get('planRequests', command.id);
  if (command.id !== null && !standing) return noRequest();
  const title = command.title.trim();
  if (title === '')
    return fail('BAD_REQUEST', 'Ghi tên kế hoạch mà đơn vị phải xây dựng.', {
      fieldErrors: { title: 'Ghi tên kế hoạch.' },
    });
  const twin = draft
    .list('planRequests')
    .find((other) => other.id !== command.id && spellingKey(other.title) === spellingKey(title));
  if (twin)
    return fail(
      'CONFLICT',
      `Đã yêu cầu “${twin.title}” với hạn ${formatDate(twin.lastDay)}. Sửa yêu cầu đó, hoặc đặt tên khác.`,
      { details: { request: twin.id }, fieldErrors: { title: 'Tên này đã được dùng.' } },
    );
  const entries = entryMap(context.entries);
  const unitIds = [...new Set(command.unitIds)];
  const askedOn =
    standing && sameJson(standing.unitIds, unitIds) ? standing.askedOn : dateOfInstant(context.now);
  if (unitIds.some((id) => entries.get(id)?.kind !== 'unit'))
    return fail('BAD_REQUEST', 'Danh sách có mục không phải là đơn vị trong danh bạ.', {
      fieldErrors: { units: 'Chỉ chọn đơn vị hoặc nhóm có đơn vị.' },
    });
  if (expectedUnits({ unitIds, lastDay: command.lastDay, askedOn }, entries).length === 0)
    return fail(
      'BAD_REQUEST',
      `Không có đơn vị nào hoạt động vào ngày ${formatDate(command.lastDay)} để yêu cầu gửi kế hoạch.`,
      { fieldErrors: { units: 'Chọn ít nhất một đơn vị đang hoạt động.' } },
    );
  const asked = new Set(askedUnits({ unitIds, lastDay: command.lastDay, askedOn }, entries));
  if (standing) {
    const dropped = draft
      .list('unitPlans')
      .filter((plan) => plan.requestId === standing.id && !asked.has(plan.unitId))
      .map((plan) => entries.get(plan.unitId)?.name ?? plan.unitId);
    if (dropped.length > 0)
      return fail('CONFLICT', `Không bỏ được đơn vị đã gửi kế hoạch: ${dropped.join(', ')}.`, {
        details: { units: dropped },
      });
  }
  const record: PlanRequest = {
    id: standing?.id ?? command.newId,
    title,
    lastDay: command.lastDay,
    unitIds,
    askedOn,
    // An extension that is no longer one (the common day moved behind it) would be a wrong flag.
    extensions: (standing?.extensions ?? []).filter(
      (extension) => asked.has(extension.unitId) && extension.lastDay > command.lastDay,
    ),
    via: command.via.trim(),
    itemId: command.itemId ?? standing?.itemId ?? null,
    createdAt: standing?.createdAt ?? context.now,
  };
  draft.put('planRequests', record);
  return ok(record);
}

/** Takes a request back that nobody has answered yet. */
export function removeRequest(draft: Draft<DossierTables>, requestId: string): Result<null> {
  if (!draft.get('planRequests', requestId)) return noRequest();
  const answered = draft.list('unitPlans').filter((plan) => plan.requestId === requestId).length;
  if (answered > 0)
    return fail(
      'CONFLICT',
      `Đã có ${answered} đơn vị gửi kế hoạch theo yêu cầu này nên không bỏ được. Có thể sửa yêu cầu để thêm hoặc bớt đơn vị.`,
    );
  draft.remove('planRequests', requestId);
  return ok(null);
}

export interface ReceiveCommand {
  readonly requestId: string;
  readonly unitId: string;
  readonly mark: DocumentMark;
  /** Day of receipt; null: the first one stands, or today. */
  readonly receivedOn: PlainDate | null;
  /** sha256 of a kept file; null: no file came with this (one that stands is kept). */
  readonly file: string | null;
}

/**
 * Takes a unit's plan in. Sent again it replaces number, day and file (the earlier file is kept) and the first day of
 * receipt stands unless a person gives another; after a return this is the receipt.
 */
export function receivePlan(
  draft: Draft<DossierTables>,
  command: ReceiveCommand,
  context: Context,
): Result<UnitPlan> {
  const request = draft.get('planRequests', command.requestId);
  if (!request) return noRequest();
  const unit = context.entries.find(({ id }) => id === command.unitId);
  const name = unit?.name ?? 'Đơn vị này';
  if (unit?.kind !== 'unit' || !askedUnits(request, entryMap(context.entries)).includes(unit.id))
    return fail('BAD_REQUEST', `${name} không được yêu cầu gửi “${request.title}”.`, {
      details: { unit: command.unitId },
      fieldErrors: { unit: 'Đơn vị này không được yêu cầu gửi kế hoạch.' },
    });
  if (!isActiveOn(unit, request.lastDay))
    return fail(
      'BAD_REQUEST',
      `${name} không hoạt động vào ngày ${formatDate(request.lastDay)} nên không phải gửi kế hoạch.`,
      { details: { unit: unit.id } },
    );
  const today = dateOfInstant(context.now);
  const id = unitPlanId(request.id, unit.id);
  const standing = draft.get('unitPlans', id);
  const firstReceipt = standing?.state === 'received' ? standing.receivedOn : null;
  const receivedOn = command.receivedOn ?? firstReceipt ?? today;
  const fault =
    dayFault(receivedOn, { notAfter: today }, 'receivedOn', `Ngày nhận kế hoạch của ${name}`) ??
    dayFault(command.mark.date, { notAfter: receivedOn }, 'date', `Ngày của kế hoạch ${name} gửi`);
  if (fault) return fault;
  const replaced = standing?.file ?? null;
  const file = command.file ?? replaced;
  const record: UnitPlan = {
    id,
    requestId: request.id,
    unitId: unit.id,
    state: 'received',
    numberText: command.mark.numberText.trim(),
    date: command.mark.date,
    receivedOn,
    enteredAt: context.now,
    file,
    earlierFiles: [
      ...(standing?.earlierFiles ?? []).filter((sha256) => sha256 !== file),
      ...(replaced !== null && replaced !== file ? [replaced] : []),
    ],
    returnedReason: null,
  };
  const same = standing && sameContent(standing, record);
  if (!same) draft.put('unitPlans', record);
  return ok(same ? standing : record);
}

function sameContent(a: UnitPlan, b: UnitPlan): boolean {
  return (
    a.state === b.state &&
    a.numberText === b.numberText &&
    a.date === b.date &&
    a.receivedOn === b.receivedOn &&
    a.file === b.file
  );
}

/** Sends a plan back with a reason: it is owed again. */
export function returnPlan(
  draft: Draft<DossierTables>,
  command: { readonly requestId: string; readonly unitId: string; readonly reason: string },
): Result<UnitPlan> {
  if (!draft.get('planRequests', command.requestId)) return noRequest();
  const plan = draft.get('unitPlans', unitPlanId(command.requestId, command.unitId));
  if (!plan) return fail('NOT_FOUND', 'Đơn vị chưa gửi kế hoạch, nên không có gì để trả lại.');
  if (plan.state === 'returned')
    return fail('CONFLICT', 'Kế hoạch này đã được trả lại và đang chờ đơn vị gửi lại.');
  const reason = command.reason.trim();
  if (reason === '')
    return fail('BAD_REQUEST', 'Ghi lý do trả lại.', { fieldErrors: { reason: 'Ghi lý do trả lại.' } });
  const returned: UnitPlan = { ...plan, state: 'returned', returnedReason: reason };
  draft.put('unitPlans', returned);
  return ok(returned);
}

/** Gia hạn, as for a report. */
export function extendPlan(
  draft: Draft<DossierTables>,
  command: {
    readonly requestId: string;
    readonly extension: PlanRequest['extensions'][number];
    readonly entries: readonly DirectoryEntry[];
  },
): Result<PlanRequest> {
  const request = draft.get('planRequests', command.requestId);
  if (!request) return noRequest();
  const extensions = withExtension(
    { ...request, time: null, unitIds: [...askedUnits(request, entryMap(command.entries))] },
    command.extension,
  );
  if (!extensions.ok) return extensions;
  const record: PlanRequest = { ...request, extensions: extensions.value };
  draft.put('planRequests', record);
  return ok(record);
}

export function noRequest(): Result<never> {
  return fail('NOT_FOUND', 'Không tìm thấy yêu cầu gửi kế hoạch này; có thể yêu cầu đã được bỏ.');
}
