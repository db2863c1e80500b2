/** zod's complaints as field errors in Vietnamese. */
import type { z } from 'zod';
import { issueWords, issueWordsAtField } from '../i18n/issue-words';
import { fail, ok, type Result } from '../result';

type Say = (issue: z.core.$ZodIssue, method?: string) => string;

/** Field path → Vietnamese sentence; the first complaint of a field stands. */
export function fieldErrorsOf(
  error: z.ZodError,
  method?: string,
  say: Say = issueWordsAtField,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.') || '_';
    errors[path] ??= say(issue, method);
  }
  return errors;
}

/** Not every place can mark a field (the command line, a list of rows): the sentence says what is wrong, each once. */
function reasons(fieldErrors: Readonly<Record<string, string>>): string {
  const said = [...new Set(Object.values(fieldErrors))];
  return `${said.slice(0, 3).join(' ')}${said.length > 3 ? ` Còn ${said.length - 3} chỗ khác.` : ''}`;
}

/** Parses or answers BAD_REQUEST with the field errors. `method`: the command whose words its form uses. */
export function validated<S extends z.ZodType>(
  schema: S,
  value: unknown,
  method?: string,
): Result<z.output<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const fieldErrors = fieldErrorsOf(parsed.error, method);
  return fail(
    'BAD_REQUEST',
    `Có chỗ ghi chưa đúng. ${reasons(fieldErrorsOf(parsed.error, method, issueWords))}`,
    { fieldErrors },
  );
}
