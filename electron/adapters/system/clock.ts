/** The PC's clock, or a fixed one for reproducible runs (`--now`). */
import type { Clock } from '../../../shared/ports/system';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** Instants are written in Vietnam's time, whatever the PC's own zone: `2026-03-25T08:00:00.000+07:00`. */
export const systemClock: Clock = {
  now: () => `${new Date(Date.now() + VIETNAM_OFFSET_MS).toISOString().slice(0, -1)}+07:00`,
};

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** A clock that stands still. BAD_REQUEST unless `instant` is ISO 8601 with its offset. */
export function fixedClock(instant: string): Result<Clock> {
  if (!ISO.test(instant) || Number.isNaN(Date.parse(instant)))
    return fail('BAD_REQUEST', `Thời điểm "${instant}" không đúng; ghi như 2026-03-25T08:00:00+07:00.`);
  return ok({ now: () => instant });
}
