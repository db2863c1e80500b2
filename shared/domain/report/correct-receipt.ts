/** A day of receipt that was entered wrongly, put right with a reason. domain.md §5 "Late": timeliness goes by it. */
import { dateOfInstant, formatDate, isPlainDate, type Instant } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { reportId } from './lateness';
import type { PeriodId, Report } from './model';

export interface ReceiptCorrection {
  readonly period: PeriodId;
  readonly unitId: string;
  readonly receivedOn: string;
  readonly reason: string;
}

/** The figures and the version stay; the old day, the reason and who did it are kept with the report. */
export function correctReceipt(
  draft: Draft<DossierTables>,
  command: ReceiptCorrection,
  context: { readonly now: Instant; readonly by: string },
): Result<Report> {
  const report = draft.get('reports', reportId(command.period, command.unitId));
  if (report?.state !== 'received')
    return fail('NOT_FOUND', 'Đơn vị chưa có báo cáo được nhận trong kỳ này, nên không có ngày nhận để sửa.');
  const { receivedOn } = command;
  const today = dateOfInstant(context.now);
  if (!isPlainDate(receivedOn) || receivedOn > today) {
    const message = `Ngày nhận phải là ngày có thật và không sau hôm nay (${formatDate(today)}).`;
    return fail('BAD_REQUEST', message, { fieldErrors: { receivedOn: message } });
  }
  const reason = command.reason.trim();
  if (reason === '')
    return fail('BAD_REQUEST', 'Ghi lý do sửa ngày nhận.', {
      fieldErrors: { reason: 'Ghi lý do sửa ngày nhận.' },
    });
  if (receivedOn === report.receivedOn)
    return fail('BAD_REQUEST', `Ngày nhận đang là ${formatDate(receivedOn)}, không có gì để sửa.`, {
      fieldErrors: { receivedOn: 'Chọn ngày khác với ngày đang ghi.' },
    });
  const corrected: Report = {
    ...report,
    receivedOn,
    // The hour belonged to the day that was wrong.
    receivedTime: null,
    receiptCorrections: [
      ...(report.receiptCorrections ?? []),
      { from: report.receivedOn, to: receivedOn, reason, at: context.now, by: context.by },
    ],
  };
  draft.put('reports', corrected);
  return ok(corrected);
}
