/** Which backups are kept: all of 7 days, the newest of each week for 2 months, the newest of each month after. */
import { addDays, dateOfInstant, daysBetween, weekday } from '../../../shared/date/plain-date';
import type { Instant } from '../../../shared/date/plain-date';
import type { BackupInfo } from '../../../shared/ports/store';

const ALL_FOR_DAYS = 7;
const WEEKLY_FOR_DAYS = 62;

/** The backups that may go at `now`. The newest one never does. */
export function backupsToDrop(backups: readonly BackupInfo[], now: Instant): readonly BackupInfo[] {
  const today = dateOfInstant(now);
  const newestFirst = [...backups].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const kept = new Set<string>();
  return newestFirst.filter((backup, place) => {
    const day = dateOfInstant(backup.createdAt);
    const age = daysBetween(day, today);
    const monday = addDays(day, 1 - weekday(day));
    const span =
      age <= ALL_FOR_DAYS
        ? backup.file
        : age <= WEEKLY_FOR_DAYS
          ? `week ${monday}`
          : `month ${day.slice(0, 7)}`;
    const known = kept.has(span);
    kept.add(span);
    return known && place > 0;
  });
}
