/**
 * What this office owes its superiors: state of one report, and the steps it goes through (due → sent → receipt →
 * filed). domain.md §5 "Upward" and "Late".
 */
import { dateOfInstant, timeOfInstant } from '../../date/plain-date';
import type { Instant, PlainDate } from '../../date/plain-date';
import { isPast } from './lateness';

/** The few fields that a state depends on; the catalogue's summary has them too. */
interface Steps {
  readonly lastDay: PlainDate;
  readonly time: string | null;
  readonly sent: { readonly on: PlainDate; readonly time: string | null } | null;
  readonly receipt: { readonly on: PlainDate } | null;
  readonly filedOn: PlainDate | null;
}

/** chưa đến hạn | chưa gửi (quá hạn) | đã gửi đúng hạn | đã gửi trễ | đã có xác nhận | đã lưu */
export type UpwardState = 'not-due' | 'unsent' | 'on-time' | 'late' | 'confirmed' | 'filed';

export interface UpwardStatus {
  readonly state: UpwardState;
  /** Sent after its last day (or hour): still to be seen once it is confirmed and filed. */
  readonly late: boolean;
}

export function upwardStatus(report: Steps, now: Instant): UpwardStatus {
  const due = { lastDay: report.lastDay, time: report.time, extended: false };
  const { sent } = report;
  if (sent === null)
    return {
      state: isPast(due, dateOfInstant(now), timeOfInstant(now)) ? 'unsent' : 'not-due',
      late: false,
    };
  const late = isPast(due, sent.on, sent.time);
  if (report.filedOn !== null) return { state: 'filed', late };
  if (report.receipt !== null) return { state: 'confirmed', late };
  return { state: late ? 'late' : 'on-time', late };
}
