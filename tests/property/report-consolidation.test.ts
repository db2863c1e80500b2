/**
 * Consolidation against a naive oracle, written here from the words of the domain description and sharing no code with
 * the application: plain loops over months, units and codes, whole numbers only.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate } from '../../shared/domain/report/consolidate';
import type { ConsolidateInput } from '../../shared/domain/report/consolidate';
import type { DirectoryEntry } from '../../shared/domain/office/model';
import type { Report, Totals } from '../../shared/domain/report/model';
import { CATALOGUE, group, owed, report, unit } from '../unit/shared/domain/report/support/build';

const MONTHS = ['2026-01', '2026-02', '2026-03'] as const;
const LAST_DAYS = ['2026-01-15', '2026-02-16', '2026-03-16'] as const;
const CODES = ['HN01', 'HN02', 'DV01', 'DV02', 'TT01', 'VB02', 'KP01'];
const GROUPS = ['G1', 'G2', null];

/** What one unit did in one month: nothing came, nil, or figures (an empty cell is left out). */
type Month = 'missing' | 'nil' | 'returned' | { readonly [code: string]: number };

interface UnitCase {
  readonly group: number;
  readonly months: readonly [Month, Month, Month];
  /** Month (0–2) from which it had gone into unit 0; 3 = never. */
  readonly gone: number;
}

const figures: fc.Arbitrary<Month> = fc
  .record(
    {
      HN01: fc.nat(50),
      HN02: fc.nat(5000),
      DV01: fc.integer({ min: 20, max: 90 }),
      DV02: fc.nat(20),
      TT01: fc.nat(60),
      VB02: fc.nat(1),
      // hundredths, so that the oracle can add whole numbers
      KP01: fc.nat(100_000).map((hundredths) => hundredths / 100),
    },
    { requiredKeys: [] },
  )
  .map((values) => values as Month);
const month: fc.Arbitrary<Month> = fc.oneof(
  { weight: 5, arbitrary: figures },
  { weight: 1, arbitrary: fc.constant<Month>('nil') },
  { weight: 1, arbitrary: fc.constant<Month>('missing') },
  { weight: 1, arbitrary: fc.constant<Month>('returned') },
);
const unitCase: fc.Arbitrary<UnitCase> = fc.record({
  group: fc.nat(2),
  months: fc.tuple(month, month, month),
  gone: fc.oneof({ weight: 4, arbitrary: fc.constant(3) }, { weight: 1, arbitrary: fc.nat(2) }),
});
/** Unit 0 has always reported the last month and never goes, so that the quarter is over and the rest is plain. */
const office = fc
  .tuple(fc.tuple(month, month, figures), fc.array(unitCase, { maxLength: 7 }))
  .map(([months, rest]): readonly UnitCase[] => [{ group: 0, months, gone: 3 }, ...rest]);

const idOf = (index: number): string => `U${index}`;

function inputOf(units: readonly UnitCase[]): ConsolidateInput {
  const entries: DirectoryEntry[] = [
    group('G1', 'Nhóm 1', 1),
    group('G2', 'Nhóm 2', 2),
    ...units.map((one, index) =>
      unit(idOf(index), {
        summaryGroupId: GROUPS[one.group] ?? null,
        successors: one.gone < 3 ? [{ unitId: 'U0', from: LAST_DAYS[one.gone] ?? '' }] : [],
      }),
    ),
  ];
  const reports: Report[] = units.flatMap((one, index) =>
    one.months.flatMap((given, at) => {
      const period = MONTHS[at] ?? '';
      if (given === 'missing' || at >= one.gone) return [];
      if (given === 'nil') return [report(period, idOf(index), 'nil')];
      if (given === 'returned')
        return [report(period, idOf(index), { HN01: 999 }, { state: 'returned', returnedReason: 'Sai' })];
      return [report(period, idOf(index), given)];
    }),
  );
  return {
    period: '2026-Q1',
    cumulative: false,
    periods: MONTHS.map((id, at) =>
      owed(
        id,
        units.map((_, index) => idOf(index)),
        CODES,
        { lastDay: LAST_DAYS[at] ?? '' },
      ),
    ),
    reports,
    entries,
    catalogue: CATALOGUE,
    now: '2026-06-01T00:00:00Z',
  };
}

type Table = Record<string, number>;
const STOCKS = ['DV01', 'DV02', 'VB02'];

/** The oracle's row of one unit: a second way to the same figures. */
function oracleRow(one: UnitCase): Table {
  const row: Table = {};
  for (const code of CODES) {
    if (STOCKS.includes(code)) {
      const last = one.months[2];
      if (one.gone < 3 || last === 'missing' || last === 'returned') continue;
      const at = last === 'nil' ? lastFigure(one, code) : last[code];
      if (at !== undefined) row[code] = at;
      continue;
    }
    one.months.forEach((given, at) => {
      if (given === 'missing' || given === 'returned' || at >= one.gone) return;
      if (given === 'nil') row[code] = row[code] ?? 0;
      else if (given[code] !== undefined) row[code] = hundredths((row[code] ?? 0) * 100 + given[code] * 100);
    });
  }
  return row;
}

function hundredths(value: number): number {
  return Math.round(value) / 100;
}

function lastFigure(one: UnitCase, code: string): number | undefined {
  let value: number | undefined;
  for (const given of one.months) if (typeof given === 'object') value = given[code] ?? value;
  return value;
}

function oracleSum(rows: readonly Table[]): Table {
  const sum: Table = {};
  for (const row of rows)
    for (const [code, value] of Object.entries(row))
      sum[code] = hundredths((sum[code] ?? 0) * 100 + value * 100);
  return sum;
}

/** Days of 15/12–14/1, 15/1–14/2 and 15/2–14/3, added up. */
const DAYS_AFTER = [0, 31, 62, 90];

/** `months`: in how many of the quarter's a unit of the row was there. */
function oracleRates(sum: Table, months: number): Table {
  const rates: Table = {};
  if (sum.DV02 !== undefined && sum.DV01) rates.DV03 = halfUp(sum.DV02 * 100, sum.DV01);
  if (sum.TT01 !== undefined) rates.TT04 = halfUp(sum.TT01 * 7, DAYS_AFTER[months] ?? 0);
  return rates;
}

/** a / b to two decimals, half up, on whole numbers. */
function halfUp(a: number, b: number): number {
  return Math.floor((a * 200 + b) / (b * 2)) / 100;
}

describe('consolidation of a quarter of months', () => {
  it('equals the oracle: rows, groups, totals, rates and both coverages', () => {
    fc.assert(
      fc.property(office, (units) => {
        const totals = consolidate(inputOf(units));
        const rows = units.map(oracleRow);
        rows.forEach((row, index) => {
          const own = totals.units.find((item) => item.unit === idOf(index));
          // A unit that was gone from the first month has no row at all.
          if (units[index]?.gone === 0) expect(own).toBeUndefined();
          else expect(own?.values).toEqual({ ...row, ...oracleRates(row, units[index]?.gone ?? 0) });
        });
        const counted = rows.filter((_, index) => units[index]?.gone !== 0);
        const sum = oracleSum(counted);
        expect(totals.totals).toEqual({ ...sum, ...oracleRates(sum, 3) });
        for (const groupId of GROUPS) {
          const members = units.flatMap((one, index) =>
            (GROUPS[one.group] ?? null) === groupId && one.gone !== 0 ? [rows[index] ?? {}] : [],
          );
          const there = units.filter((one) => (GROUPS[one.group] ?? null) === groupId);
          const longest = Math.max(0, ...there.map(({ gone }) => gone));
          const ofGroup = oracleSum(members);
          const shown = totals.groups.find((item) => item.group === groupId);
          if (members.length > 0)
            expect(shown?.values).toEqual({ ...ofGroup, ...oracleRates(ofGroup, longest) });
          else expect(shown).toBeUndefined();
        }
        const stocks = units
          .filter((one) => one.gone === 3)
          .map((one) => lastStock(one))
          .filter((value) => value !== undefined);
        const all = stocks.reduce((total, value) => total + value, 0);
        expect(totals.coverage.DV03).toEqual({
          reported: sum.DV02 !== undefined && sum.DV01 ? halfUp(sum.DV02 * 100, sum.DV01) : null,
          expected: all > 0 ? halfUp((sum.DV02 ?? 0) * 100, all) : null,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of units, reports, periods or catalogue', () => {
    fc.assert(
      fc.property(office, fc.infiniteStream(fc.nat(1_000_000)), (units, numbers) => {
        const input = inputOf(units);
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, key: Number(numbers.next().value) }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const other = consolidate({
          ...input,
          entries: shuffled(input.entries),
          reports: shuffled(input.reports),
          catalogue: shuffled(input.catalogue),
          periods: shuffled(input.periods).map((period) => ({
            ...period,
            unitIds: shuffled(period.unitIds),
          })),
        });
        expect(other).toEqual(consolidate(input));
      }),
      { numRuns: 100 },
    );
  });

  it('tells nil from missing: nil is a received 0, missing is nothing', () => {
    fc.assert(
      fc.property(office, fc.nat(2), (units, at) => {
        const set = (given: Month): Totals => {
          const months = [...(units[0]?.months ?? [])] as [Month, Month, Month];
          months[at] = given;
          return consolidate({
            ...inputOf([{ group: 0, gone: 3, months }, ...units.slice(1)]),
            period: MONTHS[at] ?? '',
          });
        };
        const [nil, missing] = [set('nil'), set('missing')];
        const own = (totals: Totals): Readonly<Record<string, number>> =>
          totals.units.find((row) => row.unit === 'U0')?.values ?? {};
        expect(nil.status.received).toBe(missing.status.received + 1);
        expect(own(nil)).toMatchObject({ HN01: 0, HN02: 0, TT01: 0 });
        expect(own(missing)).toEqual({});
        expect(nil.totals.HN02).toBe(missing.totals.HN02 ?? 0);
      }),
      { numRuns: 100 },
    );
  });

  it('follows 1 added to one cell in that total, its rate, group and lũy kế, and nowhere else', () => {
    fc.assert(
      fc.property(office, fc.constantFrom('HN01', 'HN02', 'TT01', 'DV01', 'DV02'), (units, code) => {
        const before = inputOf(units);
        const target = before.reports.find((item) => item.id === '2026-03|U0');
        const more = { ...target?.values, [code]: (target?.values[code] ?? 0) + 1 };
        const after = {
          ...before,
          reports: before.reports.map((item) => (item === target ? { ...item, values: more } : item)),
        };
        const touched = new Set([
          code,
          ...(code === 'TT01' ? ['TT04'] : []),
          ...(code.startsWith('DV') ? ['DV03'] : []),
        ]);
        for (const [period, cumulative] of [
          ['2026-03', false],
          ['2026-Q1', false],
          ['2026-Q1', true],
          ['2026-01', false],
        ] as const) {
          const was = consolidate({ ...before, period, cumulative });
          const is = consolidate({ ...after, period, cumulative });
          const added = period === '2026-01' ? 0 : 1;
          const value = (totals: Totals): number => totals.totals[code] ?? 0;
          expect(value(is) - value(was)).toBe(added);
          expect(without(is, touched)).toEqual(without(was, touched));
          for (const row of was.units)
            if (row.unit !== 'U0') expect(is.units.find((item) => item.unit === row.unit)).toEqual(row);
          for (const row of was.groups)
            if (row.group !== 'G1') expect(is.groups.find((item) => item.group === row.group)).toEqual(row);
          const ofGroup = (totals: Totals): number =>
            totals.groups.find((item) => item.group === 'G1')?.values[code] ?? 0;
          expect(ofGroup(is) - ofGroup(was)).toBe(added);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The last stock that a unit gave in any month, whether or not the last month came in. */
function lastStock(one: UnitCase): number | undefined {
  return lastFigure(one, 'DV01');
}

/** Totals without everything that the touched codes may move. */
function without(totals: Totals, touched: ReadonlySet<string>): unknown {
  const strip = (values: Readonly<Record<string, unknown>>): unknown =>
    Object.fromEntries(Object.entries(values).filter(([code]) => !touched.has(code)));
  return {
    ...totals,
    totals: strip(totals.totals),
    coverage: strip(totals.coverage),
    coverageParts: strip(totals.coverageParts ?? {}),
    unknownDenominators: strip(totals.unknownDenominators ?? {}),
    targets: strip(totals.targets),
    units: totals.units.map((row) => ({ ...row, values: strip(row.values) })),
    groups: totals.groups.map((row) => ({ ...row, values: strip(row.values) })),
  };
}
