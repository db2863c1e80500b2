/**
 * 200 generated quarters, reckoned a second time by a plain script that knows nothing of the application
 * (tests/support/oracle/quarter.ts): the difference is 0, figure by figure.
 */
import { describe, expect, it } from 'vitest';
import { consolidate } from '../../shared/domain/report/consolidate';
import type { Totals } from '../../shared/domain/report/model';
import { quarterInput } from '../support/oracle/as-records';
import { generateQuarter } from '../support/oracle/generate';
import { reckon } from '../support/oracle/quarter';
import type { Quarter } from '../support/oracle/quarter';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

/** Figures in whole hundredths by code, as the oracle keeps them. */
function inHundredths(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, Math.round(value * 100)]));
}

const plain = (row: ReadonlyMap<string, number> | undefined): Record<string, number> =>
  Object.fromEntries(row ?? []);

function compare(quarter: Quarter, totals: Totals): void {
  const answer = reckon(quarter);
  expect(Object.fromEntries(totals.units.map(({ unit, values }) => [unit, inHundredths(values)]))).toEqual(
    Object.fromEntries([...answer.units].map(([unit, row]) => [unit, plain(row)])),
  );
  expect(inHundredths(totals.totals)).toEqual(plain(answer.totals));
  expect(totals.groups).toHaveLength(answer.groups.size);
  for (const { group, values } of totals.groups)
    expect(inHundredths(values)).toEqual(plain(answer.groups.get(group)));
  const ratio = (side: 'reported' | 'expected'): readonly [number, number] | null => {
    const parts = totals.coverageParts?.['DV03']?.[side];
    return parts ? [Math.round(parts.numerator * 100), Math.round(parts.denominator * 100)] : null;
  };
  expect(ratio('reported')).toEqual(answer.reported);
  expect(ratio('expected')).toEqual(answer.expected);
  expect(totals.unknownDenominators?.['DV03'] ?? 0).toBe(answer.unknown);
  const { expected, onTime, late, missing, returned } = totals.status;
  expect({ expected, onTime, late, missing, returned }).toEqual(answer.status);
  expect(totals.missingUnits.map(({ unit }) => unit).sort()).toEqual([...answer.missingUnits].sort());
}

describe('200 generated quarters', () => {
  const quarters = SEEDS.map(generateQuarter);

  it('hold every trouble of a real quarter, so that the comparison means something', () => {
    const units = quarters.flatMap((quarter) => quarter.units);
    const given = units.flatMap((unit) => unit.given);
    const count = (kind: string): number => given.filter((one) => one.kind === kind).length;
    for (const kind of ['missing', 'nil', 'returned', 'figures']) expect(count(kind)).toBeGreaterThan(100);
    const some = (is: (unit: (typeof units)[number]) => boolean): number => units.filter(is).length;
    expect(some((unit) => unit.into.length === 1)).toBeGreaterThan(50);
    expect(some((unit) => unit.into.length === 2)).toBeGreaterThan(20);
    expect(some((unit) => unit.opens > 0)).toBeGreaterThan(20);
    expect(some((unit) => unit.parent !== null)).toBeGreaterThan(100);
    expect(some((unit) => unit.quarterly)).toBeGreaterThan(50);
    expect(some((unit) => unit.extended !== null)).toBeGreaterThan(50);
    expect(quarters.filter(({ cumulated }) => cumulated).length).toBeGreaterThan(10);
  });

  it.each(SEEDS.map((seed) => [seed]))('quarter %i differs by 0', (seed) => {
    const quarter = quarters[seed - 1] ?? generateQuarter(seed);
    compare(quarter, consolidate(quarterInput(quarter)));
  });

  it.each(SEEDS.map((seed) => [seed]))('lũy kế of quarter %i, its schedule’s first, differs by 0', (seed) => {
    const quarter = quarters[seed - 1] ?? generateQuarter(seed);
    const { units, groups, totals } = consolidate(quarterInput(quarter, true));
    const own = consolidate(quarterInput(quarter));
    expect({ units, groups, totals }).toEqual({ units: own.units, groups: own.groups, totals: own.totals });
  });
});

describe('the oracle itself', () => {
  it('reckons the hand-worked quarter of the domain description', () => {
    const figures = (day: string, HN02: number, DV02: number, DV01: number) => ({
      kind: 'figures' as const,
      day,
      values: { HN02, DV01, DV02 },
    });
    const base = { group: null, parent: null, opens: 0, goes: 3, into: [], quarterly: false, extended: null };
    const missing = { kind: 'missing' as const };
    const answer = reckon({
      cumulated: false,
      units: [
        {
          ...base,
          id: 'A',
          given: [
            figures('2026-01-15', 10, 40, 50),
            figures('2026-02-15', 20, 45, 50),
            figures('2026-03-16', 30, 50, 50),
          ],
        },
        {
          ...base,
          id: 'B',
          given: [
            figures('2026-01-15', 5, 18, 20),
            { kind: 'nil', day: '2026-02-15' },
            figures('2026-03-17', 15, 40, 42),
          ],
        },
        {
          ...base,
          id: 'C',
          goes: 2,
          into: ['B'],
          given: [figures('2026-01-15', 2, 10, 20), figures('2026-02-15', 3, 15, 20), missing],
        },
        { ...base, id: 'D', given: [figures('2026-01-15', 7, 8, 10), missing, missing] },
      ],
    });
    expect(answer.totals.get('HN02')).toBe(9200);
    expect(answer.reported).toEqual([9000, 9200]);
    expect(answer.expected).toEqual([9000, 10_200]);
    expect(answer.totals.get('DV03')).toBe(9783);
    expect(answer.status).toMatchObject({ expected: 3, missing: 1, late: 1, onTime: 1 });
  });
});
