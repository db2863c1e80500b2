/**
 * Consolidation: units → groups → total, for a period or its lũy kế. domain.md §5 "Arithmetic", exactly.
 *
 * Figures add over units; a rate is recomputed from the sums of its parts, never averaged; every coverage comes twice:
 * on the units that reported, and on all expected ones (missing numerator 0, denominator the last known stock). What
 * a parent reported already holds what its children reported. The result depends on the records only, in any order;
 * `now` matters to the timeliness in `status` and to nothing else.
 */
import type { Instant } from '../../date/plain-date';
import type { Indicator } from '../office/model';
import { countedFigures, feeds } from './counted-figures';
import type { FigureSources, UnitFigures } from './counted-figures';
import { sumExact } from './decimals';
import { groupUnits, heldByFrom, summaryGroupOf } from './expected-units';
import type { EntryMap } from './expected-units';
import { isFigure, isStock, isTimeliness } from './indicators';
import { combinedStatus, periodStatus } from './lateness';
import type { ReportMap } from './lateness';
import type { Coverage, CoverageParts, FigurePeriod, PeriodStatus, ReportPeriod, Totals } from './model';
import { candidateParts, gapsOf } from './parts';
import { daysAsked } from './rate-days';
import { meets, percent, percentRate, shown, weekRate } from './rates';
import type { Rate, Target } from './rates';
import { lastKnown, stockPartOf, valueOf } from './unit-figures';
import type { FigureIndex } from './unit-figures';

export interface ConsolidateInput extends FigureSources {
  readonly now: Instant;
  /** Own targets of the plan, by code; they replace the catalogue's. */
  readonly targets?: Readonly<Record<string, Target>>;
  /** Version when these figures are about to be frozen. */
  readonly version?: number | null;
}

/** Figures of some units by code, before rates. */
type Sums = ReadonlyMap<string, number>;

/** Totals of a period; `parts` is empty (and everything else) when the schedule owes nothing that feeds it. */
export function consolidate(input: ConsolidateInput): Totals {
  const { index, indicators, units } = countedFigures(input);
  const { entries, reports } = index;
  const codes = indicators.map((indicator) => indicator.id);
  const parts = index.candidates.filter((part) => feeds(index, part));
  const finish = (sums: Sums, rows: readonly UnitFigures[]): Map<string, number> =>
    withRates(sums, indicators, (rate) => weeksOf(index, rows, rate));
  const status = statusOfFigures(input.period, input.periods, reports, entries, input.now);

  const gaps = gapsOf(input.period, input.periods, entries);
  const alone = index.candidates.filter(({ cameAlone }) => cameAlone).map(({ id }) => id);
  const totalSums = sumUnits(units, indicators);
  const totals = finish(totalSums, units);
  for (const [code, value] of timeliness(status, codes)) totals.set(code, value);
  return {
    period: input.period,
    parts: parts.map((part) => part.id),
    cumulative: input.cumulative,
    ...(gaps ? { gaps } : {}),
    ...(alone.length > 0 ? { cameAlone: alone } : {}),
    indicators: codes,
    units: units.map((unit) => ({
      unit: unit.unitId,
      name: entries.get(unit.unitId)?.name ?? unit.unitId,
      group: summaryGroupOf(unit.unitId, entries)?.id ?? null,
      values: Object.fromEntries(finish(ownSums(unit), [unit])),
      carried: codes.filter((code) => unit.items.get(code)?.some((item) => item.carried)),
      ...heldOf(unit, codes),
    })),
    groups: groupUnits(units, (unit) => unit.unitId, entries).map(({ group, name, rows }) => ({
      group,
      name,
      values: Object.fromEntries(finish(sumUnits(rows, indicators), rows)),
    })),
    totals: Object.fromEntries(totals),
    ...coverages({ index, indicators, units, totalSums, status, targets: input.targets ?? {} }),
    status: counts(status),
    missingUnits: status.units
      .filter((unit) => unit.receivedAt === null)
      .map(({ unit, name, state, lacking }) => ({ unit, name, state, ...(lacking ? { lacking } : {}) })),
    version: input.version ?? null,
  };
}

/** Status of a period: its own when it is owed, else that of the owed periods that feed it. */
export function statusOf(
  period: FigurePeriod,
  periods: readonly ReportPeriod[],
  reports: ReportMap,
  entries: EntryMap,
  now: Instant,
): PeriodStatus {
  const own = periods.find((owed) => owed.id === period);
  return own
    ? periodStatus(own, reports, entries, now)
    : statusOfFigures(period, periods, reports, entries, now);
}

/**
 * Who stands behind the figures of a period: also where some units owe the period and others its months, everybody
 * whose figures it adds up or lacks.
 */
export function statusOfFigures(
  period: FigurePeriod,
  periods: readonly ReportPeriod[],
  reports: ReportMap,
  entries: EntryMap,
  now: Instant,
): PeriodStatus {
  return combinedStatus(period, candidateParts(period, periods), reports, entries, now);
}

function counts(status: PeriodStatus): Omit<PeriodStatus, 'units'> {
  const { period, expected, received, onTime, late, missing, returned, notDue, turns } = status;
  const counted = { period, expected, received, onTime, late, missing, returned, notDue };
  return turns ? { ...counted, turns } : counted;
}

function ownSums(unit: UnitFigures): Sums {
  const sums = new Map<string, number>();
  for (const [code, items] of unit.items) {
    const value = valueOf(items);
    if (value !== undefined) sums.set(code, value);
  }
  return sums;
}

/** What of a unit's values stands in the report of a unit above it. */
function heldOf(
  { items, counted }: UnitFigures,
  codes: readonly string[],
): Pick<Totals['units'][number], 'held'> {
  const held = codes.flatMap((code): [string, number][] => {
    const [given = [], added = []] = [items.get(code), counted.get(code)];
    const left = given.filter((item) => !added.includes(item));
    return left.length === 0 ? [] : [[code, sumExact(left.map(({ value }) => value))]];
  });
  return held.length === 0 ? {} : { held: Object.fromEntries(held) };
}

function sumUnits(units: readonly UnitFigures[], indicators: readonly Indicator[]): Sums {
  const sums = new Map<string, number>();
  for (const indicator of indicators) {
    if (!isFigure(indicator) || indicator.overUnits !== 'sum') continue;
    const value = valueOf(units.flatMap((unit) => unit.counted.get(indicator.id) ?? []));
    if (value !== undefined) sums.set(indicator.id, value);
  }
  return sums;
}

function weeksOf(index: FigureIndex, rows: readonly UnitFigures[], rate: Indicator): number {
  return daysAsked(
    index,
    rows.map(({ unitId }) => unitId),
    rate,
  );
}

/** `daysOf`: days that a rate per week is reckoned on. */
function rateOf(indicator: Indicator, sums: Sums, daysOf: (rate: Indicator) => number): Rate | null {
  if (isTimeliness(indicator.id)) return null;
  if (indicator.kind === 'P' && indicator.numerator !== null && indicator.denominator !== null)
    return percentRate(sums.get(indicator.numerator), sums.get(indicator.denominator));
  if (indicator.kind !== 'R') return null;
  const parts = indicator.rateOf.map((code) => sums.get(code)).filter((value) => value !== undefined);
  return parts.length === 0 ? null : weekRate(sumExact(parts), daysOf(indicator));
}

function withRates(
  sums: Sums,
  indicators: readonly Indicator[],
  daysOf: (rate: Indicator) => number,
): Map<string, number> {
  const values = new Map<string, number>();
  for (const indicator of indicators) {
    const rate = rateOf(indicator, sums, daysOf);
    const value = rate ? shown(rate) : sums.get(indicator.id);
    if (value !== undefined) values.set(indicator.id, value);
  }
  return values;
}

/** BC01–BC05 among the codes asked: owed, on time, late, not in, share on time. */
function timeliness(status: PeriodStatus, codes: readonly string[]): [string, number][] {
  const values: Readonly<Record<string, number | null>> = {
    BC01: status.expected,
    BC02: status.onTime,
    BC03: status.late,
    BC04: status.expected - status.received,
    BC05: percent(status.onTime, status.expected),
  };
  return codes.flatMap((code): [string, number][] => {
    const value = values[code];
    return value === undefined || value === null ? [] : [[code, value]];
  });
}

interface CoverageInput {
  readonly index: FigureIndex;
  readonly indicators: readonly Indicator[];
  readonly units: readonly UnitFigures[];
  readonly totalSums: Sums;
  readonly status: PeriodStatus;
  readonly targets: Readonly<Record<string, Target>>;
}

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** The ratio where both of its sides are known. */
function ratioOf(numerator: number | undefined, denominator: number | undefined): Ratio | null {
  return numerator === undefined || denominator === undefined ? null : { numerator, denominator };
}

function rateOfRatio(ratio: Ratio | null): Rate | null {
  return ratio ? percentRate(ratio.numerator, ratio.denominator) : null;
}

/** Both coverages of every P, and every own target judged on both, before rounding. */
function coverages(
  input: CoverageInput,
): Pick<Totals, 'coverage' | 'coverageParts' | 'targets' | 'unknownDenominators'> {
  const coverage: Record<string, Coverage> = {};
  const coverageParts: Record<string, CoverageParts> = {};
  const unknown: Record<string, number> = {};
  const targets: Totals['targets'] = {};
  for (const indicator of input.indicators) {
    const onReported = rateOf(indicator, input.totalSums, (rate) => weeksOf(input.index, input.units, rate));
    let onExpected = onReported;
    if (indicator.kind === 'P') {
      const both = bothRatios(indicator, input);
      coverageParts[indicator.id] = { reported: both.reported, expected: both.expected };
      if (both.unknown > 0) unknown[indicator.id] = both.unknown;
      onExpected = rateOfRatio(both.expected);
      const shownReported = isTimeliness(indicator.id) ? onExpected : onReported;
      coverage[indicator.id] = {
        reported: shownReported ? shown(shownReported) : null,
        expected: onExpected ? shown(onExpected) : null,
      };
    }
    const target = isTimeliness(indicator.id) ? undefined : (input.targets[indicator.id] ?? indicator.target);
    if (!target) continue;
    const plain = input.totalSums.get(indicator.id);
    const judge = (rate: Rate | null): boolean | null =>
      rate ? meets(rate, target) : plain === undefined ? null : meets(plain, target);
    targets[indicator.id] = {
      operator: target.operator,
      value: target.value,
      reported: judge(onReported),
      expected: judge(onExpected),
    };
  }
  return {
    coverage,
    coverageParts,
    targets,
    ...(Object.keys(unknown).length === 0 ? {} : { unknownDenominators: unknown }),
  };
}

interface BothRatios {
  readonly reported: Ratio | null;
  readonly expected: Ratio | null;
  /** Units asked whose denominator is not known at all: the ratio over all expected cannot hold them. */
  readonly unknown: number;
}

/** A percentage's ratio on the units that reported, and on all expected ones. */
function bothRatios(indicator: Indicator, input: CoverageInput): BothRatios {
  if (isTimeliness(indicator.id)) {
    const ratio = { numerator: input.status.onTime, denominator: input.status.expected };
    return { reported: ratio, expected: ratio, unknown: 0 };
  }
  const { numerator, denominator } = indicator;
  if (numerator === null || denominator === null) return { reported: null, expected: null, unknown: 0 };
  const sums = input.totalSums;
  const expected = expectedDenominator(denominator, input);
  return {
    reported: ratioOf(sums.get(numerator), sums.get(denominator)),
    expected: ratioOf(sums.get(numerator) ?? 0, expected.sum),
    unknown: expected.unknown,
  };
}

/** The denominator over all expected units: where it is missing, the last known stock. */
function expectedDenominator(
  code: string,
  input: CoverageInput,
): { readonly sum: number | undefined; readonly unknown: number } {
  const denominator = input.indicators.find((item) => item.id === code);
  if (!denominator) return { sum: undefined, unknown: 0 };
  const known = new Map<string, number>();
  const silent: string[] = [];
  for (const { unitId, items } of input.units) {
    const reported = valueOf(items.get(denominator.id) ?? []);
    const value = isStock(denominator) ? (reported ?? earlierStock(input, unitId, denominator.id)) : reported;
    if (value !== undefined) known.set(unitId, value);
    else if (isAsked(input, unitId, denominator)) silent.push(unitId);
  }
  // What a parent told already holds its children.
  const heldAbove = (unitId: string): boolean =>
    [...heldByFrom(unitId, input.index.entries)].some(
      ([parent, from]) => known.has(parent) && from <= (input.index.stockPart?.lastDay ?? ''),
    );
  const unknown = silent.filter((unitId) => !heldAbove(unitId)).length;
  if (!isStock(denominator)) return { sum: input.totalSums.get(denominator.id), unknown };
  const counted = [...known].filter(([unitId]) => !heldAbove(unitId));
  return { sum: counted.length === 0 ? undefined : sumExact(counted.map(([, value]) => value)), unknown };
}

function earlierStock({ index }: CoverageInput, unitId: string, code: string): number | undefined {
  const part = stockPartOf(index, unitId, code);
  return part === null ? undefined : lastKnown(index, unitId, code, part)?.value;
}

function isAsked({ index }: CoverageInput, unitId: string, denominator: Indicator): boolean {
  return isStock(denominator)
    ? stockPartOf(index, unitId, denominator.id) !== null
    : index.partsOf(unitId, denominator.id).length > 0;
}
