/** The hand-worked quarter of the domain description, exactly: the judge of every other way of adding up. */
import { describe, expect, it } from 'vitest';
import { consolidate } from '../../../../../shared/domain/report/consolidate';
import type { Report, Totals } from '../../../../../shared/domain/report/model';
import { bothCoveragesWords } from '../../../../../shared/i18n/vi';
import { CATALOGUE, owed, report, unit } from './support/build';

const UNITS = ['A', 'B', 'C', 'D'];
const CODES = ['HN02', 'DV01', 'DV02', 'DV03'];
const ENTRIES = [
  unit('A'),
  unit('B'),
  unit('C', { activeTo: '2026-02-28', successors: [{ unitId: 'B', from: '2026-03-01' }] }),
  unit('D'),
];
const PERIODS = [
  owed('2026-01', UNITS, CODES),
  owed('2026-02', UNITS, CODES),
  // 15/3 is a Sunday; a person confirmed the Monday.
  owed('2026-03', UNITS, CODES, { lastDay: '2026-03-16' }),
];
const figures = (HN02: number, DV02: number, DV01: number) => ({ HN02, DV01, DV02 });
const REPORTS: readonly Report[] = [
  report('2026-01', 'A', figures(10, 40, 50)),
  report('2026-02', 'A', figures(20, 45, 50)),
  report('2026-03', 'A', figures(30, 50, 50), { receivedOn: '2026-03-16' }),
  report('2026-01', 'B', figures(5, 18, 20)),
  report('2026-02', 'B', 'nil'),
  report('2026-03', 'B', figures(15, 40, 42), { receivedOn: '2026-03-17' }),
  report('2026-01', 'C', figures(2, 10, 20)),
  report('2026-02', 'C', figures(3, 15, 20)),
  report('2026-01', 'D', figures(7, 8, 10)),
];

const totals = (period: string, cumulative = false): Totals =>
  consolidate({
    period,
    cumulative,
    periods: PERIODS,
    reports: REPORTS,
    entries: ENTRIES,
    catalogue: CATALOGUE,
    now: '2026-03-25T01:00:00Z',
  });

describe('the hand-worked quarter', () => {
  const quarter = totals('2026-Q1');

  it('adds the flow over months and units, nil as 0, missing as nothing, the merged unit kept', () => {
    expect(quarter.totals.HN02).toBe(92);
    expect(quarter.parts).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(Object.fromEntries(quarter.units.map((row) => [row.unit, row.values.HN02]))).toEqual({
      A: 60,
      B: 20,
      C: 5,
      D: 7,
    });
  });

  it('covers 90/92 on the units that reported and 90/102 on all expected, met and not met', () => {
    expect(quarter.totals.DV02).toBe(90);
    expect(quarter.totals.DV01).toBe(92);
    expect(quarter.totals.DV03).toBe(97.83);
    expect(quarter.coverage).toEqual({ DV03: { reported: 97.83, expected: 88.24 } });
    expect(quarter.coverageParts).toEqual({
      DV03: { reported: { numerator: 90, denominator: 92 }, expected: { numerator: 90, denominator: 102 } },
    });
    expect(bothCoveragesWords(quarter, 'DV03', '2026-03-25')).toBe(
      '90/92 = 97,83% trên số đã báo cáo; 90/102 = 88,24% trên tổng số phải báo cáo (tính đến 25/03/2026)',
    );
    expect(quarter.targets.DV03).toEqual({ operator: '>', value: 95, reported: true, expected: false });
  });

  it('counts March: expected 3, received 2, on time 1, late 1, missing 1', () => {
    expect(totals('2026-03').status).toEqual({
      period: '2026-03',
      expected: 3,
      received: 2,
      onTime: 1,
      late: 1,
      missing: 1,
      returned: 0,
      notDue: 0,
    });
  });

  it('gives the stocks of the merged and the missing unit to nobody', () => {
    const rows = Object.fromEntries(quarter.units.map((row) => [row.unit, row.values]));
    expect(rows.C).toEqual({ HN02: 5 });
    expect(rows.D).toEqual({ HN02: 7 });
    expect(rows.B).toEqual({ HN02: 20, DV01: 42, DV02: 40, DV03: 95.24 });
  });

  it('carries the stock of the nil report in February and marks it', () => {
    const february = totals('2026-02');
    const row = february.units.find((item) => item.unit === 'B');
    expect(row?.values).toEqual({ HN02: 0, DV01: 20, DV02: 18, DV03: 90 });
    expect(row?.carried).toEqual(['DV01', 'DV02']);
    expect(february.totals).toEqual({ HN02: 23, DV01: 90, DV02: 78, DV03: 86.67 });
    expect(february.coverage.DV03).toEqual({ reported: 86.67, expected: 78 });
  });

  it('accumulates from the first period of the schedule', () => {
    expect(totals('2026-02', true).totals.HN02).toBe(47);
    expect(totals('2026-Q1', true).totals).toEqual(quarter.totals);
  });

  it('lists who is not in', () => {
    // D reported January alone: what it lacks is named, so that its figures in the sum are no contradiction.
    expect(quarter.missingUnits).toEqual([
      { unit: 'D', name: 'Đơn vị D', state: 'missing', lacking: ['2026-02', '2026-03'] },
    ]);
  });
});
