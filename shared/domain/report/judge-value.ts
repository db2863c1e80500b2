/**
 * One figure, from a cell or typed: taken as a number or text, or refused with what was written and what is expected.
 * Typed values only: a formula's result may change after it was sent, so it is refused. domain.md §5 "Indicator catalogue".
 */
import { formatNumber, parseNumber } from '../../text/numbers';
import { fold, toNfc } from '../../text/normalize';
import type { Indicator } from '../office/model';
import { isNarrative } from './indicators';
import { readNumberWords } from './number-words';

/** A value as it stands in a cell (`RawCell`) or was typed. */
export interface RawValue {
  readonly type: 'empty' | 'number' | 'text' | 'date' | 'boolean' | 'formula' | 'error';
  readonly number: number | null;
  readonly text: string;
}

export type JudgedValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'fault';
      readonly code: FaultCode;
      /** "“ba mươi” không phải là số" */
      readonly problem: string;
      /** "Sửa thành 30" */
      readonly remedy: string;
    };

export type FaultCode =
  | 'not-a-number'
  | 'ambiguous-number'
  | 'formula'
  | 'error-value'
  | 'date'
  | 'negative'
  | 'not-integer'
  | 'out-of-range'
  | 'not-yes-no'
  | 'too-long'
  | 'required'
  | 'above'
  | 'nil-unclear'
  | 'nil-with-figures'
  | 'empty'
  | 'not-a-form'
  | 'identity-missing'
  | 'wrong-app'
  | 'wrong-version'
  | 'other-office'
  | 'bad-period'
  | 'unknown-dossier'
  | 'unknown-unit'
  | 'period-not-asked'
  | 'not-expected'
  | 'fingerprint'
  | 'name-missing'
  | 'row-moved'
  | 'names-overlap'
  | 'values-moved'
  | 'unknown-indicator'
  | 'model-title'
  | 'model-twice';

/** Longest text of one narrative part, in characters. */
export const NARRATIVE_LIMIT = 8000;
/** No ward counts more than this: a larger number is a slip of the keyboard. */
const LARGEST = 999_999_999_999;
const SHOWN_LENGTH = 60;

/** A typed value as a raw one. */
export function rawOf(value: number | string | null): RawValue {
  if (value === null) return { type: 'empty', number: null, text: '' };
  if (typeof value === 'number') return { type: 'number', number: value, text: String(value) };
  return { type: 'text', number: null, text: value };
}

/** Judges a value for its indicator; never guesses. */
export function judgeValue(indicator: Indicator, raw: RawValue): JudgedValue {
  const text = toNfc(raw.text).trim();
  if (raw.type === 'empty' || (raw.type === 'text' && text === '')) return { kind: 'empty' };
  if (raw.type === 'formula') return judgeFormula(indicator, text);
  if (raw.type === 'error')
    return fault(
      'error-value',
      isNarrative(indicator) ? 'ô đang báo lỗi' : `ô đang báo lỗi ${quoted(text)}`,
      expectedOf(indicator),
    );
  if (isNarrative(indicator)) return judgeText(text);
  if (indicator.kind === 'B') return judgeYesNo(raw, text);
  return judgeNumber(indicator, raw, text);
}

/**
 * Programs that make files without computing them store a formula with no result: nothing is seen in the cell until a
 * spreadsheet program opens it. Saving it there does not do, for the formula stays.
 */
function judgeFormula(indicator: Indicator, text: string): JudgedValue {
  const what = isNarrative(indicator) ? 'nội dung' : 'số';
  return text === ''
    ? fault(
        'formula',
        'ô là công thức chưa có kết quả: tệp được lưu bằng một chương trình không tính công thức',
        `Mở tệp bằng Excel hoặc WPS để xem kết quả, xóa công thức và gõ ${what} vào ô, bấm lưu`,
      )
    : fault(
        'formula',
        `${isNarrative(indicator) ? 'nội dung' : quoted(text)} là công thức`,
        `Chỉ nhận giá trị gõ trực tiếp: xóa công thức và gõ ${isNarrative(indicator) ? 'nội dung bằng chữ' : 'kết quả'}`,
      );
}

function judgeText(text: string): JudgedValue {
  if (text.length <= NARRATIVE_LIMIT) return { kind: 'text', text };
  return fault(
    'too-long',
    `nội dung dài ${formatNumber(text.length)} ký tự, quá ${formatNumber(NARRATIVE_LIMIT)} ký tự`,
    'Rút gọn nội dung, phần còn lại gửi kèm bằng văn bản',
  );
}

const YES = new Set(['co', 'x', '1', 'v', 'da', 'true', 'yes']);
const NO = new Set(['khong', '0', 'chua', 'false', 'no']);

/** x, có, 1 → true; không, 0 → false; null for anything else. */
export function readYesNo(raw: RawValue): boolean | null {
  const key =
    raw.type === 'number' && raw.number !== null ? String(raw.number) : fold(toNfc(raw.text).trim());
  return YES.has(key) ? true : NO.has(key) ? false : null;
}

function judgeYesNo(raw: RawValue, text: string): JudgedValue {
  const answer = readYesNo(raw);
  if (answer === null)
    return fault('not-yes-no', `${quoted(text)} không phải là “có” hoặc “không”`, 'Ghi “có” hoặc “không”');
  return { kind: 'number', value: answer ? 1 : 0 };
}

function judgeNumber(indicator: Indicator, raw: RawValue, text: string): JudgedValue {
  if (raw.type === 'date')
    return fault('date', `${quoted(text)} là ngày tháng, không phải là số`, expectedOf(indicator));
  const value = raw.type === 'number' ? raw.number : raw.type === 'text' ? parseNumber(text) : null;
  if (value === null || !Number.isFinite(value)) return notANumber(indicator, raw, text);
  const written = raw.type === 'text' ? text : formatNumber(value, 6);
  if (value < 0 && (indicator.minimum ?? -1) >= 0)
    return fault('negative', `${quoted(written)} là số âm`, expectedOf(indicator));
  if (indicator.integer && !Number.isInteger(value))
    return fault('not-integer', `${quoted(written)} không phải là số nguyên`, expectedOf(indicator));
  const minimum = indicator.minimum ?? -LARGEST;
  const maximum = indicator.maximum ?? LARGEST;
  if (value < minimum || value > maximum)
    return fault(
      'out-of-range',
      `${quoted(written)} nằm ngoài khoảng từ ${formatNumber(minimum, 6)} đến ${formatNumber(maximum, 6)}`,
      'Kiểm tra lại số liệu và ghi số đúng',
    );
  // −0 is a number in Excel; it is written as 0 everywhere else.
  return { kind: 'number', value: value === 0 ? 0 : value };
}

function notANumber(indicator: Indicator, raw: RawValue, text: string): JudgedValue {
  const slip = /^-?(\d+)\.(\d+)$/.exec(text.replace(/\s/g, ''));
  if (raw.type === 'text' && slip) {
    const [, whole = '', fraction = ''] = slip;
    return fault(
      'ambiguous-number',
      `${quoted(text)} chưa rõ là ${whole},${fraction} hay ${whole}${fraction} (dấu chấm chỉ ngăn hàng nghìn, dấu phẩy ngăn phần thập phân)`,
      expectedOf(indicator),
    );
  }
  const words = raw.type === 'text' ? readNumberWords(text) : null;
  return fault(
    'not-a-number',
    `${quoted(text)} không phải là số`,
    words === null ? expectedOf(indicator) : `Sửa thành ${formatNumber(words)}`,
  );
}

/** What to write instead. */
export function expectedOf(indicator: Indicator): string {
  if (isNarrative(indicator)) return 'Ghi nội dung bằng chữ';
  if (indicator.kind === 'B') return 'Ghi “có” hoặc “không”';
  return indicator.integer
    ? 'Ghi một số nguyên không âm bằng chữ số, ví dụ 30'
    : 'Ghi một số bằng chữ số, phần thập phân sau dấu phẩy, ví dụ 12,5';
}

function fault(code: FaultCode, problem: string, remedy: string): JudgedValue {
  return { kind: 'fault', code, problem, remedy };
}

function quoted(text: string): string {
  return `“${text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text}”`;
}
