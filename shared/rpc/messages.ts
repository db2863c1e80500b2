/** Vietnamese words for input that a schema refuses; a schema's own message goes before these. */
import type { z } from 'zod';

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'có hoặc không',
  array: 'danh sách',
  object: 'nhóm mục',
  record: 'nhóm mục',
};

/** The sentence for an issue without words of its own. */
export function vietnameseIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'Mục này còn thiếu.';
      return `Mục này phải là ${EXPECTED[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? 'Mục này còn trống.' : `Mục này cần ít nhất ${issue.minimum} ký tự.`;
      if (issue.origin === 'array' || issue.origin === 'set')
        return `Mục này cần ít nhất ${issue.minimum} dòng.`;
      return `Số này phải ${issue.inclusive === false ? 'lớn hơn' : 'từ'} ${issue.minimum}${issue.inclusive === false ? '' : ' trở lên'}.`;
    case 'too_big':
      if (issue.origin === 'string') return `Mục này dài quá ${issue.maximum} ký tự.`;
      if (issue.origin === 'array' || issue.origin === 'set') return `Mục này có quá ${issue.maximum} dòng.`;
      return `Số này không được quá ${issue.maximum}.`;
    case 'invalid_value':
      return `Mục này chỉ nhận một trong các giá trị: ${issue.values.map((value) => String(value)).join(', ')}.`;
    case 'unrecognized_keys':
      return `Có mục không biết: ${issue.keys.join(', ')}.`;
    default:
      return 'Mục này không đúng mẫu.';
  }
}

/** Field path ("term.from") → sentence, the first of each path; the path "" is the whole input. */
export function fieldErrorsOf(error: z.ZodError): Readonly<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.map((part) => String(part)).join('.');
    out[path] ??= issue.message;
  }
  return out;
}
