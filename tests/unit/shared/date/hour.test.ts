import { describe, expect, it } from 'vitest';
import { hourInput, IMPOSSIBLE_HOUR, readHour } from '../../../../shared/date/hour';
import { officeWithSchedule } from '../../../support/test-application';
import { contract } from '../../../../shared/rpc/contract';
import { validated } from '../../../../shared/app/validation';

describe('readHour', () => {
  it.each([
    ['16:30', '16:30'],
    ['16h30', '16:30'],
    ['16H30', '16:30'],
    ['16g30', '16:30'],
    ['16.30', '16:30'],
    ['16 giờ 30 phút', '16:30'],
    ['16h', '16:00'],
    ['7h', '07:00'],
    [' 8:05 ', '08:05'],
    ['0h', '00:00'],
    ['23:59', '23:59'],
  ])('%s → %s', (written, hour) => expect(readHour(written)).toBe(hour));

  it.each(['25:99', '24:00', '16:60', '16:3', '-1:00', '16h30h', 'chiều', '163', '1630', ''])(
    'refuses “%s”',
    (written) => expect(readHour(written)).toBeNull(),
  );
});

it('every hour that a person types is read so, and refused in Vietnamese', () => {
  expect(hourInput.parse('16h30')).toBe('16:30');
  expect(hourInput.parse(' ')).toBeNull();
  const refused = validated(contract['report.schedule'].input, {
    dossierId: 'x',
    period: '2026-Q1',
    lastDay: '2026-03-25',
    time: '24:00',
  });
  expect(refused).toMatchObject({
    ok: false,
    error: { message: `Có chỗ ghi chưa đúng. ${IMPOSSIBLE_HOUR}`, fieldErrors: { time: IMPOSSIBLE_HOUR } },
  });
});

it('an ad hoc request keeps the hour as HH:mm', async () => {
  const app = await officeWithSchedule();
  const asked = await app.call('report.schedule', {
    dossierId: app.dossierId,
    period: 'DX-2026-001',
    lastDay: '2026-05-05',
    time: '16h30',
    from: '2026-05-01',
    to: '2026-05-04',
  });
  expect(asked).toMatchObject({ time: '16:30' });
});
