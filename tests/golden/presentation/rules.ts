/**
 * The rows of domain.md §1 (Party: HD 36, HD 05) and §2 (state: NĐ 30) as figures. Written from the rules, on purpose
 * not from resources/profiles: a profile that is edited wrongly must fail here.
 */
import type { ProfileId } from './invented';

export type Range = readonly [number, number];

/** How the text of a component looks. */
export interface Look {
  /** Points. */
  readonly size: Range;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
}

export interface Row {
  /** "§1 row 3" */
  readonly row: string;
  readonly document: 'plan' | 'letter' | 'marked';
  /** The printed text, or its beginning. */
  readonly text: string;
  readonly look: Look;
  /** Where: a half of the page between the margins, or its middle; indented body text. */
  readonly place: 'left block' | 'right block' | 'middle' | 'text' | 'left margin';
}

export interface PageRule {
  readonly top: Range;
  readonly bottom: Range;
  readonly left: Range;
  readonly right: Range;
  readonly mirrored: boolean;
  readonly number: Range;
  readonly indent: Range;
  /** Points from baseline to baseline; single spacing of a size is 1.15 of it. */
  readonly line: Range;
  readonly gap: Range;
}

const exactly = (size: number): Range => [size, size];
const caps = (text: string): string => text.toUpperCase();

const PARTY_ROWS: readonly Row[] = [
  { row: '§1 row 1', document: 'plan', text: 'ĐẢNG CỘNG SẢN VIỆT NAM', look: { size: exactly(15), bold: true }, place: 'right block' },
  { row: '§1 row 2a', document: 'plan', text: 'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG', look: { size: exactly(14) }, place: 'left block' },
  { row: '§1 row 2b', document: 'plan', text: 'ĐẢNG ỦY PHƯỜNG AN BÌNH', look: { size: exactly(14), bold: true }, place: 'left block' },
  { row: '§1 row 2c', document: 'plan', text: '*', look: { size: exactly(14) }, place: 'left block' },
  { row: '§1 row 3', document: 'plan', text: 'Số 07-KH/ĐU', look: { size: exactly(14) }, place: 'left block' },
  { row: '§1 row 4', document: 'plan', text: 'An Bình, ngày 05 tháng 02 năm 2026', look: { size: exactly(14), italic: true }, place: 'right block' },
  { row: '§1 row 5a', document: 'plan', text: 'KẾ HOẠCH', look: { size: [15, 16], bold: true }, place: 'middle' },
  { row: '§1 row 5b', document: 'plan', text: 'tuyên truyền, quán triệt và thực hiện', look: { size: [14, 15], bold: true }, place: 'middle' },
  { row: '§1 row 5c', document: 'plan', text: '-----', look: { size: [14, 15] }, place: 'middle' },
  { row: '§1 row 5d', document: 'letter', text: 'về việc đôn đốc nộp', look: { size: exactly(12), italic: true }, place: 'left block' },
  { row: '§1 row 6', document: 'plan', text: 'Giúp cán bộ, đảng viên', look: { size: [14, 15] }, place: 'text' },
  { row: '§1 row 6b', document: 'plan', text: caps('I. Mục đích, yêu cầu'), look: { size: [14, 15], bold: true }, place: 'text' },
  { row: '§1 row 7', document: 'letter', text: 'Kính gửi:', look: { size: exactly(14), italic: true }, place: 'middle' },
  { row: '§1 row 8a', document: 'plan', text: 'T/M BAN THƯỜNG VỤ', look: { size: exactly(14), bold: true }, place: 'right block' },
  { row: '§1 row 8b', document: 'plan', text: 'PHÓ BÍ THƯ THƯỜNG TRỰC', look: { size: exactly(14) }, place: 'right block' },
  { row: '§1 row 8c', document: 'plan', text: 'Trần Minh Khôi', look: { size: exactly(14), bold: true }, place: 'right block' },
  { row: '§1 row 9a', document: 'plan', text: 'Nơi nhận:', look: { size: exactly(14), underline: true }, place: 'left margin' },
  { row: '§1 row 9b', document: 'plan', text: '- Thường trực Thành ủy (để b/c)', look: { size: exactly(12) }, place: 'left margin' },
  { row: '§1 row 9b, last', document: 'plan', text: '- Lưu VPĐU.', look: { size: exactly(12) }, place: 'left margin' },
  { row: '§1 row 11', document: 'marked', text: 'HỎA TỐC', look: { size: exactly(14), bold: true }, place: 'left block' },
  { row: '§1 row 13', document: 'marked', text: 'Dự thảo lần 1', look: { size: exactly(14), italic: true }, place: 'right block' },
]; // prettier-ignore

const STATE_ROWS: readonly Row[] = [
  { row: '§2 quốc hiệu', document: 'plan', text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', look: { size: [12, 13], bold: true }, place: 'right block' },
  { row: '§2 tiêu ngữ', document: 'plan', text: 'Độc lập - Tự do - Hạnh phúc', look: { size: [13, 14], bold: true }, place: 'right block' },
  { row: '§2 superior body', document: 'plan', text: 'THÀNH PHỐ HẢI PHÒNG', look: { size: [12, 13] }, place: 'left block' },
  { row: '§2 issuing body', document: 'plan', text: 'ỦY BAN NHÂN DÂN', look: { size: [12, 13], bold: true }, place: 'left block' },
  { row: '§2 number', document: 'plan', text: 'Số: 07/KH-UBND', look: { size: exactly(13) }, place: 'left block' },
  { row: '§2 place and date', document: 'plan', text: 'An Bình, ngày 05 tháng 02 năm 2026', look: { size: [13, 14], italic: true }, place: 'right block' },
  { row: '§2 type', document: 'plan', text: 'KẾ HOẠCH', look: { size: [13, 14], bold: true }, place: 'middle' },
  { row: '§2 trích yếu', document: 'plan', text: 'Tuyên truyền, quán triệt và thực hiện', look: { size: [13, 14], bold: true }, place: 'middle' },
  { row: '§2 V/v', document: 'letter', text: 'V/v đôn đốc nộp', look: { size: [12, 13] }, place: 'left block' },
  { row: '§2 căn cứ', document: 'plan', text: 'Căn cứ Điều lệ', look: { size: [13, 14], italic: true }, place: 'text' },
  { row: '§2 body', document: 'plan', text: 'Giúp cán bộ, đảng viên', look: { size: [13, 14] }, place: 'text' },
  { row: '§2 authority', document: 'plan', text: 'TM. ỦY BAN NHÂN DÂN', look: { size: [13, 14], bold: true }, place: 'right block' },
  { row: '§2 on behalf', document: 'plan', text: 'KT. CHỦ TỊCH', look: { size: [13, 14], bold: true }, place: 'right block' },
  { row: '§2 position', document: 'plan', text: 'PHÓ CHỦ TỊCH', look: { size: [13, 14], bold: true }, place: 'right block' },
  { row: '§2 name', document: 'plan', text: 'Lê Thu An', look: { size: [13, 14], bold: true }, place: 'right block' },
  { row: '§2 Nơi nhận', document: 'plan', text: 'Nơi nhận:', look: { size: exactly(12), bold: true, italic: true }, place: 'left margin' },
  { row: '§2 recipients', document: 'plan', text: '- Thường trực Thành ủy (để b/c);', look: { size: exactly(11) }, place: 'left margin' },
  { row: '§2 Lưu', document: 'plan', text: '- Lưu: VT.', look: { size: exactly(11) }, place: 'left margin' },
]; // prettier-ignore

export const ROWS: Readonly<Record<ProfileId, readonly Row[]>> = {
  hd36: PARTY_ROWS,
  hd05: PARTY_ROWS,
  nd30: STATE_ROWS,
};

const PARTY_PAGE: PageRule = {
  top: exactly(20),
  bottom: exactly(20),
  left: exactly(30),
  right: exactly(15),
  mirrored: true,
  number: exactly(14),
  indent: exactly(10),
  line: exactly(18),
  gap: [6, 12],
};

export const PAGES: Readonly<Record<ProfileId, PageRule>> = {
  hd36: PARTY_PAGE,
  hd05: { ...PARTY_PAGE, line: [18, 22] },
  nd30: {
    top: [20, 25],
    bottom: [20, 25],
    left: [30, 35],
    right: [15, 20],
    mirrored: false,
    number: [13, 14],
    indent: [10, 12.7],
    line: [13 * 1.149, 14 * 1.149 * 1.5],
    gap: [6, 12],
  },
};

/** What ends a recipient's line and the text. */
export const MARKS: Readonly<Record<ProfileId, { readonly recipient: string; readonly text: string }>> = {
  hd36: { recipient: ',', text: 'thực hiện.' },
  hd05: { recipient: ';', text: 'thực hiện.' },
  nd30: { recipient: ';', text: 'thực hiện./.' },
};

/** mm and points: what "the same" means. */
export const MM_TOLERANCE = 0.5;
export const POINT_TOLERANCE = 0.1;
