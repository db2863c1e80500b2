import { afterAll, describe, expect, it } from 'vitest';
import { dateOfInstant, formatInstant, timeOfInstant } from '../../../../shared/date/plain-date';

const zone = process.env['TZ'];
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe.each(['Asia/Ho_Chi_Minh', 'UTC', 'America/Los_Angeles'])('on a PC set to %s', (timeZone) => {
  it('an instant has Vietnam’s day and hour, and one that names no zone is Vietnam’s', () => {
    process.env['TZ'] = timeZone;
    expect(dateOfInstant('2026-03-16T17:10:00Z')).toBe('2026-03-17');
    expect(timeOfInstant('2026-03-16T17:10:00Z')).toBe('00:10');
    expect(formatInstant('2026-03-10T15:30')).toBe('10/03/2026 15:30');
    expect(formatInstant('2026-03-10T23:59:30')).toBe('10/03/2026 23:59');
    expect(formatInstant('2026-03-10T15:30:00+07:00')).toBe('10/03/2026 15:30');
  });
});
