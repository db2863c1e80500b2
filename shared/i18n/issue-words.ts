/** What zod complains of, as a sentence that names the field and says what is expected there. */
import type { z } from 'zod';
import { hasMarks } from '../text/normalize';
import { fieldLabel } from './field-labels';

type Issue = z.core.$ZodIssue;

/** “Tên” (dòng 3): the field as on the screen, and which of several rows. */
function named(issue: Issue, method: string | undefined): string {
  const label = fieldLabel(issue.path, method) ?? 'Nội dung gửi đi';
  const row = issue.path.findLast((part) => typeof part === 'number');
  return typeof row === 'number' ? `“${label}” (dòng ${row + 1})` : `“${label}”`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'hãy ghi bằng chữ',
  number: 'hãy ghi một số',
  int: 'hãy ghi một số nguyên',
  boolean: 'hãy chọn có hoặc không',
  array: 'hãy chọn hoặc ghi ít nhất một dòng',
  date: 'hãy ghi ngày/tháng/năm',
};

/** zod names the choices in its own sentence, and ours are Vietnamese words: marks alone don't tell whose it is. */
const ZODS_OWN = /^(?:Invalid|Too|Expected|Unrecognized|Number|String)\b/u;

function limit(value: number | bigint): string {
  return String(value).replace('.', ',');
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, field: string): string {
  const { origin, minimum, inclusive } = issue;
  if (origin === 'string')
    return minimum === 1
      ? `${field} còn để trống; hãy ghi nội dung.`
      : `${field} quá ngắn; hãy ghi ít nhất ${limit(minimum)} ký tự.`;
  if (origin === 'array' || origin === 'set' || origin === 'map')
    return minimum === 1
      ? `${field} còn để trống; hãy chọn hoặc ghi ít nhất một dòng.`
      : `${field} còn thiếu; hãy chọn hoặc ghi ít nhất ${limit(minimum)} dòng.`;
  return `${field} quá nhỏ; hãy ghi số ${inclusive === false ? 'lớn hơn' : 'từ'} ${limit(minimum)}${inclusive === false ? '' : ' trở lên'}.`;
}

function tooBig(issue: z.core.$ZodIssueTooBig, field: string): string {
  const { origin, maximum, inclusive } = issue;
  if (origin === 'string') return `${field} quá dài; hãy ghi nhiều nhất ${limit(maximum)} ký tự.`;
  if (origin === 'array' || origin === 'set' || origin === 'map')
    return `${field} quá nhiều; hãy chọn nhiều nhất ${limit(maximum)} dòng.`;
  return `${field} quá lớn; hãy ghi số ${inclusive === false ? 'nhỏ hơn' : 'không quá'} ${limit(maximum)}.`;
}

/** A sentence that a schema was given, as against zod's own. */
function ownSentence(issue: Issue): string | null {
  return hasMarks(issue.message) && !ZODS_OWN.test(issue.message) ? issue.message : null;
}

/** The same for a field that shows it below itself: a schema's own sentence then needs no name before it. */
export function issueWordsAtField(issue: Issue, method?: string): string {
  return ownSentence(issue) ?? issueWords(issue, method);
}

/**
 * One complaint of a schema as a complete Vietnamese sentence. A schema's own sentence stands as it was written, after
 * the field's name where it does not say it itself. `method`: the command whose form it is, where names differ.
 */
export function issueWords(issue: Issue, method?: string): string {
  const field = named(issue, method);
  const own = ownSentence(issue);
  if (own !== null) {
    const label = fieldLabel(issue.path, method);
    return label === null || own.toLowerCase().includes(label.toLowerCase()) ? own : `${field}: ${own}`;
  }
  switch (issue.code) {
    case 'invalid_type':
      return `${field} còn thiếu hoặc ghi chưa đúng; ${EXPECTED[issue.expected] ?? 'hãy ghi đủ các ô của phần này'}.`;
    case 'too_small':
      return tooSmall(issue, field);
    case 'too_big':
      return tooBig(issue, field);
    case 'invalid_value':
      return `${field} không nằm trong các lựa chọn; hãy chọn lại trong danh sách.`;
    case 'not_multiple_of':
      return `${field} ghi chưa đúng; hãy ghi một số nguyên.`;
    default:
      return `${field} ghi chưa đúng; hãy xem lại rồi ghi hoặc chọn lại.`;
  }
}
