/** A deadline with an hour: receipts, corrections, extensions and chasing all keep it. */
import { describe, expect, it } from 'vitest';
import { officeWithSchedule } from '../../../support/test-application';

const PERIOD = 'DX-2026-001';

async function withHour() {
  const app = await officeWithSchedule();
  const [a = '', b = ''] = app.units;
  await app.call('report.schedule', {
    dossierId: app.dossierId,
    period: PERIOD,
    from: '2026-03-01',
    to: '2026-03-20',
    lastDay: '2026-03-20',
    time: '22h15',
    units: [a, b],
    indicators: ['HN01'],
  });
  app.ports.at('2026-03-20T23:21:00+07:00');
  const at = { dossierId: app.dossierId, period: PERIOD };
  const stateOf = async (unit: string) =>
    (await app.call('report.status', at)).units.find((row) => row.unit === unit);
  const put = { ...at, unit: a, values: { HN01: 1 }, receivedOn: '2026-03-20' };
  return { ...app, a, b, at, put, stateOf };
}

describe('receipt', () => {
  it('is on time by the hour at which it came, however late it is typed in', async () => {
    const app = await withHour();
    await app.call('report.put', { ...app.put, receivedTime: '21h50' });
    expect(await app.stateOf(app.a)).toMatchObject({ state: 'on-time', receivedAt: '2026-03-20T21:50' });
  });

  it('without a word is now, with an empty hour not known; an hour to come is refused', async () => {
    const app = await withHour();
    const refused = await app.refusal('report.put', { ...app.put, receivedTime: '23:40' });
    expect(refused.fieldErrors?.['receivedTime']).toBeDefined();
    await app.call('report.put', app.put);
    expect(await app.stateOf(app.a)).toMatchObject({ state: 'late', receivedAt: '2026-03-20T23:21' });
    await app.call('report.put', { ...app.put, unit: app.b, receivedTime: null });
    expect(await app.stateOf(app.b)).toMatchObject({ state: 'on-time', receivedAt: '2026-03-20' });
  });

  it('is corrected by the hour alone, and both hours stay with the report', async () => {
    const app = await withHour();
    await app.call('report.put', app.put);
    const correction = { ...app.at, unit: app.a, receivedOn: '2026-03-20', reason: 'Gửi Zalo lúc 21h50' };
    expect((await app.refusal('report.correctReceipt', correction)).message).toContain(
      '23h21 ngày 20/03/2026',
    );
    await app.call('report.correctReceipt', { ...correction, receivedTime: '21h50' });
    expect(await app.stateOf(app.a)).toMatchObject({ state: 'on-time', receivedAt: '2026-03-20T21:50' });
    const { report } = await app.call('report.get', { ...app.at, unit: app.a });
    expect(report?.receiptCorrections).toMatchObject([{ fromTime: '23:21', toTime: '21:50' }]);
  });
});

describe('extension', () => {
  it('may be by the hour of the same day, and keeps it', async () => {
    const app = await withHour();
    const extend = (time: string) => ({
      ...app.at,
      extension: { unitId: app.a, lastDay: '2026-03-20', time, reason: 'Mất mạng' },
    });
    expect((await app.refusal('report.extend', extend('22:00'))).code).toBe('BAD_REQUEST');
    await app.call('report.extend', extend('23h59'));
    expect(await app.stateOf(app.a)).toMatchObject({ state: 'not-due', time: '23:59', extended: true });
    expect(await app.stateOf(app.b)).toMatchObject({ state: 'missing', time: '22:15' });
  });
});

describe('chasing', () => {
  it('says the hour and how long ago it was', async () => {
    const app = await withHour();
    const { units } = await app.call('report.chaseTexts', { places: [app.at] });
    expect(units[0]?.owes[0]).toMatchObject({ daysLate: 0, minutesLate: 66 });
    expect(units[0]?.message).toContain('hạn 22 giờ 15 ngày 20/03/2026, đã quá hạn 1 giờ 6 phút');
    const made = await app.call('report.chaseFile', { places: [app.at], product: 'letter', format: 'docx' });
    const [letter] = app.ports.taken(made.ticket);
    expect(Buffer.from(letter?.bytes ?? []).toString()).toContain('22h15 ngày 20/03/2026');
  });
});
