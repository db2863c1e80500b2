/** Which fields each kind of item shows and corrects; the first is its words. */
import type { PlanItem, PlanItemKind } from '../../../../shared/domain/plan/model';

export type FieldControl =
  | {
      readonly as:
        | 'text'
        | 'long'
        | 'moment'
        | 'date'
        | 'number'
        | 'period'
        | 'list'
        | 'entries'
        | 'indicator'
        | 'assignment';
    }
  | {
      readonly as: 'select';
      readonly options: readonly (readonly [string, string])[];
      readonly clearable?: boolean;
    };

export interface FieldSpec {
  readonly key: string;
  readonly label: string;
  readonly control: FieldControl;
}

const text = (key: string, label: string): FieldSpec => ({ key, label, control: { as: 'text' } });
const long = (key: string, label: string): FieldSpec => ({ key, label, control: { as: 'long' } });
const date = (key: string, label: string): FieldSpec => ({ key, label, control: { as: 'date' } });
const number = (key: string, label: string): FieldSpec => ({ key, label, control: { as: 'number' } });
const list = (key: string, label: string): FieldSpec => ({ key, label, control: { as: 'list' } });
const period: FieldSpec = { key: 'period', label: 'Kỳ', control: { as: 'period' } };
const entries: FieldSpec = { key: 'entryIds', label: 'Trong danh mục', control: { as: 'entries' } };
const select = (
  key: string,
  label: string,
  options: readonly (readonly [string, string])[],
  clearable = false,
): FieldSpec => ({ key, label, control: { as: 'select', options, clearable } });

export const ITEM_FIELDS: Readonly<Record<PlanItemKind, readonly FieldSpec[]>> = {
  assignment: [long('unit', 'Tên đơn vị'), entries],
  task: [
    long('text', 'Nội dung'),
    { key: 'assignmentId', label: 'Giao cho', control: { as: 'assignment' } },
    date('lastDay', 'Hạn cuối'),
    period,
    text('recurrence', 'Định kỳ'),
    list('coordinating', 'Phối hợp'),
    select('state', 'Tình trạng', [
      ['open', 'Đang làm'],
      ['done', 'Đã xong'],
    ]),
  ],
  target: [
    long('text', 'Nội dung'),
    select('scope', 'Loại', [
      ['own', 'Chỉ tiêu phải đạt'],
      ['content', 'Số liệu tuyên truyền'],
    ]),
    select(
      'operator',
      'So sánh',
      [
        ['>=', 'từ … trở lên (≥)'],
        ['>', 'trên (>)'],
        ['=', 'bằng (=)'],
        ['<=', 'không quá (≤)'],
        ['<', 'dưới (<)'],
      ],
      true,
    ),
    number('value', 'Giá trị'),
    number('upper', 'Đến'),
    text('unit', 'Đơn vị tính'),
    select(
      'per',
      'Mỗi',
      [
        ['week', 'tuần'],
        ['month', 'tháng'],
        ['quarter', 'quý'],
        ['year', 'năm'],
      ],
      true,
    ),
    { key: 'indicator', label: 'Đo bằng chỉ tiêu', control: { as: 'indicator' } },
  ],
  deadline: [
    long('text', 'Nội dung'),
    select('deadlineKind', 'Loại', [
      ['date', 'Đến một ngày'],
      ['period', 'Trong một kỳ'],
      ['relative', 'Tính từ một việc khác'],
      ['recurring', 'Định kỳ'],
      ['continuous', 'Thường xuyên'],
    ]),
    date('lastDay', 'Ngày cuối còn đúng hạn'),
    text('time', 'Giờ'),
    period,
    text('who', 'Ai'),
  ],
  conference: [
    long('name', 'Tên hội nghị'),
    text('organizer', 'Đơn vị tổ chức'),
    { key: 'start', label: 'Thời gian', control: { as: 'moment' } },
    period,
    select(
      'mode',
      'Hình thức',
      [
        ['in-person', 'Trực tiếp'],
        ['online', 'Trực tuyến'],
      ],
      true,
    ),
    list('participants', 'Thành phần'),
  ],
  reporting: [
    long('text', 'Nội dung'),
    text('from', 'Ai báo cáo'),
    text('to', 'Gửi ai'),
    text('via', 'Qua'),
    text('cycle', 'Chu kỳ'),
  ],
  recipient: [long('name', 'Nơi nhận'), text('purpose', 'Để làm gì'), entries],
  basis: [
    text('number', 'Số, ký hiệu'),
    text('documentKind', 'Loại văn bản'),
    date('date', 'Ngày'),
    text('issuer', 'Cơ quan ban hành'),
  ],
};

export function fieldOf(item: PlanItem, key: string): unknown {
  return new Map<string, unknown>(Object.entries(item)).get(key);
}

/** The item's main words. */
export function wordsOf(item: PlanItem): string {
  switch (item.kind) {
    case 'assignment':
      return item.unit;
    case 'conference':
    case 'recipient':
      return item.name;
    case 'basis':
      return [item.documentKind, item.number].filter(Boolean).join(' ') || 'Căn cứ không rõ số';
    default:
      return item.text;
  }
}

export function isUncertain(item: PlanItem): boolean {
  return item.doubt !== '' && !item.accepted && !item.dropped;
}

/** Kinds that can be cut in two at the caret, and joined. */
export const SPLITTABLE: ReadonlySet<PlanItemKind> = new Set([
  'task',
  'target',
  'deadline',
  'recipient',
  'assignment',
  'conference',
]);
