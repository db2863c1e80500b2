import { describe, expect, it } from 'vitest';
import { ok } from '../../../../shared/result';
import { PERIOD, filledOffice } from '../../../support/reported-office';
import { officeWithSchedule } from '../../../support/test-application';
import { workbookOf } from '../../../support/forms-as-models';

describe('closing a period', () => {
  it('is said by the check of the store in words, by the plan and the period, where it was altered', async () => {
    const app = await filledOffice();
    await app.call('report.close', { dossierId: app.dossierId, period: PERIOD });
    const { plan } = await app.call('plan.get', { dossierId: app.dossierId });
    const meta = { expectedRevision: null, requestId: 'sua', at: '2026-03-25T09:00:00+07:00', by: 'Mai' };
    await app.ports.store.commit(
      { kind: 'dossier', id: app.dossierId },
      { ...meta, command: 'test.alter' },
      (draft) => {
        for (const record of draft.list('consolidations'))
          draft.put('consolidations', { ...record, checksum: '0'.repeat(64) });
        return ok(null);
      },
    );
    const [fault] = await app.call('store.check', {});
    expect(fault?.place).toBe(`Hồ sơ “${plan.title}”, bản tổng hợp quý I năm 2026`);
    expect(fault?.message).toContain('Bản tổng hợp quý I năm 2026 lần 1 không còn đúng như lúc chốt');
  });

  it('closes versions; late figures make a supplement', async () => {
    const app = await filledOffice();
    const first = await app.call('report.close', { dossierId: app.dossierId, period: PERIOD });
    expect([first.version, first.supplement]).toEqual([1, false]);
    expect((await app.call('report.close', { dossierId: app.dossierId, period: PERIOD })).version).toBe(1);
    const closed = await app.call('report.totals', { dossierId: app.dossierId, period: PERIOD });
    expect(closed.version).toBe(1);
    await app.put(app.c, { HN01: 1, HN02: 10, DV01: 10, DV02: 9 });
    expect(
      (await app.call('report.totals', { dossierId: app.dossierId, period: PERIOD })).version,
    ).toBeNull();
    const bare = await app.refusal('report.close', { dossierId: app.dossierId, period: PERIOD, reason: ' ' });
    expect(bare.fieldErrors).toEqual({ reason: 'Ghi lý do chốt bổ sung.' });
    const second = await app.call('report.close', {
      dossierId: app.dossierId,
      period: PERIOD,
      reason: 'Đơn vị nộp muộn',
    });
    expect([second.version, second.supplement]).toEqual([2, true]);
    const frozen = await app.call('report.totals', { dossierId: app.dossierId, period: PERIOD, version: 1 });
    expect(frozen.totals['HN02']).toBe(1090);
    expect(
      (await app.call('report.consolidation', { dossierId: app.dossierId, period: PERIOD, version: 2 }))
        .totals.totals['HN02'],
    ).toBe(1100);
    expect(
      (await app.refusal('report.consolidation', { dossierId: app.dossierId, period: PERIOD, version: 9 }))
        .code,
    ).toBe('NOT_FOUND');
    expect(
      (await app.refusal('report.totals', { dossierId: app.dossierId, period: PERIOD, version: 9 })).code,
    ).toBe('NOT_FOUND');
  });

  it('exports an older closing again: its figures, its day and who was missing then', async () => {
    const app = await filledOffice();
    const { dossierId } = app;
    app.ports.at('2026-03-30T08:00:00+07:00');
    await app.call('report.close', { dossierId, period: PERIOD });
    app.ports.at('2026-04-02T08:00:00+07:00');
    await app.put(app.c, { HN01: 1, HN02: 10, DV01: 10, DV02: 9 });
    await app.call('report.return', { dossierId, period: PERIOD, unit: app.b, reason: 'Thiếu số' });
    await app.call('report.close', { dossierId, period: PERIOD, reason: 'Đơn vị nộp muộn' });
    const exported = async (version: number | null) => {
      const reply = await app.call('export.summary', { dossierId, period: PERIOD, format: 'xlsx', version });
      const workbook = workbookOf(app.ports.taken(reply.ticket)[0]?.bytes ?? new Uint8Array());
      const cells = workbook.sheets.flatMap((sheet) => sheet.cells);
      const texts = cells.map(({ value }) => (value.kind === 'text' ? value.text : '')).join('\n');
      const total = cells.find(({ name }) => name === 'tong_HN02')?.value;
      return { reply, texts, total };
    };
    const first = await exported(1);
    expect(first.reply.version).toBe(1);
    expect(first.reply.suggestedName).toContain('lần chốt 1');
    expect(first.total).toMatchObject({ value: 1090 });
    expect(first.texts).toContain('Tính đến ngày 30/03/2026, 2/3 đơn vị đã báo cáo');
    expect(first.texts).toContain('Bản chốt lần 1');
    expect(first.texts).toContain('Đơn vị chưa báo cáo (1): Chi bộ Tổ dân phố số 3.');
    expect(first.texts).not.toContain('bị trả lại, chưa báo cáo lại');
    const second = await exported(2);
    expect(second.total).toMatchObject({ value: 70 });
    expect(second.texts).toContain('Bản bổ sung lần 2');
    expect((await exported(null)).reply.suggestedName).not.toContain('lần chốt');
    const ask = (more: object) =>
      app.refusal('export.summary', { dossierId, period: PERIOD, format: 'xlsx', ...more });
    expect((await ask({ version: 9 })).code).toBe('NOT_FOUND');
    expect((await ask({ version: 1, dossierId: null })).code).toBe('BAD_REQUEST');
  });

  it('prints a closing in the same bytes, whatever changed since', async () => {
    const app = await filledOffice();
    const { dossierId } = app;
    app.ports.at('2026-03-30T08:00:00+07:00');
    await app.call('report.close', { dossierId, period: PERIOD });
    app.ports.at('2026-04-02T08:00:00+07:00');
    await app.put(app.c, { HN01: 1, HN02: 10, DV01: 10, DV02: 9 });
    await app.call('report.close', { dossierId, period: PERIOD, reason: 'Đơn vị nộp muộn' });
    const printed = async () => {
      const bytes: string[] = [];
      for (const version of [1, 2])
        for (const format of ['xlsx', 'docx'] as const) {
          const asked = { dossierId, period: PERIOD, format, version };
          const { ticket } = await app.call('export.summary', asked);
          bytes.push(Buffer.from(app.ports.taken(ticket)[0]?.bytes ?? []).toString('base64'));
        }
      return bytes;
    };
    const before = await printed();
    app.ports.at('2026-05-04T08:00:00+07:00');
    await app.call('report.schedule', {
      dossierId,
      period: '2025-Q4',
      lastDay: '2025-12-25',
      indicators: ['HN01', 'HN02'],
      units: [...app.units],
    });
    await app.call('report.put', { dossierId, period: '2025-Q4', unit: app.a, values: { HN01: 1, HN02: 5 } });
    await app.put(app.b, { HN01: 8, HN02: 800, DV01: 20, DV02: 20 });
    await app.call('report.return', { dossierId, period: PERIOD, unit: app.a, reason: 'Nhầm biểu' });
    for (const item of (await app.call('plan.get', { dossierId })).items)
      if (item.kind === 'conference') await app.call('plan.dropItem', { dossierId, itemId: item.id });
    await app.call('plan.saveHeader', { dossierId, fields: { title: 'Tên khác của kế hoạch' } });
    expect(await printed()).toEqual(before);
    const live = await app.call('export.summary', { dossierId, period: PERIOD, format: 'xlsx' });
    const texts = Buffer.from(app.ports.taken(live.ticket)[0]?.bytes ?? []).toString('utf8');
    expect(texts).toContain('SO SÁNH VỚI KỲ TRƯỚC');
  });

  it('does not close what nobody sent', async () => {
    const app = await officeWithSchedule();
    expect((await app.refusal('report.close', { dossierId: app.dossierId, period: PERIOD })).code).toBe(
      'CONFLICT',
    );
  });

  it('closes a range while no unit has handed in all its parts', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    const range = '2026-01..2026-06';
    const second = { dossierId, period: '2026-Q2', lastDay: '2026-06-25', units: [...app.units] };
    await app.call('report.schedule', { ...second, indicators: ['HN01', 'HN02'] });
    expect((await app.refusal('report.close', { dossierId, period: range })).code).toBe('CONFLICT');
    const unit = app.units[0] ?? '';
    await app.call('report.put', { dossierId, period: PERIOD, unit, values: { HN01: 2, HN02: 100 } });
    expect((await app.call('report.status', { dossierId, period: range })).received).toBe(0);
    expect((await app.call('report.close', { dossierId, period: range })).version).toBe(1);
    const frozen = await app.call('report.totals', { dossierId, period: range, version: 1 });
    expect(frozen.totals['HN02']).toBe(100);
    expect(frozen.missingUnits).toHaveLength(3);
    await app.call('report.return', { dossierId, period: PERIOD, unit, reason: 'Thiếu số' });
    expect((await app.refusal('report.close', { dossierId, period: range, reason: 'x' })).code).toBe(
      'CONFLICT',
    );
  });
});
