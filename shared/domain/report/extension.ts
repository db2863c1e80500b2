/** Gia hạn: more time for one unit, the same for a report and for a unit's own plan. domain.md §5 "Late". */
import { dayWithHour } from '../../date/hour';
import { fail, ok } from '../../result';
import type { Result } from '../../result';
import type { ReportPeriod } from './model';

type Extension = ReportPeriod['extensions'][number];

/**
 * The extensions with one more; a second one for the same unit replaces the first. Refused: a unit that was not
 * asked, a moment that is not after the common one, no reason.
 */
export function withExtension(
  owed: Pick<ReportPeriod, 'unitIds' | 'lastDay' | 'time' | 'extensions'>,
  extension: Extension,
): Result<Extension[]> {
  if (!owed.unitIds.includes(extension.unitId))
    return fail('BAD_REQUEST', 'Đơn vị này không được giao báo cáo trong kỳ, nên không gia hạn.', {
      details: { unit: extension.unitId },
    });
  if (!isLater(extension, owed))
    return fail(
      'BAD_REQUEST',
      `Hạn mới ${dayWithHour(extension.lastDay, extension.time ?? null)} phải sau hạn chung ${dayWithHour(owed.lastDay, owed.time)}.`,
      { fieldErrors: { lastDay: 'Phải sau hạn chung.' } },
    );
  if (extension.reason.trim() === '')
    return fail('BAD_REQUEST', 'Ghi lý do gia hạn.', { fieldErrors: { reason: 'Ghi lý do gia hạn.' } });
  return ok([...owed.extensions.filter((item) => item.unitId !== extension.unitId), extension]);
}

/** A later day; on the very day only a later hour than the common one gives more time. */
export function isLater(extension: Extension, owed: Pick<ReportPeriod, 'lastDay' | 'time'>): boolean {
  if (extension.lastDay !== owed.lastDay) return extension.lastDay > owed.lastDay;
  if (owed.time === null) return false;
  return (extension.time ?? null) === null || (extension.time ?? '') > owed.time;
}
