/** Sơ kết, tổng kết: figures over any range of months, by whole owed periods only. */
import { describe, expect, it } from 'vitest';
import { consolidate } from '../../../../../shared/domain/report/consolidate';
import { entryMap } from '../../../../../shared/domain/report/expected-units';
import type { ReportPeriod, Totals } from '../../../../../shared/domain/report/model';
import { figurePeriodSchema, periodIdSchema } from '../../../../../shared/domain/report/model';
import { fedPeriods, gapsOf, monthsCovered, owedParts } from '../../../../../shared/domain/report/parts';
import {
  containsPeriod,
  coveredInterval,
  isMonthRange,
  monthRangeId,
  monthsOf,
  periodName,
  periodNameInText,
  previousPeriod,
  yearOfPeriod,
} from '../../../../../shared/domain/report/periods';
import { timelinessSentence } from '../../../../../shared/documents/report-sentences';
import { asOfText } from '../../../../../shared/documents/summary-head';
import { gapWords, periodWords } from '../../../../../shared/i18n/vi';
import { CATALOGUE, owed, report, unit } from './support/build';

const CODES = ['HN02', 'DV01', 'DV02', 'DV03'];
const UNITS = ['A', 'B'];
const ENTRIES = entryMap([unit('A'), unit('B')]);

describe('a sơ kết over a range of which the last period has only begun', () => {
  const periods = ['2026-08', '2026-09', '2026-10'].map((id) => owed(id, UNITS, CODES));
  const totals = consolidate({
    period: '2026-08..2026-10',
    cumulative: false,
    periods,
    reports: [
      report('2026-08', 'A', { HN02: 10, DV01: 50, DV02: 40 }),
      report('2026-09', 'A', { HN02: 20, DV01: 52, DV02: 50 }),
      report('2026-08', 'B', { HN02: 5, DV01: 30, DV02: 30 }),
      report('2026-10', 'B', { HN02: 7, DV01: 31, DV02: 31 }),
    ],
    entries: [unit('A'), unit('B')],
    catalogue: CATALOGUE,
    now: '2026-10-20T00:00:00Z',
  });

  it('takes each unit’s newest stock in the range, and both coverages from it', () => {
    expect(totals.totals).toMatchObject({ HN02: 42, DV01: 83, DV02: 81, DV03: 97.59 });
    expect(totals.coverageParts?.['DV03']).toEqual({
      reported: { numerator: 81, denominator: 83 },
      expected: { numerator: 81, denominator: 83 },
    });
  });

  it('counts reports one by one, as no unit has handed all of them in', () => {
    expect(totals.status.turns).toEqual({ expected: 6, received: 4, onTime: 4, late: 0, units: 2 });
    const status = { ...totals.status, units: [] };
    expect(timelinessSentence({ totals, status })).toMatch(
      /^Có 2\/2 đơn vị có báo cáo; nhận 4\/6 lượt báo cáo theo kỳ, trong đó đúng hạn 4, trễ hạn 0; 2 đơn vị chưa báo cáo đủ/,
    );
    expect(asOfText({ createdAt: '2026-10-20T00:00:00Z', status })).toBe(
      'Tính đến ngày 20/10/2026, 2/2 đơn vị có báo cáo, 4/6 lượt báo cáo theo kỳ',
    );
  });
});

describe('ids of ranges', () => {
  it.each(['2026-02..2026-08', '2025-07..2026-06', '2026-03..2026-03'])('takes %s for figures only', (id) => {
    expect(figurePeriodSchema.safeParse(id).success).toBe(true);
    expect(periodIdSchema.safeParse(id).success).toBe(false);
    expect(isMonthRange(id)).toBe(true);
  });

  it.each([
    '2026-08..2026-02',
    '2026-Q1..2026-Q2',
    '2026-00..2026-03',
    '2026-02...2026-03',
    '2000-01..2026-12',
    '2026-02..',
  ])('refuses %s', (id) => {
    expect(figurePeriodSchema.safeParse(id).success).toBe(false);
  });

  it('names a range as documents write months', () => {
    expect(periodName('2026-02..2026-08')).toBe('Từ tháng 02/2026 đến tháng 8/2026');
    expect(periodNameInText('2025-07..2026-01')).toBe('từ tháng 7/2025 đến tháng 01/2026');
    expect(periodWords('2026-10..2026-12')).toBe('Từ tháng 10/2026 đến tháng 12/2026');
  });

  it('knows months, days and the year in which it ends; no range comes before', () => {
    expect(monthsOf('2025-11..2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(yearOfPeriod('2025-11..2026-02')).toBe(2026);
    expect(containsPeriod('2025-11..2026-02', '2026-01')).toBe(true);
    expect(containsPeriod('2025-11..2026-02', '2026-Q1')).toBe(false);
    expect(coveredInterval('2026-02..2026-03', 14)).toEqual({ from: '2026-01-15', to: '2026-03-14' });
    expect(previousPeriod('2026-02..2026-03')).toBeNull();
    expect(monthRangeId('2026-03', '2026-02')).toBeNull();
  });
});

const MONTHS = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];

function totalsOf(periods: readonly ReportPeriod[], period: string, cumulative = false): Totals {
  return consolidate({
    period,
    cumulative,
    periods,
    reports: periods.flatMap((each, index) =>
      each.unitIds.map((id) => report(each.id, id, { HN02: 10 ** index, DV01: 100, DV02: 90 + index })),
    ),
    entries: [unit('A'), unit('B')],
    catalogue: CATALOGUE,
    now: '2026-12-01T00:00:00Z',
  });
}

describe('figures of a range', () => {
  const months = MONTHS.map((id) => owed(id, ['A'], CODES));

  it('adds flows of whole periods inside, over a year’s end too, and takes the last stock', () => {
    const totals = totalsOf(months, '2025-12..2026-02');
    expect(totals.period).toBe('2025-12..2026-02');
    expect(totals.parts).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(totals.totals).toMatchObject({ HN02: 1110, DV01: 100, DV02: 93, DV03: 93 });
    expect(totals.gaps).toBeUndefined();
    expect(totals.status).toMatchObject({ period: '2025-12..2026-02', expected: 1, received: 1 });
  });

  it('equals the quarter when it is the quarter', () => {
    const range = totalsOf(months, '2026-01..2026-03');
    const quarter = totalsOf(months, '2026-Q1');
    const { turns, ...status } = range.status;
    expect({ ...range, period: '2026-Q1', status: { ...status, period: '2026-Q1' } }).toEqual(quarter);
    expect(turns).toMatchObject({ expected: 3, units: 1 });
  });

  it('accumulates from the schedule’s first; by the year from the range’s own beginning', () => {
    expect(totalsOf(months, '2025-12..2026-02', true).totals.HN02).toBe(1111);
    const byYear = months.map((each) => ({ ...each, cumulativeFrom: 'year' as const }));
    expect(totalsOf(byYear, '2026-02..2026-03', true).totals.HN02).toBe(11_100);
    expect(totalsOf(byYear, '2025-12..2026-02', true).totals.HN02).toBe(1110);
  });

  it('does not count a period that the range cuts, and says which', () => {
    const quarters = ['2026-Q1', '2026-Q2', '2026-Q3'].map((id) => owed(id, UNITS, CODES));
    const totals = totalsOf(quarters, '2026-02..2026-06');
    expect(totals.parts).toEqual(['2026-Q2']);
    expect(totals.totals.HN02).toBe(20);
    expect(totals.gaps).toEqual({ cut: ['2026-Q1'], uncovered: ['2026-02', '2026-03'] });
    expect(gapWords(totals)).toBe(
      'Số liệu chưa trọn: kỳ bị cắt ngang nên không cộng: Quý I/2026; tháng chưa có kỳ báo cáo: 2/2026, 3/2026.',
    );
  });

  it('tells of a cut period although another unit’s months cover it', () => {
    const mixed = [
      owed('2026-01', ['B'], CODES),
      owed('2026-02', ['B'], CODES),
      owed('2026-Q1', ['A'], CODES),
    ];
    expect(gapsOf('2026-01..2026-02', mixed, ENTRIES)).toEqual({ cut: ['2026-Q1'], uncovered: [] });
    expect(gapsOf('2026-01..2026-03', mixed, ENTRIES)).toBeNull();
  });

  it('names months that nobody was asked for, in a quarter too', () => {
    const two = [owed('2026-01', ['A'], CODES), owed('2026-03', ['A'], CODES)];
    expect(totalsOf(two, '2026-Q1').gaps).toEqual({ cut: [], uncovered: ['2026-02'] });
    expect(totalsOf(two, '2026-03').gaps).toBeUndefined();
  });

  it('is nothing when no whole period lies inside', () => {
    expect(owedParts('2026-02..2026-03', [owed('2026-Q1', UNITS, CODES)])).toEqual([]);
  });

  it('never counts an ad hoc request', () => {
    const periods = [owed('2026-02', ['A'], CODES), owed('DX-2026-001', ['A'], CODES)];
    expect(totalsOf(periods, '2026-01..2026-12').parts).toEqual(['2026-02']);
  });
});

describe('what a window offers', () => {
  it('lists quarters, halves, nine months and years that owed periods feed', () => {
    expect(fedPeriods([owed('2026-02', UNITS, CODES), owed('2026-Q3', UNITS, CODES)])).toEqual([
      '2026',
      '2026-H2',
      '2026-9M',
      '2026-H1',
      '2026-Q1',
    ]);
    expect(fedPeriods([owed('DX-2026-001', UNITS, CODES)])).toEqual([]);
    expect(monthsCovered([owed('2026-Q1', UNITS, CODES), owed('2026-02', UNITS, CODES)])).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
    ]);
  });
});
