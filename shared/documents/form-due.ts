/** When and through whom a report is sent, as a sentence. */
import { formatDate, weekdayName } from '../date/plain-date';
import type { OfficeProfile } from '../domain/office/model';
import type { ReportPeriod } from '../domain/report/model';

export interface DueInput {
  readonly period: Pick<ReportPeriod, 'lastDay' | 'time' | 'via'> &
    Partial<Pick<ReportPeriod, 'receivedBy' | 'consolidatedBy'>>;
  readonly office: Pick<OfficeProfile, 'system'>;
  /** The unit's own last moment where it was given an extension; null: the whole of that day. */
  readonly lastDay?: string;
  readonly lastHour?: string | null;
}

/** "thứ Hai, ngày 16/03/2026" with the hour where one is set. */
export function dueDayText({ period, lastDay, lastHour = null }: Omit<DueInput, 'office'>): string {
  const day = lastDay ?? period.lastDay;
  const hour = lastDay === undefined ? period.time : lastHour;
  return `${hour ? `${hour.replace(':', 'h')} ` : ''}${weekdayName(day)}, ngày ${formatDate(day)}`;
}

/** "Gửi về Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng) chậm nhất thứ Hai, ngày 16/03/2026." */
export function dueSentence(input: DueInput): string {
  const { receivedBy = '', consolidatedBy = '' } = input.period;
  const usual = input.office.system === 'party' ? 'Ban Thường vụ Đảng ủy' : 'Ủy ban nhân dân';
  const body = receivedBy === '' ? usual : receivedBy;
  const via = input.period.via === '' ? '' : ` (qua ${input.period.via})`;
  const adds = consolidatedBy === '' ? '' : ` Nơi tổng hợp: ${consolidatedBy}.`;
  return `Gửi về ${body}${via} chậm nhất ${dueDayText(input)}.${adds}`;
}
