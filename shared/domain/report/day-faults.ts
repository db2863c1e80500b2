/** Days that contradict one another: what came in was not written later, nothing has happened tomorrow. */
import { formatDate } from '../../date/plain-date';
import type { PlainDate } from '../../date/plain-date';
import { fail } from '../../result';
import type { Result } from '../../result';

/** A refusal at `field` when `day` lies outside; null when it does not, or no day is given. `what` begins the sentence. */
export function dayFault(
  day: PlainDate | null,
  bounds: { readonly notBefore?: PlainDate | null; readonly notAfter?: PlainDate | null },
  field: string,
  what: string,
): Result<never> | null {
  if (day === null) return null;
  const { notBefore = null, notAfter = null } = bounds;
  const side =
    notAfter !== null && day > notAfter
      ? `không được sau ngày ${formatDate(notAfter)}`
      : notBefore !== null && day < notBefore
        ? `không được trước ngày ${formatDate(notBefore)}`
        : null;
  if (side === null) return null;
  return fail('BAD_REQUEST', `${what} (${formatDate(day)}) ${side}.`, {
    fieldErrors: { [field]: `Ngày này ${side}.` },
  });
}
