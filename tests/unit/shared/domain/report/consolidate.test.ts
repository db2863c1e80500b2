import { describe, expect, it } from 'vitest';
import { consolidate } from '../../../../../shared/domain/report/consolidate';
import type { ConsolidateInput } from '../../../../../shared/domain/report/consolidate';
import { CATALOGUE, group, indicator, owed, report, unit } from './support/build';

const base = (input: Partial<ConsolidateInput>): ConsolidateInput => ({
  period: '2026-Q1',
  cumulative: false,
  periods: [],
  reports: [],
  entries: [unit('A'), unit('B')],
  catalogue: CATALOGUE,
  now: '2026-12-31T00:00:00Z',
  ...input,
});
const months = (codes: readonly string[], ids = ['2026-01', '2026-02', '2026-03'], units = ['A', 'B']) =>
  ids.map((id) => owed(id, units, codes));

describe('what feeds a period', () => {
  it('uses the period itself where it is owed and its months for what only they ask', () => {
    const totals = consolidate(
      base({
        periods: [...months(['HN01']), owed('2026-Q1', ['A', 'B'], ['HN02'])],
        reports: [report('2026-02', 'A', { HN01: 3 }), report('2026-Q1', 'A', { HN02: 100 })],
      }),
    );
    expect(totals.totals).toEqual({ HN01: 3, HN02: 100 });
  });

  it('never adds a month to the quarter that holds it', () => {
    const totals = consolidate(
      base({
        periods: [...months(['HN02']), owed('2026-Q1', ['A', 'B'], ['HN02'])],
        reports: [report('2026-02', 'A', { HN02: 40 }), report('2026-Q1', 'A', { HN02: 100 })],
      }),
    );
    expect(totals.totals.HN02).toBe(100);
    expect(totals.parts).toEqual(['2026-Q1']);
  });

  it('adds up a year of quarters and months', () => {
    const totals = consolidate(
      base({
        period: '2026',
        periods: [...months(['HN02']), owed('2026-Q2', ['A'], ['HN02']), owed('2027-01', ['A'], ['HN02'])],
        reports: [
          report('2026-03', 'A', { HN02: 1 }),
          report('2026-Q2', 'A', { HN02: 10 }, { receivedOn: '2026-06-15' }),
          report('2027-01', 'A', { HN02: 100 }),
        ],
      }),
    );
    expect(totals.totals.HN02).toBe(11);
  });

  it('has nothing for a period that nothing feeds', () => {
    expect(consolidate(base({ periods: months(['HN01']), period: '2026-Q2' }))).toMatchObject({
      parts: [],
      totals: {},
      units: [],
    });
  });

  it('keeps an ad hoc request to itself', () => {
    const input = base({
      periods: [...months(['HN02']), owed('DX-2026-001', ['A'], ['HN02'])],
      reports: [report('2026-01', 'A', { HN02: 5 }), report('DX-2026-001', 'A', { HN02: 7 })],
    });
    expect(consolidate({ ...input, period: 'DX-2026-001' }).totals.HN02).toBe(7);
    expect(consolidate({ ...input, period: 'DX-2026-001', cumulative: true }).totals.HN02).toBe(7);
    expect(consolidate({ ...input, period: '2026', cumulative: true }).totals.HN02).toBe(5);
  });
});

describe('lũy kế', () => {
  const periods = [
    owed('2025-12', ['A'], ['HN02']),
    ...['2026-01', '2026-02'].map((id) => owed(id, ['A'], ['HN02'])),
  ];
  const reports = [
    report('2025-12', 'A', { HN02: 100 }),
    report('2026-01', 'A', { HN02: 10 }),
    report('2026-02', 'A', { HN02: 1 }),
  ];

  it('starts with the schedule or with the year', () => {
    const input = base({ period: '2026-02', cumulative: true, periods, reports });
    expect(consolidate(input).totals.HN02).toBe(111);
    const fromYear = periods.map((period) => ({ ...period, cumulativeFrom: 'year' as const }));
    expect(consolidate({ ...input, periods: fromYear }).totals.HN02).toBe(11);
  });

  it('does not look ahead', () => {
    expect(consolidate(base({ period: '2026-01', cumulative: true, periods, reports })).totals.HN02).toBe(
      110,
    );
  });
});

describe('stocks', () => {
  const periods = months(['DV01', 'DV02'], ['2026-01', '2026-02', '2026-03'], ['A']);

  it('carries over a missing report to the last known value when nil', () => {
    const totals = consolidate(
      base({
        periods,
        reports: [report('2026-01', 'A', { DV01: 20, DV02: 18 }), report('2026-03', 'A', 'nil')],
      }),
    );
    expect(totals.totals).toMatchObject({ DV01: 20, DV02: 18, DV03: 90 });
    expect(totals.units[0]?.carried).toEqual(['DV01', 'DV02']);
  });

  it('is nothing for a nil report with nothing before it', () => {
    const totals = consolidate(
      base({ period: '2026-01', periods, reports: [report('2026-01', 'A', 'nil')] }),
    );
    expect(totals.totals).toEqual({});
    expect(totals.coverage.DV03).toEqual({ reported: null, expected: null });
  });

  it('takes the last month that anybody has reported while the next is still open', () => {
    const totals = consolidate(base({ periods, reports: [report('2026-01', 'A', { DV01: 20, DV02: 18 })] }));
    expect(totals.coverage.DV03).toEqual({ reported: 90, expected: 90 });
  });

  it('does not depend on the clock', () => {
    const input = base({ periods, reports: [report('2026-02', 'A', { DV01: 20, DV02: 18 })] });
    const late = consolidate(input);
    const early = consolidate({ ...input, now: '2025-01-01T00:00:00Z' });
    expect(early.status).not.toEqual(late.status);
    expect({ ...early, status: late.status, missingUnits: late.missingUnits }).toEqual(late);
  });

  it('leaves out a returned report', () => {
    const returned = report(
      '2026-03',
      'A',
      { DV01: 9, DV02: 9 },
      { state: 'returned', returnedReason: 'Sai' },
    );
    const totals = consolidate(base({ period: '2026-03', periods, reports: [returned] }));
    expect(totals.totals).toEqual({});
    expect(totals.status).toMatchObject({ returned: 1, received: 0 });
  });
});

describe('rates', () => {
  it('judges the target before rounding', () => {
    const totals = consolidate(
      base({
        period: '2026-01',
        periods: months(['DV01', 'DV02'], ['2026-01'], ['A']),
        reports: [report('2026-01', 'A', { DV01: 100_000, DV02: 95_001 })],
      }),
    );
    expect(totals.totals.DV03).toBe(95);
    expect(totals.targets.DV03?.reported).toBe(true);
  });

  it('divides by the weeks of the covered days', () => {
    const totals = consolidate(
      base({
        periods: months(['TT01']),
        reports: [report('2026-01', 'A', { TT01: 10 }), report('2026-03', 'B', { TT01: 16 })],
      }),
    );
    // 26 / (90 / 7) = 2.0222…
    expect(totals.totals.TT04).toBe(2.02);
    expect(totals.targets.TT04).toEqual({ operator: '>=', value: 2, reported: true, expected: true });
  });

  it('divides a unit’s figure by the weeks of which it was asked, the total by those of anybody', () => {
    const asked = ['TT01', 'TT04'];
    const totals = consolidate(
      base({
        period: '2026-03',
        cumulative: true,
        periods: [...months(asked, ['2026-01', '2026-02'], ['A']), ...months(asked, ['2026-03'], ['A', 'B'])],
        reports: [report('2026-01', 'A', { TT01: 10 }), report('2026-03', 'B', { TT01: 16 })],
      }),
    );
    const of = (unit: string) => totals.units.find((row) => row.unit === unit)?.values.TT04;
    // A: 10 / (90 / 7); B was asked of 15/02–14/03 only: 16 / (28 / 7).
    expect([of('A'), of('B'), totals.totals.TT04]).toEqual([0.78, 4, 2.02]);
  });

  it('takes the plan’s own target instead of the catalogue’s', () => {
    const totals = consolidate(
      base({
        period: '2026-01',
        periods: months(['HN01'], ['2026-01']),
        reports: [report('2026-01', 'A', { HN01: 4 })],
        targets: { HN01: { operator: '>=', value: 5 } },
      }),
    );
    expect(totals.targets.HN01).toMatchObject({ value: 5, reported: false });
  });

  it('counts units that said yes', () => {
    const totals = consolidate(
      base({
        period: '2026-01',
        periods: months(['VB02'], ['2026-01']),
        reports: [report('2026-01', 'A', { VB02: 1 }), report('2026-01', 'B', { VB02: 0 })],
      }),
    );
    expect(totals.totals.VB02).toBe(1);
  });

  it('adds decimals exactly', () => {
    const totals = consolidate(
      base({
        period: '2026-01',
        periods: months(['KP01'], ['2026-01']),
        reports: [report('2026-01', 'A', { KP01: 0.1 }), report('2026-01', 'B', { KP01: 0.2 })],
      }),
    );
    expect(totals.totals.KP01).toBe(0.3);
  });

  it('computes timeliness where it is asked', () => {
    const BC = ['BC01', 'BC02', 'BC03', 'BC04'].map((code) => indicator(code, 'C', { enabled: false }));
    const share = indicator('BC05', 'P', { numerator: 'BC02', denominator: 'BC01', enabled: false });
    const totals = consolidate(
      base({
        period: '2026-01',
        catalogue: [...CATALOGUE, ...BC, share],
        periods: months(['HN01', 'BC01', 'BC02', 'BC03', 'BC04', 'BC05'], ['2026-01']),
        reports: [report('2026-01', 'A', { HN01: 4 })],
      }),
    );
    expect(totals.totals).toEqual({ HN01: 4, BC01: 2, BC02: 1, BC03: 0, BC04: 1, BC05: 50 });
  });
});

describe('groups', () => {
  const entries = [
    group('G2', 'Trường học', 2),
    group('G1', 'Chi bộ tổ dân phố', 1),
    unit('P', { summaryGroupId: 'G1' }),
    unit('K', { summaryGroupId: 'G1', parentId: 'P' }),
    unit('S', { summaryGroupId: 'G2' }),
    unit('X'),
  ];
  const periods = months(['HN02', 'DV01', 'DV02'], ['2026-01', '2026-02'], ['P', 'K', 'S', 'X']);

  it('never adds both a parent and its child', () => {
    const totals = consolidate(
      base({
        period: '2026-01',
        entries,
        periods,
        reports: [
          report('2026-01', 'P', { HN02: 10, DV01: 100, DV02: 90 }),
          report('2026-01', 'K', { HN02: 4, DV01: 40, DV02: 40 }),
          report('2026-01', 'S', { HN02: 1, DV01: 10, DV02: 10 }),
        ],
      }),
    );
    expect(totals.groups.map((row) => [row.group, row.name, row.values.HN02])).toEqual([
      ['G1', 'Chi bộ tổ dân phố', 10],
      ['G2', 'Trường học', 1],
      [null, 'Đơn vị khác', undefined],
    ]);
    expect(totals.totals).toMatchObject({ HN02: 11, DV01: 110, DV02: 100 });
    expect(totals.units.find((row) => row.unit === 'K')?.values.HN02).toBe(4);
  });

  it('lets a parent that reported nil hold nothing', () => {
    const totals = consolidate(
      base({
        period: '2026-01',
        entries,
        periods,
        reports: [report('2026-01', 'P', 'nil'), report('2026-01', 'K', { HN02: 4 })],
      }),
    );
    expect(totals.totals.HN02).toBe(4);
  });

  it('counts the child where the parent has not reported', () => {
    const totals = consolidate(
      base({
        entries,
        periods,
        reports: [
          report('2026-01', 'P', { HN02: 10 }),
          report('2026-01', 'K', { HN02: 4 }),
          report('2026-02', 'K', { HN02: 5 }),
        ],
      }),
    );
    expect(totals.totals.HN02).toBe(15);
  });
});

describe('units whose denominator is not known', () => {
  const periods = months(['DV01', 'DV02'], ['2026-01', '2026-02'], ['A', 'B', 'C']);
  const entries = [unit('A'), unit('B'), unit('C')];
  const first = [
    report('2026-01', 'A', { DV01: 20, DV02: 18 }),
    report('2026-01', 'B', { DV01: 10, DV02: 10 }),
  ];

  it('counts who never told it, and leaves the rates as they are', () => {
    const totals = consolidate(
      base({
        period: '2026-02',
        periods,
        entries,
        reports: [...first, report('2026-02', 'A', { DV01: 20, DV02: 20 })],
      }),
    );
    // B is missing but told 10 in January; C never told anything.
    expect(totals.coverage.DV03).toEqual({ reported: 100, expected: 66.67 });
    expect(totals.unknownDenominators).toEqual({ DV03: 1 });
  });

  it('says nothing when all are known or a parent holds them', () => {
    const under = [unit('A'), unit('B'), unit('C', { parentId: 'A' })];
    const totals = consolidate(base({ period: '2026-01', periods, entries: under, reports: first }));
    expect(totals).not.toHaveProperty('unknownDenominators');
  });
});

describe('units that merged', () => {
  const into = (id: string, successor: string, from: string) =>
    unit(id, { successors: [{ unitId: successor, from }] });

  it('counts the months of a unit beside the quarter of the unit it went into, the month after not twice', () => {
    const totals = consolidate(
      base({
        entries: [unit('B'), into('C', 'B', '2026-03-01')],
        periods: [
          ...months(['HN02', 'DV01'], ['2026-01', '2026-02', '2026-03'], ['C']),
          owed('2026-Q1', ['B'], ['HN02', 'DV01']),
        ],
        reports: [
          report('2026-01', 'C', { HN02: 2, DV01: 15 }),
          report('2026-02', 'C', { HN02: 3, DV01: 15 }),
          report('2026-Q1', 'B', { HN02: 100, DV01: 42 }),
        ],
      }),
    );
    expect(totals.totals).toMatchObject({ HN02: 105, DV01: 42 });
    expect(totals.status).toMatchObject({ expected: 1, received: 1 });
  });

  it('does not add a child to what its parent went into, from that day on', () => {
    const entries = [unit('S'), into('P', 'S', '2026-02-01'), unit('K', { parentId: 'P' })];
    const input = base({
      entries,
      periods: months(['HN02', 'DV01'], ['2026-01', '2026-02'], ['S', 'P', 'K']),
      reports: [
        report('2026-01', 'S', { HN02: 10, DV01: 20 }),
        report('2026-01', 'K', { HN02: 4, DV01: 8 }),
        report('2026-02', 'S', { HN02: 50, DV01: 60 }),
        report('2026-02', 'K', { HN02: 5, DV01: 8 }),
      ],
    });
    // January: P held K and did not report, so K counts; February: S holds K.
    expect(consolidate(input).totals).toMatchObject({ HN02: 64, DV01: 60 });
    const split = entries.map((entry) =>
      entry.id === 'P'
        ? {
            ...entry,
            successors: [
              { unitId: 'S', from: '2026-02-01' },
              { unitId: 'T', from: '2026-02-01' },
            ],
          }
        : entry,
    );
    expect(consolidate({ ...input, entries: [...split, unit('T')] }).totals.HN02).toBe(69);
  });
});
