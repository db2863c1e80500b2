/** A growth is that of the same units. */
import { describe, expect, it } from 'vitest';
import { compareTotals } from '../../../../../shared/domain/report/comparison';
import { consolidate } from '../../../../../shared/domain/report/consolidate';
import type { DirectoryEntry } from '../../../../../shared/domain/office/model';
import type { Report } from '../../../../../shared/domain/report/model';
import { CATALOGUE, group, owed, report, unit } from './support/build';

const CODES = ['HN01', 'DV01', 'DV02', 'DV03', 'TT01', 'TT04'];
const indicatorOf = (code: string) => {
  const found = CATALOGUE.find(({ id }) => id === code);
  if (!found) throw new Error(code);
  return found;
};

function compared(
  asked: { readonly before: readonly string[]; readonly now: readonly string[] },
  reports: readonly Report[],
  entries: readonly DirectoryEntry[] = [
    group('G', 'Nhóm'),
    unit('A', { summaryGroupId: 'G' }),
    unit('B'),
    unit('C'),
  ],
  absorbed: readonly string[] = [],
) {
  const of = (period: string) =>
    consolidate({
      period,
      cumulative: false,
      periods: [owed('2026-Q2', asked.before, CODES), owed('2026-Q3', asked.now, CODES)],
      reports,
      entries,
      catalogue: CATALOGUE,
      now: '2026-12-01T00:00:00Z',
    });
  return compareTotals(of('2026-Q3'), of('2026-Q2'), absorbed);
}
const HN01 = indicatorOf('HN01');

describe('a period beside the one before', () => {
  const few = { before: ['A', 'B'], now: ['A', 'B', 'C'] };
  const reports = [
    report('2026-Q2', 'A', { HN01: 6, DV01: 50, DV02: 40, TT01: 1 }),
    report('2026-Q2', 'B', { HN01: 2, DV01: 50, DV02: 50 }),
    report('2026-Q3', 'A', { HN01: 9, DV01: 50, DV02: 45, TT01: 9 }),
    report('2026-Q3', 'B', { HN01: 3 }),
    report('2026-Q3', 'C', { HN01: 90, DV01: 10, DV02: 1, TT01: 9 }),
  ];

  it('is the two totals where the same units reported in both', () => {
    const both = { before: ['A', 'B'], now: ['A', 'B'] };
    expect(compared(both, reports).of(HN01)).toEqual({ now: 12, before: 8, units: 2, whole: true });
  });

  it('is over the units that reported in both, never of ten against two', () => {
    const comparison = compared(few, reports);
    expect(comparison.of(HN01)).toEqual({ now: 12, before: 8, units: 2, whole: false });
    // B left the parts of the rate empty now: A alone, 45/50 against 40/50.
    expect(comparison.of(indicatorOf('DV03'))).toEqual({ now: 90, before: 80, units: 1, whole: false });
    expect(comparison.of(indicatorOf('TT04'))).toBeNull();
  });

  it('is nothing where no unit stands in both, or what stood before is another unit now', () => {
    expect(compared({ before: ['A'], now: ['C'] }, reports).of(HN01)).toBeNull();
    expect(compared(few, reports, undefined, ['A', 'B']).of(HN01)).toBeNull();
  });

  it('leaves out a unit that has not handed everything in', () => {
    const still = reports.filter(({ id }) => id !== '2026-Q3|B');
    expect(compared(few, still).of(HN01)).toEqual({ now: 9, before: 6, units: 1, whole: false });
    expect(compared(few, still).of(HN01, { kind: 'unit', unit: 'B' })).toBeNull();
  });

  it('goes by group and unit', () => {
    const comparison = compared(few, reports);
    expect(comparison.of(HN01, { kind: 'group', group: 'G' })).toEqual({
      now: 9,
      before: 6,
      units: 1,
      whole: true,
    });
    expect(comparison.of(HN01, { kind: 'group', group: null })).toEqual({
      now: 3,
      before: 2,
      units: 1,
      whole: false,
    });
    expect(comparison.of(HN01, { kind: 'unit', unit: 'C' })).toBeNull();
  });

  it('does not add again what a unit above it reported', () => {
    const entries = [unit('A'), unit('B', { parentId: 'A' }), unit('C')];
    expect(compared(few, reports, entries).of(HN01)).toEqual({ now: 9, before: 6, units: 2, whole: false });
  });

  it('does not call it growth that more units owed', () => {
    const asking = (period: string) =>
      consolidate({
        period,
        cumulative: false,
        periods: [],
        reports: [],
        entries: [],
        catalogue: [],
        now: '2026-12-01T00:00:00Z',
      });
    const counts = (period: string, units: readonly string[]) => ({
      ...asking(period),
      totals: { BC01: units.length },
      units: units.map((id) => ({ unit: id, name: id, group: null, values: {}, carried: [] })),
    });
    const owing = { ...HN01, id: 'BC01' };
    expect(compareTotals(counts('2026-Q3', ['A', 'B']), counts('2026-Q2', ['A'])).of(owing)).toBeNull();
    expect(compareTotals(counts('2026-Q3', ['A']), counts('2026-Q2', ['A'])).of(owing)?.whole).toBe(true);
  });
});
