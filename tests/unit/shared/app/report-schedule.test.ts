import { describe, expect, it } from 'vitest';
import { officeWithPlan, officeWithSchedule } from '../../../support/test-application';

type Plan = Awaited<ReturnType<typeof officeWithPlan>>;

async function threeUnits(app: Plan): Promise<[string, string, string]> {
  const ids: string[] = [];
  for (const name of ['Chi bộ Tổ dân phố số 1', 'Chi bộ Tổ dân phố số 2', 'Chi bộ Tổ dân phố số 3'])
    ids.push((await app.call('office.saveEntry', { kind: 'unit', name })).id);
  return ids as [string, string, string];
}

const quarters = (app: Plan) =>
  app.call('report.proposeSchedule', {
    dossierId: app.dossierId,
    cycle: 'quarter',
    first: '2026-Q1',
    last: '2026-Q4',
  });

describe('a schedule', () => {
  it('shows every weekend of 2026 with the proposal, and moves nothing by itself', async () => {
    const proposal = await quarters(await officeWithPlan());
    expect(proposal.periods.map((row) => [row.dueDay, row.proposedLastDay, row.cityDueDay])).toEqual([
      ['2026-03-15', '2026-03-16', '2026-03-20'],
      ['2026-06-15', '2026-06-15', '2026-06-20'],
      ['2026-09-15', '2026-09-15', '2026-09-20'],
      ['2026-12-15', '2026-12-15', '2026-12-20'],
    ]);
    expect(proposal.periods.map((row) => row.proposedDueToCity)).toEqual([
      '2026-03-20',
      '2026-06-22',
      '2026-09-21',
      '2026-12-21',
    ]);
    expect(proposal.periods[0]?.reason).toContain('Chủ nhật');
    expect(proposal.periods.filter((row) => row.cityReason !== null)).toHaveLength(3);
  });

  it('is one commit with all its periods, as confirmed, and one undo takes all back', async () => {
    const app = await officeWithPlan();
    const [first, second, third] = await threeUnits(app);
    const proposal = await quarters(app);
    const before = (await app.call('plan.get', { dossierId: app.dossierId })).revision;
    const saved = await app.call('report.saveSchedule', {
      dossierId: app.dossierId,
      cycle: 'quarter',
      // The Sunday was kept: a person said so.
      periods: proposal.periods.map((row) => ({
        period: row.period,
        lastDay: row.dueDay,
        dueToCity: row.cityDueDay,
      })),
      indicators: ['HN01', 'HN02'],
      asks: [{ units: [third], indicators: ['DV03'] }],
      units: [first, second, third],
      via: 'Ban Xây dựng Đảng',
      consolidatedBy: 'Văn phòng Đảng ủy',
    });
    expect(saved.periods.map((row) => [row.period, row.lastDay, row.expected])).toEqual([
      ['2026-Q1', '2026-03-15', 3],
      ['2026-Q2', '2026-06-15', 3],
      ['2026-Q3', '2026-09-15', 3],
      ['2026-Q4', '2026-12-15', 3],
    ]);
    expect(saved.revision).toBe(before + 1);
    const { periods } = await app.call('plan.get', { dossierId: app.dossierId });
    expect(periods.map((period) => [period.dueToCity, period.consolidatedBy])).toEqual([
      ['2026-03-20', 'Văn phòng Đảng ủy'],
      ['2026-06-20', 'Văn phòng Đảng ủy'],
      ['2026-09-20', 'Văn phòng Đảng ủy'],
      ['2026-12-20', 'Văn phòng Đảng ủy'],
    ]);
    const ask = async (unit: string) =>
      (await app.call('report.get', { dossierId: app.dossierId, period: '2026-Q2', unit })).indicators;
    expect(await ask(first)).toEqual(['HN01', 'HN02']);
    expect(await ask(third)).toEqual(['DV01', 'DV02', 'DV03']);
    await app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision: saved.revision });
    expect((await app.call('plan.get', { dossierId: app.dossierId })).periods).toEqual([]);
  });

  it('is made whole or not at all: a figure owed twice is refused with its period', async () => {
    const app = await officeWithSchedule();
    const error = await app.refusal('report.saveSchedule', {
      dossierId: app.dossierId,
      cycle: 'month',
      periods: [
        { period: '2026-04', lastDay: '2026-04-15' },
        { period: '2026-03', lastDay: '2026-03-16' },
      ],
      indicators: ['HN01'],
      units: [...app.units],
    });
    expect(error).toMatchObject({ code: 'CONFLICT', details: { period: '2026-Q1' } });
    expect((await app.call('plan.get', { dossierId: app.dossierId })).periods).toHaveLength(1);
  });

  it('does not move the days of figures that are in, and does not go while reports stand', async () => {
    const app = await officeWithSchedule();
    const [unit = ''] = app.units;
    const at = { dossierId: app.dossierId, period: '2026-Q1' };
    await app.call('report.put', { ...at, unit, values: { HN01: 2 } });
    const change = (from: string) => ({
      dossierId: app.dossierId,
      cycle: 'quarter' as const,
      periods: [{ period: '2026-Q1', from, lastDay: '2026-03-26' }],
      indicators: ['HN01', 'HN02', 'DV01', 'DV02'],
      units: [...app.units],
    });
    expect((await app.refusal('report.saveSchedule', change('2026-01-01'))).message).toContain('15/12/2025');
    await app.call('report.saveSchedule', change('2025-12-15'));
    expect((await app.refusal('report.removePeriod', at)).code).toBe('CONFLICT');
  });

  it('takes a period back, and it can be had again', async () => {
    const app = await officeWithSchedule();
    const at = { dossierId: app.dossierId, period: '2026-Q1' };
    const { revision } = await app.call('report.removePeriod', at);
    expect((await app.refusal('report.status', at)).code).toBe('NOT_FOUND');
    await app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision });
    expect((await app.call('report.status', at)).expected).toBe(3);
  });

  it('asks ad hoc with an hour and the superior’s document', async () => {
    const app = await officeWithPlan();
    const [first] = await threeUnits(app);
    await app.call('report.saveSchedule', {
      dossierId: app.dossierId,
      cycle: 'once',
      periods: [
        {
          period: 'DX-2026-001',
          from: '2026-03-01',
          to: '2026-03-10',
          lastDay: '2026-03-12',
          time: '16:00',
          dueToCity: '2026-03-13',
        },
      ],
      indicators: ['HN01'],
      units: [first],
      request: { numberText: '105-CV/BTGDVTU', date: '2026-03-09', issuer: 'Ban Tuyên giáo và Dân vận' },
    });
    const { period } = await app.call('report.get', {
      dossierId: app.dossierId,
      period: 'DX-2026-001',
      unit: first,
    });
    expect(period).toMatchObject({ time: '16:00', dueToCity: '2026-03-13' });
    expect(period.request?.numberText).toBe('105-CV/BTGDVTU');
  });
});

describe('more time', () => {
  const at = (app: Plan) => ({ dossierId: app.dossierId, period: '2026-Q1' });
  const owed = async (app: Plan) => ({
    today: (await app.call('today.list', {})).items.find(({ period }) => period === '2026-Q1'),
    row: (await app.call('obligation.list', { dossierId: null })).find(({ id }) => id === '2026-Q1'),
  });

  it('leaves a unit out of what is overdue until its own day has passed', async () => {
    const app = await officeWithSchedule();
    const [first = '', ...others] = app.units;
    const extension = { unitId: first, lastDay: '2026-04-01', reason: 'Mới kiện toàn cấp ủy' };
    await app.call('report.extend', { ...at(app), extension });
    app.ports.at('2026-03-26T08:00:00+07:00');
    const before = await owed(app);
    expect(before.today).toMatchObject({ kind: 'overdue' });
    expect(before.today?.title).toContain('còn 2/3 đơn vị chưa báo cáo');
    expect(before.today?.detail).toContain('1 đơn vị còn trong thời gian gia hạn');
    expect(before.row).toMatchObject({ state: 'overdue', received: 0, expected: 3 });

    for (const unit of others) await app.call('report.put', { ...at(app), unit, values: { HN01: 1 } });
    const waiting = await owed(app);
    expect(waiting.today).toMatchObject({ kind: 'soon', date: '2026-04-01' });
    expect(waiting.row).toMatchObject({ state: 'not-due', received: 2 });

    app.ports.at('2026-04-02T08:00:00+07:00');
    const after = await owed(app);
    expect(after.today?.title).toContain('còn 1/3 đơn vị chưa báo cáo');
    expect(after.row).toMatchObject({ state: 'overdue' });
  });

  it('is over at the hour of an ad hoc report', async () => {
    const app = await officeWithPlan();
    const [first] = await threeUnits(app);
    await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: 'DX-2026-001',
      from: '2026-03-01',
      to: '2026-03-10',
      lastDay: '2026-03-12',
      time: '16:00',
      units: [first],
    });
    const kind = async (now: string) => {
      app.ports.at(now);
      return (await app.call('today.list', {})).items.find(({ period }) => period === 'DX-2026-001')?.kind;
    };
    expect(await kind('2026-03-12T15:59:00+07:00')).toBe('due');
    expect(await kind('2026-03-12T16:01:00+07:00')).toBe('overdue');
  });
});

describe('who is proposed', () => {
  it('is no unit that takes the reports in, also where the plan names nobody', async () => {
    const app = await officeWithPlan();
    for (const item of (await app.call('plan.get', { dossierId: app.dossierId })).items)
      if (item.kind === 'reporting')
        await app.call('plan.dropItem', { dossierId: app.dossierId, itemId: item.id });
    const { entries } = await app.call('office.get', {});
    const office = entries.filter(({ name }) => name === 'Văn phòng Đảng ủy' || name === 'Ban Xây dựng Đảng');
    expect(office.map(({ kind }) => kind)).toEqual(['unit', 'unit']);
    const proposal = await quarters(app);
    expect(proposal.unitsFrom).toBe('office');
    expect(proposal.unitIds.length).toBeGreaterThan(0);
    for (const { id } of office) expect(proposal.unitIds).not.toContain(id);
    const single = await app.call('report.propose', { dossierId: app.dossierId, period: '2026-Q1' });
    expect(single.unitIds).toEqual(proposal.unitIds);
  });

  it('takes the day of a deadline that speaks of reports', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    for (const item of (await app.call('plan.get', { dossierId })).items)
      if (item.kind === 'reporting' || item.kind === 'deadline')
        await app.call('plan.dropItem', { dossierId, itemId: item.id });
    await app.call('plan.addItem', {
      dossierId,
      kind: 'deadline',
      fields: {
        text: 'Gửi báo cáo kết quả trước ngày 20 tháng cuối quý',
        deadlineKind: 'recurring',
        lastDay: null,
        time: null,
        period: null,
        who: null,
      },
      afterId: null,
    });
    const { periods } = await quarters(app);
    expect(periods.map(({ dueDay }) => dueDay)).toEqual([
      '2026-03-19',
      '2026-06-19',
      '2026-09-19',
      '2026-12-19',
    ]);
  });
});

describe('a merger', () => {
  it('tells beforehand who will owe, changes later periods only, and can be undone', async () => {
    const app = await officeWithSchedule();
    const [first = '', second = ''] = app.units;
    await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: '2026-Q2',
      lastDay: '2026-06-15',
      units: [...app.units],
    });
    const merger = { id: second, from: '2026-04-01', into: [first], reason: 'Nghị quyết số 12-NQ/ĐU' };
    const { periods } = await app.call('office.previewMerge', merger);
    expect(periods.map((row) => [row.period, row.noLonger, row.newly])).toEqual([
      ['2026-Q2', ['Chi bộ Tổ dân phố số 2'], []],
    ]);
    const { revision } = await app.call('office.mergeEntry', merger);
    const expected = async (period: string) =>
      (await app.call('report.status', { dossierId: app.dossierId, period })).expected;
    expect([await expected('2026-Q1'), await expected('2026-Q2')]).toEqual([3, 2]);
    await app.call('store.undo', { kind: 'office', id: 'office', revision });
    expect(await expected('2026-Q2')).toBe(3);
  });

  it('asks the units that a split founded, from their day', async () => {
    const app = await officeWithSchedule();
    const [first = ''] = app.units;
    const at = { dossierId: app.dossierId, period: '2026-Q2' };
    await app.call('report.schedule', { ...at, lastDay: '2026-06-15', units: [...app.units] });
    const split = { id: first, from: '2026-06-15', founded: ['Chi bộ Tổ dân phố số 1A'], keeps: true };
    const { periods } = await app.call('office.previewMerge', split);
    expect(periods.map((row) => [row.noLonger, row.newly])).toEqual([[[], ['Chi bộ Tổ dân phố số 1A']]]);
    const { founded } = await app.call('office.mergeEntry', split);
    const [unit = ''] = founded;
    await app.call('report.put', { ...at, unit, values: { HN01: 7 } });
    const status = await app.call('report.status', at);
    expect([status.expected, status.received]).toEqual([4, 1]);
    const owed = await app.call('obligation.list', { dossierId: app.dossierId });
    expect(owed.find(({ id }) => id === at.period)).toMatchObject({ expected: 4, received: 1 });
    // The plan list speaks of the period that is owed by now.
    await app.call('report.removePeriod', { dossierId: app.dossierId, period: '2026-Q1' });
    const [row] = await app.call('plan.list', { query: '', archived: false });
    expect(row?.reports).toEqual({ period: at.period, expected: 4, received: 1 });
    await app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision: null });
    const { expected } = await app.call('report.status', { ...at, period: '2026-Q1' });
    expect(expected).toBe(3);
  });

  it.each([
    ['BAD_REQUEST', { into: [] }],
    ['BAD_REQUEST', { from: '2026-02-30' }],
    ['BAD_REQUEST', { into: ['không có'] }],
    ['BAD_REQUEST', { founded: ['Chi bộ Tổ dân phố số 3'] }],
    ['NOT_FOUND', { id: 'không có' }],
  ])('is refused with %s: %j', async (code, change) => {
    const app = await officeWithSchedule();
    const [first = '', second = ''] = app.units;
    const merger = { id: second, from: '2026-04-01', into: [first], ...change };
    expect((await app.refusal('office.mergeEntry', merger)).code).toBe(code);
  });
});
