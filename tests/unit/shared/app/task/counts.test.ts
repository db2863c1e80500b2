/** Counts of a recurring task through the application. */
import { beforeEach, describe, expect, test } from 'vitest';
import { carryingOutScene, type CarryingOutScene } from '../../../../support/carrying-out';

let app: CarryingOutScene['app'];
let board: CarryingOutScene['board'];
let put: CarryingOutScene['put'];
let taskOf: CarryingOutScene['taskOf'];
let units: CarryingOutScene['units'];
let weekly: CarryingOutScene['weekly'];

beforeEach(async () => {
  ({ app, board, put, taskOf, units, weekly } = await carryingOutScene());
});

describe('counts a week', () => {
  const counts = (unit: string, of: Readonly<Record<string, number | null>>) => ({ unit, counts: { ...of } });
  const span = { per: 'week', quota: 2, unit: 'tin, bài', from: '2026-03-02', to: '2026-03-22' } as const;
  beforeEach(() => app.call('task.describe', { dossierId: app.dossierId, item: weekly, rhythm: span }));

  test('the words propose the rhythm, over the plan’s span', async () => {
    await app.call('task.describe', { dossierId: app.dossierId, item: weekly, rhythm: null });
    const { recurring } = await board();
    expect(recurring).toHaveLength(1);
    expect(recurring[0]).toMatchObject({ rhythmBy: 'words', units: 3, rhythm: { per: 'week', quota: 2 } });
    expect(recurring[0]?.rhythm?.to).toBe('2026-12-31');
  });

  /* Three whole weeks, over on 25/3. Unit 1: 2 + 2 + 2 = 6, 2 a week: fulfilled. Unit 2: 1 + – + 5 = 6 in 14 days, 3 a week, one missing. */
  test('a unit with every week and the average has done its duty', async () => {
    const [first = '', second = '', third = ''] = units;
    await app.call('task.putCounts', {
      dossierId: app.dossierId,
      item: weekly,
      rows: [
        counts(first, { '2026-03-02': 2, '2026-03-09': 2, '2026-03-16': 2 }),
        counts(second, { '2026-03-02': 1, '2026-03-16': 5 }),
      ],
    });
    const { rows } = await app.call('task.grid', { dossierId: app.dossierId, item: weekly });
    expect(
      rows.map(({ unit, total, average, averageMet, met, unmet, missing }) => [
        unit,
        total,
        average,
        averageMet,
        met,
        unmet,
        missing,
      ]),
    ).toEqual([
      [first, 6, 2, true, 3, 0, 0],
      [second, 6, 3, true, 1, 1, 1],
      [third, 0, null, null, 0, 0, 3],
    ]);
    expect(await taskOf(weekly)).toMatchObject({ done: 1, doing: 1, todo: 1 });
    expect((await app.call('plan.list', {}))[0]?.progress).toMatchObject({ done: 1 });
    // A person's word stands before the reckoning.
    await put(weekly, [first], { state: 'not-done', reason: 'Loa hỏng' });
    expect(await taskOf(weekly)).toMatchObject({ done: 0, notDone: 1 });
  });

  test('an emptied cell is nothing, not 0; strangers and other days are refused', async () => {
    const [first = '', , , police = ''] = units;
    const base = { dossierId: app.dossierId, item: weekly };
    await app.call('task.putCounts', { ...base, rows: [counts(first, { '2026-03-02': 2 })] });
    await app.call('task.putCounts', { ...base, rows: [counts(first, { '2026-03-02': null })] });
    expect((await app.call('task.grid', base)).rows[0]?.counts).toEqual({});
    const refused = (rows: ReturnType<typeof counts>[]) => app.refusal('task.putCounts', { ...base, rows });
    expect((await refused([counts(police, { '2026-03-02': 2 })])).message).toContain('không được giao');
    expect((await refused([counts(first, { '2026-03-03': 2 })])).code).toBe('BAD_REQUEST');
  });

  test('the unit’s report stands beside, and is never copied', async () => {
    const [first = ''] = units;
    await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: '2026-Q1',
      lastDay: '2026-03-25',
      indicators: ['TT01', 'TT05', 'MX01'],
      units: [first],
    });
    await app.call('report.put', {
      dossierId: app.dossierId,
      period: '2026-Q1',
      unit: first,
      values: { TT01: 10, TT05: 3, MX01: 11 },
      narrative: {},
    });
    const { rows } = await app.call('task.grid', { dossierId: app.dossierId, item: weekly });
    expect(rows[0]?.reported).toMatchObject([{ period: '2026-Q1', value: 24 }]);
    expect(rows[0]).toMatchObject({ total: 0, counts: {} });
  });
});

describe('weeks without counts in Hôm nay', () => {
  const span = { per: 'week', quota: 2, unit: 'tin, bài', from: '2026-03-02', to: '2026-03-29' } as const;
  const lines = async () =>
    (await app.call('today.list', {})).items.filter(({ about }) => about?.kind === 'counts');

  /* On 25/3 three weeks are over, the fourth is running. */
  test('one line a quota, with its weeks and units; gone once all is counted', async () => {
    const [first = '', second = '', third = ''] = units;
    const { dossierId } = app;
    app.ports.at('2026-03-24T09:00:00+07:00');
    expect(await lines(), 'nobody has looked at the reading yet').toEqual([]);
    await app.call('task.describe', { dossierId, item: weekly, rhythm: span });
    expect(await lines()).toMatchObject([
      {
        about: { id: weekly },
        kind: 'overdue',
        action: 'Ghi số liệu',
        date: '2026-03-08',
        title: '3 tuần chưa có số liệu của 3 đơn vị: Duy trì tối thiểu 02 tin, bài/tuần.',
      },
    ]);
    const all = { '2026-03-02': 0, '2026-03-09': 1, '2026-03-16': 2 };
    const save = (rows: { unit: string; counts: Record<string, number> }[]) =>
      app.call('task.putCounts', { dossierId, item: weekly, rows });
    await save([
      { unit: first, counts: all },
      { unit: second, counts: { '2026-03-02': 2, '2026-03-16': 2 } },
    ]);
    await put(weekly, [third], { state: 'not-done', reason: 'Loa hỏng' });
    expect((await lines())[0]?.title).toContain('1 tuần chưa có số liệu của 1 đơn vị');
    expect((await lines())[0]?.date).toBe('2026-03-15');
    // The week that ended on 15/3 is late from the eighth day on, not before.
    app.ports.at('2026-03-22T09:00:00+07:00');
    expect((await lines())[0]?.kind).toBe('due');
    app.ports.at('2026-03-23T09:00:00+07:00');
    expect((await lines())[0]?.kind).toBe('overdue');
    app.ports.at('2026-03-24T09:00:00+07:00');
    await save([{ unit: second, counts: { '2026-03-09': 0 } }]);
    expect(await lines()).toEqual([]);
  });
});
