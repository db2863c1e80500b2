import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../../shared/ports/system';
import { PERIOD, forms } from '../../../support/reported-office';
import { officeWithPlan, officeWithSchedule } from '../../../support/test-application';
import { workbookOf } from '../../../support/forms-as-models';

describe('asking for reports', () => {
  it('proposes a working day and asks the active units', async () => {
    const app = await officeWithPlan();
    const proposal = await app.call('report.propose', { dossierId: app.dossierId, period: PERIOD });
    expect(proposal).toMatchObject({
      from: '2025-12-15',
      to: '2026-03-14',
      dueDay: '2026-03-15',
      proposedLastDay: '2026-03-16',
    });
    expect(proposal.reason).toContain('Chủ nhật');
    const scheduled = await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: PERIOD,
      lastDay: '2026-03-16',
      units: proposal.unitIds,
    });
    expect(scheduled.expected).toBe(proposal.unitIds.length);
    expect(scheduled.via).toBe('Ban Xây dựng Đảng');
  });

  it('sends reports the way the plan says, when its sentences agree', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const schedule = async (period: string) =>
      (await app.call('report.schedule', { dossierId, period, lastDay: '2026-03-16' })).via;
    for (const item of (await app.call('plan.get', { dossierId })).items)
      if (item.kind === 'reporting') await app.call('plan.dropItem', { dossierId, itemId: item.id });
    expect(await schedule('2026-01')).toBe('Ban Xây dựng Đảng');
    const say = (via: string) =>
      app.call('plan.addItem', {
        dossierId,
        kind: 'reporting',
        fields: { text: `Báo cáo qua ${via}`, from: null, to: null, via, cycle: 'định kỳ' },
        afterId: null,
      });
    await say('Văn phòng Đảng ủy');
    expect(await schedule('2026-02')).toBe('Văn phòng Đảng ủy');
    await say('Ủy ban Kiểm tra');
    expect(await schedule('2026-03')).toBe('Ban Xây dựng Đảng');
  });

  it('expands groups, adds what rates need, keeps what was asked when only the day changes', async () => {
    const app = await officeWithSchedule();
    const group = await app.call('office.saveEntry', {
      kind: 'group',
      name: 'Nhóm thử',
      memberIds: [...app.units],
    });
    const scheduled = await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: '2026-Q2',
      lastDay: '2026-06-20',
      units: [group.id],
      indicators: ['DV03'],
    });
    expect(scheduled.unitIds).toEqual(app.units);
    expect(scheduled.indicators).toEqual(['DV01', 'DV02', 'DV03']);
    const moved = await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: '2026-Q2',
      lastDay: '2026-06-22',
    });
    expect([moved.lastDay, moved.unitIds, moved.indicators]).toEqual([
      '2026-06-22',
      scheduled.unitIds,
      scheduled.indicators,
    ]);
  });

  it('refuses impossible days, strangers and the same figure twice', async () => {
    const app = await officeWithSchedule();
    const ask = (more: object) =>
      app.refusal('report.schedule', {
        dossierId: app.dossierId,
        period: '2026-Q2',
        lastDay: '2026-06-20',
        ...more,
      });
    expect((await ask({ lastDay: '2026-02-30' })).fieldErrors?.['lastDay']).toBeDefined();
    expect((await ask({ indicators: ['ZZ01'] })).message).toContain('ZZ01');
    expect((await ask({ units: ['Hội không có'] })).fieldErrors?.['units']).toContain('Hội không có');
    expect((await ask({ period: '2026-03', lastDay: '2026-03-20' })).code).toBe('CONFLICT');
  });

  it('gives one unit more time', async () => {
    const app = await officeWithSchedule();
    const extension = { unitId: app.units[0] ?? '', lastDay: '2026-03-30', reason: 'Thay bí thư' };
    await app.call('report.extend', { dossierId: app.dossierId, period: PERIOD, extension });
    app.ports.at('2026-03-28T08:00:00+07:00');
    const status = await app.call('report.status', { dossierId: app.dossierId, period: PERIOD });
    expect(status.units.map(({ state }) => state)).toEqual(['not-due', 'missing', 'missing']);
    expect(
      (
        await app.refusal('report.extend', {
          dossierId: app.dossierId,
          period: PERIOD,
          extension: { ...extension, lastDay: '2026-03-01' },
        })
      ).code,
    ).toBe('BAD_REQUEST');
    expect(
      (await app.refusal('report.extend', { dossierId: app.dossierId, period: '2026-Q4', extension })).code,
    ).toBe('NOT_FOUND');
  });

  it('makes one form a unit that knows what it is', async () => {
    const app = await officeWithSchedule();
    const made = await forms(app);
    expect(made).toHaveLength(3);
    const hidden = workbookOf(made[0] ?? new Uint8Array()).sheets.find(({ name }) => name === '_vpdu');
    const texts = hidden?.cells.map(({ value }) => (value.kind === 'text' ? value.text : '')) ?? [];
    expect(texts).toContain(app.dossierId);
    expect(texts).toContain(app.units[0]);
    const one = await app.call('report.forms', {
      dossierId: app.dossierId,
      period: PERIOD,
      units: ['Chi bộ TDP số 2'],
    });
    expect(one.files).toHaveLength(1);
    expect((await app.refusal('report.forms', { dossierId: app.dossierId, period: '2026-Q3' })).code).toBe(
      'NOT_FOUND',
    );
    const stopped: Progress = { report: () => undefined, cancelled: () => true };
    expect(
      (await app.refusal('report.forms', { dossierId: app.dossierId, period: PERIOD }, { progress: stopped }))
        .details?.['cancelled'],
    ).toBe(true);
  });
});
