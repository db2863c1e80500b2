/** The difference of two closings of one period, or of a closing and the figures as they stand. */
import type { Indicator } from '../office/model';
import { indicatorMap, isComputed } from './indicators';
import type { FigurePeriod, PeriodStatus, Totals } from './model';
import type { FigureDifference, Supplement, UnitDifference } from './supplement-model';

export interface SupplementSide {
  readonly version: number | null;
  readonly at: string;
  readonly reason: string;
  readonly totals: Totals;
  readonly cumulative: Totals;
}

/** `statusAfter` tells when the reports that came in were received. */
export function supplementOf(
  period: FigurePeriod,
  before: SupplementSide,
  after: SupplementSide,
  statusAfter: PeriodStatus,
  catalogue: readonly Indicator[],
): Supplement {
  return {
    period,
    before: sideOf(before),
    after: sideOf(after),
    units: unitDifferences(before.totals, after.totals, statusAfter, catalogue),
    totals: figureDifferences(
      before.totals.totals,
      after.totals.totals,
      codesOf(before.totals, after.totals),
    ),
    cumulative: figureDifferences(
      before.cumulative.totals,
      after.cumulative.totals,
      codesOf(before.cumulative, after.cumulative),
    ),
  };
}

/** Whether nothing changed: neither a unit nor a sum. */
export function isEmptySupplement(supplement: Supplement): boolean {
  return (
    supplement.units.length === 0 && supplement.totals.length === 0 && supplement.cumulative.length === 0
  );
}

function sideOf({ version, at, reason, totals }: SupplementSide): Supplement['before'] {
  const { received, expected } = totals.status;
  return { version, at, reason, received, expected };
}

/** Codes of both, in the later one's order. */
function codesOf(before: Totals, after: Totals): string[] {
  return [...new Set([...after.indicators, ...before.indicators])];
}

type Values = Readonly<Record<string, number>>;

function figureDifferences(before: Values, after: Values, codes: readonly string[]): FigureDifference[] {
  return codes.flatMap((indicator) => {
    const [was, is] = [before[indicator] ?? null, after[indicator] ?? null];
    return was === is ? [] : [{ indicator, before: was, after: is }];
  });
}

type Standing = 'in' | 'out' | 'unasked';

/** Where a unit stood: its report in, still owed, or nothing asked of it. */
function standingIn(totals: Totals): (unit: string) => Standing {
  const missing = new Set(totals.missingUnits.map(({ unit }) => unit));
  const rows = new Set(totals.units.map(({ unit }) => unit));
  return (unit) => (missing.has(unit) ? 'out' : rows.has(unit) ? 'in' : 'unasked');
}

function changeOf(was: Standing, is: Standing): UnitDifference['change'] | null {
  if (was === is) return null;
  if (was === 'unasked') return 'asked';
  if (is === 'unasked') return 'released';
  return is === 'in' ? 'arrived' : 'withdrawn';
}

function unitDifferences(
  before: Totals,
  after: Totals,
  status: PeriodStatus,
  catalogue: readonly Indicator[],
): UnitDifference[] {
  const known = indicatorMap(catalogue);
  const codes = codesOf(before, after).filter((code) => {
    const indicator = known.get(code);
    return indicator === undefined || !isComputed(indicator);
  });
  const [wasIn, isIn] = [standingIn(before), standingIn(after)];
  const names = new Map<string, string>();
  for (const { unit, name } of [
    ...after.units,
    ...after.missingUnits,
    ...before.units,
    ...before.missingUnits,
  ])
    if (!names.has(unit)) names.set(unit, name);
  const valuesIn = (totals: Totals): ReadonlyMap<string, Values> =>
    new Map(totals.units.map(({ unit, values }) => [unit, values]));
  const [valuesBefore, valuesAfter] = [valuesIn(before), valuesIn(after)];
  const receivedAt = new Map(status.units.map((row) => [row.unit, row.receivedAt]));
  return [...names].flatMap(([unit, name]): UnitDifference[] => {
    const figures = figureDifferences(valuesBefore.get(unit) ?? {}, valuesAfter.get(unit) ?? {}, codes);
    const change = changeOf(wasIn(unit), isIn(unit));
    if (change === null && figures.length === 0) return [];
    return [
      {
        unit,
        name,
        change: change ?? 'adjusted',
        receivedAt: isIn(unit) === 'in' ? (receivedAt.get(unit) ?? null) : null,
        figures,
      },
    ];
  });
}
