/** zod's complaints as field errors in Vietnamese. */
import type { z } from 'zod';
import { hasMarks } from '../text/normalize';
import { fail, ok, type Result } from '../result';

function sentence(issue: z.core.$ZodIssue): string {
  if (hasMarks(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return 'Trường này còn thiếu hoặc ghi sai kiểu giá trị.';
  if (issue.code === 'too_small') return 'Giá trị còn thiếu hoặc quá nhỏ.';
  if (issue.code === 'too_big') return 'Giá trị quá dài hoặc quá lớn.';
  if (issue.code === 'invalid_value') return 'Giá trị không nằm trong các lựa chọn cho phép.';
  return 'Giá trị của trường này không hợp lệ.';
}

/** Field path → Vietnamese sentence; the first complaint of a field stands. */
export function fieldErrorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.') || '_';
    errors[path] ??= sentence(issue);
  }
  return errors;
}

/** Not every place can mark a field (the command line, a list of rows): the sentence says what is wrong, each once. */
function reasons(fieldErrors: Readonly<Record<string, string>>): string {
  const said = [...new Set(Object.values(fieldErrors))];
  return `${said.slice(0, 3).join(' ')}${said.length > 3 ? ' …' : ''}`;
}

/** Parses or answers BAD_REQUEST with the field errors. */
export function validated<S extends z.ZodType>(
  schema: S,
  value: unknown,
  message?: string,
): Result<z.output<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const fieldErrors = fieldErrorsOf(parsed.error);
  return fail('BAD_REQUEST', message ?? `Có chỗ ghi chưa đúng. ${reasons(fieldErrors)}`, { fieldErrors });
}
