/** The words of the incoming book, shared by the window, the printed books and the command line. */
import { formatDate } from '../../date/plain-date';
import type { IncomingEntry, IncomingFields } from './model';

export const REQUEST_WORDS: Readonly<Record<IncomingEntry['request'], string>> = {
  plan: 'Phải lập kế hoạch',
  report: 'Phải báo cáo',
  information: 'Để biết',
};
export const STATE_WORDS: Readonly<Record<IncomingEntry['state'], string>> = {
  new: 'Mới đến',
  working: 'Đang giải quyết',
  done: 'Đã giải quyết',
  known: 'Để biết',
};
export const URGENCY_WORDS: Readonly<Record<IncomingEntry['urgency'], string>> = {
  none: '',
  urgent: 'Khẩn',
  'very-urgent': 'Thượng khẩn',
  express: 'Hỏa tốc',
};

export const FIELD_WORDS: Readonly<Record<keyof IncomingFields, string>> = {
  arrivedOn: 'Ngày đến',
  documentKind: 'Tên loại',
  numberText: 'Số, ký hiệu',
  date: 'Ngày văn bản',
  issuer: 'Tác giả',
  issuerId: 'Tác giả trong danh mục',
  subject: 'Trích yếu',
  request: 'Yêu cầu',
  deadline: 'Thời hạn',
  deadlineTime: 'Giờ hạn',
  handler: 'Đơn vị giải quyết',
  handlerId: 'Đơn vị giải quyết trong danh mục',
  receiver: 'Đơn vị hoặc người nhận',
  forwardedOn: 'Ngày chuyển',
  urgency: 'Độ khẩn',
  note: 'Ghi chú',
};

/** A field's value as a person reads it; "(trống)" where there is none. */
export function shownValue(field: keyof IncomingFields, value: string | null): string {
  if (value === null || value === '') return field === 'urgency' ? 'thường' : '(trống)';
  if (field === 'arrivedOn' || field === 'date' || field === 'deadline' || field === 'forwardedOn')
    return formatDate(value);
  if (field === 'request') return REQUEST_WORDS[value as IncomingEntry['request']];
  if (field === 'urgency') return URGENCY_WORDS[value as IncomingEntry['urgency']] || 'thường';
  return value;
}

/** "Số đã hủy: …"; of a number that nothing bore, only that. */
export function arrivalVoidWords(voided: NonNullable<IncomingEntry['voided']>): string {
  if (voided.unused === 'mistyped') return 'Gõ nhầm, đã hủy';
  if (voided.unused === 'undone') return 'Đã hoàn tác, số chưa dùng';
  return `Số đã hủy: ${voided.reason}`;
}

/** "Kế hoạch 12-KH/TU ngày 05/01/2026 của Thành ủy An Dương"; parts that are missing are left out. */
export function documentWords(
  entry: Pick<IncomingEntry, 'documentKind' | 'numberText' | 'date' | 'issuer'>,
): string {
  return [
    entry.documentKind || 'Văn bản',
    entry.numberText === '' ? '' : `số ${entry.numberText}`,
    entry.date === null ? '' : `ngày ${formatDate(entry.date)}`,
    `của ${entry.issuer}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
