/**
 * A period beside the one before, over the same units: what two units told and ten units told is no growth. Every
 * document, chart and window takes the comparison from here.
 */
import type { Indicator } from '../office/model';
import { sumExact } from './decimals';
import { isTimeliness } from './indicators';
import type { Totals } from './model';
import { percent } from './rates';

export interface Compared {
  readonly now: number;
  readonly before: number;
  /** Units whose figures stand in both. */
  readonly units: number;
  /** All units of either period are in it: the two are the periods' own totals. */
  readonly whole: boolean;
}

/** What is compared: a unit, a group (null: units without one), all of them. */
export type ComparedRow =
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'group'; readonly group: string | null }
  | { readonly kind: 'total' };

export interface Comparison {
  /** Null where no unit told the figure in both periods. */
  readonly of: (indicator: Indicator, row?: ComparedRow) => Compared | null;
}

type Row = Totals['units'][number];

/**
 * `absorbed`: units that took others in since the period before. A unit counts where all it owes is in, in both
 * periods, and it is still the same unit. A rate per week of some units only is not compared.
 */
export function compareTotals(now: Totals, before: Totals, absorbed: readonly string[] = []): Comparison {
  const [rowsNow, rowsBefore] = [now, before].map(
    ({ units }) => new Map(units.map((row) => [row.unit, row])),
  );
  const apart = new Set(
    [...now.missingUnits, ...before.missingUnits].map(({ unit }) => unit).concat(absorbed),
  );
  const everybody = [...new Set([...now.units, ...before.units].map(({ unit }) => unit))];
  const sameFrame = everybody.every((unit) => rowsNow?.has(unit) && rowsBefore?.has(unit));
  return {
    of(indicator, row = { kind: 'total' }) {
      const unitIds = everybody.filter((unit) =>
        isIn(row, unit, rowsNow?.get(unit) ?? rowsBefore?.get(unit)),
      );
      const codes = partsOf(indicator);
      const told = (rows: ReadonlyMap<string, Row> | undefined, unit: string): boolean =>
        codes.every((code) => rows?.get(unit)?.values[code] !== undefined);
      const either = unitIds.filter((unit) => told(rowsNow, unit) || told(rowsBefore, unit));
      const both = either.filter((unit) => told(rowsNow, unit) && told(rowsBefore, unit) && !apart.has(unit));
      const whole = isTimeliness(indicator.id) ? sameFrame : both.length === either.length;
      const [ownNow, ownBefore] = [now, before].map((totals) => valuesOf(totals, row)?.[indicator.id]);
      if (whole && ownNow !== undefined && ownBefore !== undefined)
        return { now: ownNow, before: ownBefore, units: both.length, whole };
      if (both.length === 0 || indicator.kind === 'R' || indicator.overUnits !== 'sum') return null;
      const figure = (rows: ReadonlyMap<string, Row> | undefined): number | null => {
        const [first = 0, second = 0] = codes.map((code) =>
          sumExact(both.map((unit) => countedValue(rows?.get(unit), code))),
        );
        return indicator.kind === 'P' ? percent(first, second) : first;
      };
      const [is, was] = [figure(rowsNow), figure(rowsBefore)];
      return is === null || was === null ? null : { now: is, before: was, units: both.length, whole: false };
    },
  };
}

/** Codes that a unit must have told. */
function partsOf({ id, kind, numerator, denominator }: Indicator): readonly string[] {
  return kind === 'P' && numerator !== null && denominator !== null ? [numerator, denominator] : [id];
}

/** A unit's value without what a unit above it already told. */
function countedValue(row: Row | undefined, code: string): number {
  return sumExact([row?.values[code] ?? 0, -(row?.held?.[code] ?? 0)]);
}

function isIn(row: ComparedRow, unit: string, known: Row | undefined): boolean {
  if (row.kind === 'total') return true;
  return row.kind === 'unit' ? unit === row.unit : known?.group === row.group;
}

function valuesOf(totals: Totals, row: ComparedRow): Readonly<Record<string, number>> | undefined {
  if (row.kind === 'total') return totals.totals;
  return row.kind === 'unit'
    ? totals.units.find(({ unit }) => unit === row.unit)?.values
    : totals.groups.find(({ group }) => group === row.group)?.values;
}
