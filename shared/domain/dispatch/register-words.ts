/** The words of the outgoing book, shared by the window, the printed books and the command line. */
import { z } from 'zod';
import { formatDate, plainDateSchema } from '../../date/plain-date';
import type { RegisterEntry } from './model';

/** What a person writes on a line by hand, or corrects later. */
export const lineFieldsSchema = z.object({
  date: plainDateSchema,
  subject: z.string().trim().min(1, 'Ghi tên loại và trích yếu.').max(2000),
  signer: z.string().max(300),
  recipients: z.string().max(2000),
  keeper: z.string().max(300),
  copies: z.number().int('Số lượng bản là số nguyên.').nonnegative('Số lượng bản từ 0 trở lên.').nullable(),
  sentOn: plainDateSchema.nullable(),
  note: z.string().max(2000),
});
export type LineFields = z.infer<typeof lineFieldsSchema>;
export type CorrectedField = keyof LineFields;

export const CORRECTED_FIELDS: Readonly<Record<CorrectedField, string>> = {
  date: 'Ngày văn bản',
  subject: 'Tên loại và trích yếu',
  signer: 'Người ký',
  recipients: 'Nơi nhận',
  keeper: 'Đơn vị, người nhận bản lưu',
  copies: 'Số lượng bản',
  sentOn: 'Ngày chuyển',
  note: 'Ghi chú',
};

/** A field's value as a person reads it; "(trống)" where there is none. */
export function shownField(field: CorrectedField, entry: LineFields): string {
  const value = entry[field];
  if (value === null || value === '') return '(trống)';
  return field === 'date' || field === 'sentOn' ? formatDate(String(value)) : String(value);
}

export const ENTRY_KIND_WORDS: Readonly<Record<RegisterEntry['kind'], string>> = {
  issued: 'Đã cấp',
  reserved: 'Giữ chỗ',
  void: 'Đã hủy',
};

/** "Thay thế 04-KH/ĐU; Được thay thế bằng 06-KH/ĐU"; empty where neither. */
export function replacementWords(replaces: string | null, replacedBy: string | null): string {
  return [
    replaces === null ? '' : `Thay thế ${replaces}`,
    replacedBy === null ? '' : `Được thay thế bằng ${replacedBy}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

type Noted = Pick<RegisterEntry, 'kind' | 'note' | 'reserved' | 'voided'> & {
  /** Of a document that took another's place, or lost its own. */
  readonly replacement: string;
};

/** "Giữ cho Văn phòng: …, dùng trước 05/02/2026", "Số đã hủy: …", "Thay thế …"; then the line's own note. */
export function lineNote(entry: Noted): string {
  const kept = entry.reserved;
  return [
    entry.kind === 'void' ? voidWords(entry.voided) : '',
    entry.kind === 'reserved' ? keptWords(kept) : '',
    entry.replacement,
    entry.note,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** "Số đã hủy: …"; of a number that nothing bore, only that. */
export function voidWords(voided: RegisterEntry['voided']): string {
  if (voided?.unused === 'mistyped') return 'Gõ nhầm, đã hủy';
  if (voided?.unused === 'undone') return 'Đã hoàn tác, số chưa dùng';
  return `Số đã hủy${voided ? `: ${voided.reason}` : ''}`;
}

function keptWords(kept: RegisterEntry['reserved']): string {
  if (!kept) return 'Giữ số';
  const until = kept.until === null ? '' : `, dùng trước hết ngày ${formatDate(kept.until)}`;
  return `Giữ số cho ${kept.holder}: ${kept.reason}${until}`;
}
