/** A day or hour of receipt that was entered wrongly, put right with a reason. domain.md §5 "Late": timeliness goes by it. */
import { dayWithHour } from '../../date/hour';
import {
  dateOfInstant,
  formatDate,
  isPlainDate,
  timeOfInstant,
  type Instant,
  type PlainDate,
} from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { reportId } from './lateness';
import type { PeriodId, Report } from './model';

export interface ReceiptCorrection {
  readonly period: PeriodId;
  readonly unitId: string;
  readonly receivedOn: string;
  /** HH:mm; null: not known; undefined: as it is where the day stays, else not known. */
  readonly receivedTime: string | null | undefined;
  readonly reason: string;
}

/** The figures and the version stay; the old day and hour, the reason and who did it are kept with the report. */
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
  const sameDay = receivedOn === report.receivedOn;
  // An hour belongs to its day: it does not go over to another one.
  const receivedTime =
    command.receivedTime === undefined ? (sameDay ? report.receivedTime : null) : command.receivedTime;
  const hour = hourFault(receivedOn, receivedTime, context.now);
  if (hour) return hour;
  if (sameDay && receivedTime === report.receivedTime)
    return fail(
      'BAD_REQUEST',
      `Đang ghi nhận ${dayWithHour(receivedOn, receivedTime)}, không có gì để sửa.`,
      { fieldErrors: { receivedOn: 'Chọn ngày hoặc giờ khác với đang ghi.' } },
    );
  const corrected: Report = {
    ...report,
    receivedOn,
    receivedTime,
    receiptCorrections: [
      ...(report.receiptCorrections ?? []),
      {
        from: report.receivedOn,
        to: receivedOn,
        fromTime: report.receivedTime,
        toTime: receivedTime,
        reason,
        at: context.now,
        by: context.by,
      },
    ],
  };
  draft.put('reports', corrected);
  return ok(corrected);
}

/** BAD_REQUEST for an hour of today that is still to come; null when it may stand. */
export function hourFault(day: PlainDate, hour: string | null, now: Instant): Result<never> | null {
  if (hour === null || day !== dateOfInstant(now) || hour <= timeOfInstant(now)) return null;
  const message = `Giờ nhận ${hour.replace(':', 'h')} hôm nay còn ở phía trước; bây giờ là ${timeOfInstant(now).replace(':', 'h')}.`;
  return fail('BAD_REQUEST', message, { fieldErrors: { receivedTime: message } });
}
