import { describe, expect, it } from 'vitest';
import { PERIOD, filledOffice } from '../../../support/reported-office';

describe('figures', () => {
  it('adds up, with both coverages, and traces a total to its reports', async () => {
    const app = await filledOffice();
    const totals = await app.call('report.totals', { dossierId: app.dossierId, period: PERIOD });
    expect(totals.totals).toMatchObject({ HN01: 3, HN02: 1090, DV01: 92, DV02: 90 });
    expect(totals.coverage['DV03']?.reported).toBe(97.83);
    expect(totals.missingUnits.map(({ unit }) => unit)).toEqual([app.c]);
    const trace = await app.call('report.trace', {
      dossierId: app.dossierId,
      period: PERIOD,
      indicator: 'HN02',
    });
    expect(trace.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(1090);
    expect(
      (await app.refusal('report.trace', { dossierId: app.dossierId, period: PERIOD, indicator: 'ZZ99' }))
        .code,
    ).toBe('NOT_FOUND');
    expect((await app.refusal('report.totals', { dossierId: app.dossierId, period: '2026-Q4' })).code).toBe(
      'NOT_FOUND',
    );
    const matrix = await app.call('report.matrix', { dossierId: null, year: 2026 });
    expect(matrix.columns).toMatchObject([{ dossierId: app.dossierId, period: PERIOD }]);
    expect(matrix.totals).toMatchObject([{ expected: 3, received: 2 }]);
    expect((await app.call('report.matrix', { dossierId: app.dossierId, year: 2025 })).columns).toEqual([]);
  });

  it('names the fields of typed figures that are wrong', async () => {
    const app = await filledOffice();
    const wrong = await app.refusal('report.put', {
      dossierId: app.dossierId,
      period: PERIOD,
      unit: app.c,
      values: { HN01: '1.5', DV01: 1, DV02: 2 },
    });
    expect(Object.keys(wrong.fieldErrors ?? {})).toEqual(['values.HN01', 'values.DV02']);
    expect(
      (await app.refusal('report.put', { dossierId: app.dossierId, period: PERIOD, unit: app.c, values: {} }))
        .code,
    ).toBe('BAD_REQUEST');
    expect(
      (
        await app.refusal('report.put', {
          dossierId: app.dossierId,
          period: PERIOD,
          unit: 'Chi bộ lạ',
          values: { HN01: 1 },
        })
      ).code,
    ).toBe('NOT_FOUND');
    expect(
      (
        await app.refusal('report.put', {
          dossierId: app.dossierId,
          period: PERIOD,
          unit: app.c,
          values: { HN01: 1 },
          receivedOn: '2027-01-01',
        })
      ).fieldErrors?.['receivedOn'],
    ).toBeDefined();
  });

  it('owes a returned report again', async () => {
    const app = await filledOffice();
    await app.call('report.return', {
      dossierId: app.dossierId,
      period: PERIOD,
      unit: app.a,
      reason: 'Thiếu số',
    });
    const status = await app.call('report.status', { dossierId: app.dossierId, period: PERIOD });
    expect(status).toMatchObject({ received: 1, returned: 1 });
    expect(
      (
        await app.refusal('report.return', {
          dossierId: app.dossierId,
          period: PERIOD,
          unit: app.c,
          reason: 'x',
        })
      ).code,
    ).toBe('NOT_FOUND');
  });
});
