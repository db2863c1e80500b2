/** Sổ đăng ký văn bản đi: its columns in order (NĐ 30 Phụ lục IV; domain.md §4), one row an entry. */
import { formatDate } from '../date/plain-date';
import type { RegisterEntry } from '../domain/dispatch/model';

export const REGISTER_COLUMNS = [
  'Số, ký hiệu',
  'Ngày tháng VB',
  'Tên loại và trích yếu',
  'Người ký',
  'Nơi nhận',
  'Đơn vị, người nhận bản lưu',
  'Số lượng bản',
  'Ngày chuyển',
  'Ký nhận',
  'Ghi chú',
] as const;

export interface RegisterBookInput {
  readonly office: { readonly parentBody: string; readonly issuingBody: string; readonly place: string };
  /** "năm 2026" or "nhiệm kỳ 2025–2030" */
  readonly scope: string;
  /** Entries in the order in which they are printed. */
  readonly entries: readonly RegisterEntry[];
  readonly createdAt: string;
}

const KIND_NOTE: Readonly<Record<RegisterEntry['kind'], string>> = {
  issued: '',
  reserved: 'Giữ số',
  void: 'Số đã hủy',
};

/** A register's line as texts, in the order of `REGISTER_COLUMNS`; "Ký nhận" is signed by hand. */
export function registerRow(entry: RegisterEntry): readonly string[] {
  return [
    entry.numberText,
    formatDate(entry.date),
    entry.subject,
    entry.signer,
    entry.recipients,
    entry.keeper,
    entry.copies === null ? '' : String(entry.copies),
    entry.sentOn === null ? '' : formatDate(entry.sentOn),
    '',
    [KIND_NOTE[entry.kind], entry.note].filter((text) => text !== '').join('; '),
  ];
}
