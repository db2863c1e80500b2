/** Gia hạn: more time for one unit, the same for a report and for a unit's own plan. domain.md §5 "Late". */
import { formatDate } from '../../date/plain-date';
import { fail, ok } from '../../result';
import type { Result } from '../../result';
import type { ReportPeriod } from './model';

type Extension = ReportPeriod['extensions'][number];

/**
 * The extensions with one more; a second one for the same unit replaces the first. Refused: a unit that was not
 * asked, a day that is not after the common one, no reason.
 */
export function withExtension(
  owed: Pick<ReportPeriod, 'unitIds' | 'lastDay' | 'extensions'>,
  extension: Extension,
): Result<Extension[]> {
  if (!owed.unitIds.includes(extension.unitId))
    return fail('BAD_REQUEST', 'Đơn vị này không được giao báo cáo trong kỳ, nên không gia hạn.', {
      details: { unit: extension.unitId },
    });
  if (extension.lastDay <= owed.lastDay)
    return fail(
      'BAD_REQUEST',
      `Ngày gia hạn ${formatDate(extension.lastDay)} phải sau hạn chung ${formatDate(owed.lastDay)}.`,
      { fieldErrors: { lastDay: 'Phải sau hạn chung.' } },
    );
  if (extension.reason.trim() === '')
    return fail('BAD_REQUEST', 'Ghi lý do gia hạn.', { fieldErrors: { reason: 'Ghi lý do gia hạn.' } });
  return ok([...owed.extensions.filter((item) => item.unitId !== extension.unitId), extension]);
}
