/**
 * Which figures and texts each unit owes. A period has one list for all (`indicators`), and shorter ones for the units
 * named in `asks`. Every rule about one unit's report goes by `periodFor`; tables show the whole list.
 */
import type { Indicator } from '../office/model';
import { askedUnits } from './expected-units';
import type { Asking, EntryMap } from './expected-units';
import { inOrder, tableCodes, indicatorMap, withParts } from './indicators';
import type { ReportPeriod, UnitAsk } from './model';

type Lists = Asking & Pick<ReportPeriod, 'indicators' | 'asks'>;

/**
 * Codes that a unit owes in the period, in the period's order. A unit that is asked because another went into it (merge
 * map) owes what that one owed. A unit that is not asked at all would owe the whole list.
 */
export function owedCodes(period: Lists, unitId: string, entries: EntryMap): readonly string[] {
  if (period.asks.length === 0) return period.indicators;
  const named = ownList(period, unitId);
  if (named || period.unitIds.includes(unitId)) return named ?? period.indicators;
  const before = period.unitIds.filter((id) =>
    askedUnits({ ...period, unitIds: [id] }, entries).includes(unitId),
  );
  const codes = new Set(before.flatMap((id) => ownList(period, id) ?? period.indicators));
  return before.length === 0 ? period.indicators : period.indicators.filter((code) => codes.has(code));
}

/** The lists that name a unit, together; null when none does. */
function ownList({ asks, indicators }: Lists, unitId: string): readonly string[] | null {
  const own = asks.filter((ask) => ask.unitIds.includes(unitId));
  const [only] = own;
  if (!only) return null;
  if (own.length === 1) return only.indicators;
  const codes = new Set(own.flatMap((ask) => ask.indicators));
  return indicators.filter((code) => codes.has(code));
}

/**
 * The period as one unit sees it: `indicators` are its own list, `unitIds` name the unit also where it took over from
 * another. The same again when given what it answered.
 */
export function periodFor(period: ReportPeriod, unitId: string, entries: EntryMap): ReportPeriod {
  return {
    ...period,
    unitIds: [...askedUnits(period, entries)],
    indicators: [...owedCodes(period, unitId, entries)],
    asks: [],
  };
}

/** A list for some units, before it is put in order. */
export interface Asked {
  readonly unitIds: readonly string[];
  readonly indicators: readonly string[];
}

/**
 * What a period keeps: the whole list, and one ask for each shorter list. `base` is the list of the units that no ask
 * names. A unit in several asks owes them all. A rate is owed whole: with any part of a rate that the period shows come
 * its other parts, so that no numerator is added without its denominator.
 */
export function arrangeAsks(
  unitIds: readonly string[],
  base: readonly string[],
  asks: readonly Asked[],
  catalogue: readonly Indicator[],
): { readonly indicators: string[]; readonly asks: UnitAsk[] } {
  const listOf = (unitId: string): readonly string[] => {
    const own = asks.filter((ask) => ask.unitIds.includes(unitId));
    return own.length === 0 ? base : own.flatMap((ask) => ask.indicators);
  };
  const lists = unitIds.map((unitId) => ({ unitId, codes: withParts(listOf(unitId), catalogue) }));
  const whole = withParts(unitIds.length === 0 ? base : lists.flatMap(({ codes }) => codes), catalogue);
  const rates = tableCodes(whole, catalogue);
  const byList = new Map<string, UnitAsk>();
  for (const { unitId, codes } of lists) {
    const indicators = wholeRates(codes, rates, catalogue).filter((code) => whole.includes(code));
    if (indicators.length === whole.length) continue;
    const key = indicators.join(' ');
    const known = byList.get(key);
    if (known) known.unitIds.push(unitId);
    else byList.set(key, { unitIds: [unitId], indicators });
  }
  return { indicators: whole, asks: [...byList.values()] };
}

/** The list with the other parts of each percentage of which it has one. */
function wholeRates(
  codes: readonly string[],
  shown: readonly string[],
  catalogue: readonly Indicator[],
): string[] {
  const known = indicatorMap(catalogue);
  const wanted = new Set(codes);
  for (const code of shown) {
    const rate = known.get(code);
    if (rate?.kind !== 'P' || rate.numerator === null || rate.denominator === null) continue;
    if (!wanted.has(rate.numerator)) continue;
    wanted.add(rate.denominator);
    wanted.add(code);
  }
  return inOrder(wanted, catalogue);
}
