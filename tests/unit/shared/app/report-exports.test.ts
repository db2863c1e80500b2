import { describe, expect, it } from 'vitest';
import { PERIOD, filledOffice } from '../../../support/reported-office';
import { workbookOf } from '../../../support/forms-as-models';

describe('what goes out of a period', () => {
  it('names the period in words where there is nothing to export', async () => {
    const app = await filledOffice();
    const { dossierId } = app;
    const none = await app.refusal('export.summary', { dossierId: null, period: '2025-Q4', format: 'xlsx' });
    expect(none.message).toContain('báo cáo quý IV năm 2025');
    const version = await app.refusal('export.summary', {
      dossierId,
      period: PERIOD,
      format: 'xlsx',
      version: 9,
    });
    expect(version.message).toBe('Báo cáo quý I năm 2026 không có bản tổng hợp lần 9.');
  });

  it('chases who owes and exports the summary, the same total everywhere', async () => {
    const app = await filledOffice();
    app.ports.at('2026-03-30T08:00:00+07:00');
    for (const format of ['text', 'docx', 'pdf'] as const) {
      const chased = await app.call('report.chase', { dossierId: app.dossierId, period: PERIOD, format });
      expect(chased.units).toEqual([app.c]);
      expect(chased.text).toContain('Chi bộ Tổ dân phố số 3');
    }
    const chase = { dossierId: app.dossierId, period: PERIOD } as const;
    expect((await app.call('report.chase', { ...chase, format: 'docx', units: [app.c] })).units).toEqual([
      app.c,
    ]);
    expect((await app.call('report.chase', { ...chase, format: 'text', units: [app.a] })).units).toEqual([]);
    expect(
      (await app.refusal('report.chase', { ...chase, format: 'pdf', units: [app.a] })).message,
    ).toContain('Các đơn vị đã chọn');
    const xlsx = await app.call('export.summary', { dossierId: null, period: PERIOD, format: 'xlsx' });
    const workbook = workbookOf(app.ports.taken(xlsx.ticket)[0]?.bytes ?? new Uint8Array());
    const total = workbook.sheets.flatMap(({ cells }) => cells).find(({ name }) => name === 'tong_HN02');
    expect(total?.value).toMatchObject({ value: 1090 });
    const pdf = await app.call('export.summary', { dossierId: app.dossierId, period: PERIOD, format: 'pdf' });
    expect(Buffer.from(app.ports.taken(pdf.ticket)[0]?.bytes ?? []).toString('utf8')).toContain('1.090');
    await app.call('export.summary', { dossierId: app.dossierId, period: PERIOD, format: 'docx' });
    const both = await app.call('export.summary', {
      dossierId: app.dossierId,
      period: PERIOD,
      format: 'xlsx+pdf',
    });
    expect(both.files.map(({ name }) => name)).toEqual([...xlsx.files, ...pdf.files].map(({ name }) => name));
    expect(both.suggestedName).toBe('Tổng hợp và báo cáo Quý I năm 2026');
    expect(
      (await app.refusal('export.summary', { dossierId: null, period: '2027', format: 'xlsx' })).code,
    ).toBe('NOT_FOUND');
    await app.put(app.c, { HN01: 0, HN02: 0, DV01: 3, DV02: 3 });
    expect(
      (await app.refusal('report.chase', { dossierId: app.dossierId, period: PERIOD, format: 'pdf' })).code,
    ).toBe('CONFLICT');
    expect(
      (await app.call('report.chase', { dossierId: app.dossierId, period: PERIOD, format: 'text' })).units,
    ).toEqual([]);
  });

  it('gives one workbook with a block a plan when several owe the period, and a report each', async () => {
    const app = await filledOffice();
    const { dossierId } = await app.call('plan.import', {
      text: 'KẾ HOẠCH\nthử thứ hai\nI. MỤC ĐÍCH\n1. Thử',
    });
    await app.call('report.schedule', {
      dossierId,
      period: PERIOD,
      lastDay: '2026-03-25',
      indicators: ['HN01'],
      units: [app.a],
    });
    const exported = await app.call('export.summary', { dossierId: null, period: PERIOD, format: 'xlsx' });
    expect(exported.files).toHaveLength(1);
    expect(exported.version).toBeNull();
    const workbook = workbookOf(app.ports.taken(exported.ticket)[0]?.bytes ?? new Uint8Array());
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Theo kế hoạch',
      'Tình hình nộp báo cáo',
      'KH1 Tổng hợp',
      'KH2 Tổng hợp',
    ]);
    const totals = workbook.sheets
      .flatMap(({ cells }) => cells)
      .filter(({ name }) => name?.endsWith('_HN01'));
    // Only the first plan has figures; nothing stands for both.
    expect(totals.map(({ name }) => name)).toEqual(['tong_KH1_HN01', 'tong_KH2_HN01']);
    const reports = await app.call('export.summary', { dossierId: null, period: PERIOD, format: 'pdf' });
    expect(reports.files).toHaveLength(2);
  });
});
