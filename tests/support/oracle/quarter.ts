/**
 * A generated quarter and its figures, reckoned by hand as it were: from the words of the domain description (§5
 * "Arithmetic", "Late") and nothing else. It shares no code with the application and knows none of its types; it is
 * slow, plain, and keeps every figure as a whole number of hundredths.
 */

/** C, S add up over months; D, N, B take the last. */
export const CODES = ['HN01', 'HN02', 'TT01', 'KP01', 'DV01', 'DV02', 'VB02', 'MX03'] as const;
export const STOCKS: readonly string[] = ['DV01', 'DV02', 'VB02', 'MX03'];
/** A stock that nobody may add over units: the office said overUnits none. */
export const NOT_OVER_UNITS = 'MX03';
/** DV02 marked "cộng dồn" turns into a flow. */
export const CUMULATED = 'DV02';

export type Given =
  | { readonly kind: 'missing' }
  | { readonly kind: 'nil'; readonly day: string }
  | { readonly kind: 'returned'; readonly day: string }
  | { readonly kind: 'figures'; readonly day: string; readonly values: Readonly<Record<string, number>> };

export interface QuarterUnit {
  readonly id: string;
  readonly group: string | null;
  /** The unit above it. */
  readonly parent: string | null;
  /** First month (0–2) in which it exists; 0 = always did. */
  readonly opens: number;
  /** Month from whose first day it has gone into others; 3 = never. */
  readonly goes: number;
  readonly into: readonly string[];
  /** Owes one report for the quarter instead of three for its months. */
  readonly quarterly: boolean;
  /** Last day in the last part that it owes, by extension; null: as everybody. */
  readonly extended: string | null;
  /** What came for each part that it owes: three months, or the one quarter. */
  readonly given: readonly Given[];
}

export interface Quarter {
  readonly units: readonly QuarterUnit[];
  /** Whether DV02 is marked "cộng dồn". */
  readonly cumulated: boolean;
}

/** Figures came into account on these last days; 15/3/2026 is a Sunday and a person confirmed the Monday. */
export const LAST_DAYS = ['2026-01-15', '2026-02-16', '2026-03-16'] as const;
/** Days covered by the three months with cut-off 14: 15/12/2025 to 14/3/2026, 90 together. */
const DAYS = [31, 31, 28] as const;

type Row = Map<string, number>;

export interface Answer {
  readonly units: ReadonlyMap<string, Row>;
  readonly groups: ReadonlyMap<string | null, Row>;
  readonly totals: Row;
  /** Numerator and denominator, as they are printed. */
  readonly reported: readonly [number, number] | null;
  readonly expected: readonly [number, number] | null;
  readonly unknown: number;
  readonly status: {
    readonly expected: number;
    readonly onTime: number;
    readonly late: number;
    readonly missing: number;
    readonly returned: number;
  };
  readonly missingUnits: readonly string[];
}

/** Months (0–2) that one of the unit's reports tells of. */
function monthsOf(unit: QuarterUnit, part: number): readonly number[] {
  return unit.quarterly ? [0, 1, 2] : [part];
}

/** Whether the unit is there on the last day of the part. */
function existsAt(unit: QuarterUnit, part: number): boolean {
  const month = unit.quarterly ? 2 : part;
  return unit.opens <= month && month < unit.goes;
}

function reportOf(unit: QuarterUnit, part: number): Given {
  return unit.given[part] ?? { kind: 'missing' };
}

const hundredths = (value: number): number => Math.round(value * 100);

/** All that a unit told of a flow: part by part, nil as 0, returned and missing as nothing. */
function flowsOf(unit: QuarterUnit, code: string): { part: number; value: number; nil: boolean }[] {
  const told: { part: number; value: number; nil: boolean }[] = [];
  const parts = unit.quarterly ? 1 : 3;
  for (let part = 0; part < parts; part += 1) {
    const given = reportOf(unit, part);
    if (given.kind === 'nil') told.push({ part, value: 0, nil: true });
    if (given.kind === 'figures' && given.values[code] !== undefined)
      told.push({ part, value: hundredths(given.values[code]), nil: false });
  }
  return told;
}

/** The last figure of a stock that the unit ever told in the quarter. */
function lastToldOf(unit: QuarterUnit, code: string): number | null {
  let last: number | null = null;
  for (const given of unit.given)
    if (given.kind === 'figures' && given.values[code] !== undefined) last = hundredths(given.values[code]);
  return last;
}

/** A stock as it stands at the end: of a unit that is there, by its last report; nil carries over, missing is nothing. */
function stockOf(unit: QuarterUnit, code: string): number | null {
  const last = unit.quarterly ? 0 : 2;
  if (!existsAt(unit, last)) return null;
  const given = reportOf(unit, last);
  if (given.kind === 'nil') return lastToldOf(unit, code);
  if (given.kind === 'figures' && given.values[code] !== undefined) return hundredths(given.values[code]);
  return null;
}

/**
 * The units whose reports hold one's, each from a month on: those above it, and the one that such a unit went whole
 * into (of several nobody knows which).
 */
function above(
  quarter: Quarter,
  unit: QuarterUnit,
): { readonly unit: QuarterUnit; readonly since: number }[] {
  const found: { unit: QuarterUnit; since: number }[] = [];
  const climb = (id: string | null | undefined, since: number): void => {
    const next = quarter.units.find((one) => one.id === id);
    if (!next || next === unit || found.some((one) => one.unit === next)) return;
    found.push({ unit: next, since });
    climb(next.parent, since);
  };
  climb(unit.parent, 0);
  for (const { unit: gone, since } of found)
    if (gone.goes < 3 && gone.into.length === 1) climb(gone.into[0], Math.max(gone.goes, since));
  return found;
}

/** What of a unit's flow is not already inside what a unit above it told for the same months. */
function countedFlow(quarter: Quarter, unit: QuarterUnit, code: string): number | null {
  let sum: number | null = null;
  for (const one of flowsOf(unit, code)) {
    let held = false;
    for (const { unit: parent, since } of above(quarter, unit))
      for (const other of flowsOf(parent, code)) {
        const months = monthsOf(parent, other.part);
        if (Math.max(...months) < since) continue;
        if (!other.nil && monthsOf(unit, one.part).some((month) => months.includes(month))) held = true;
      }
    if (!held) sum = (sum ?? 0) + one.value;
  }
  return sum;
}

function isStockCode(quarter: Quarter, code: string): boolean {
  return STOCKS.includes(code) && !(code === CUMULATED && quarter.cumulated);
}

function counted(quarter: Quarter, unit: QuarterUnit, code: string): number | null {
  if (!isStockCode(quarter, code)) return countedFlow(quarter, unit, code);
  if (above(quarter, unit).some(({ unit: parent }) => stockOf(parent, code) !== null)) return null;
  return stockOf(unit, code);
}

function own(quarter: Quarter, unit: QuarterUnit, code: string): number | null {
  if (isStockCode(quarter, code)) return stockOf(unit, code);
  const told = flowsOf(unit, code);
  return told.length === 0 ? null : told.reduce((sum, { value }) => sum + value, 0);
}

/** a / b in hundredths, half up; both not negative. */
function halfUp(a: number, b: number): number {
  return Math.floor((2 * a + b) / (2 * b));
}

/** Rates from their parts, never averaged: DV03 = DV02 / DV01, TT04 = TT01 a week. */
function withRates(row: Row, asked: readonly QuarterUnit[]): Row {
  const [numerator, denominator, pieces] = [row.get('DV02'), row.get('DV01'), row.get('TT01')];
  if (numerator !== undefined && denominator !== undefined && denominator > 0)
    row.set('DV03', halfUp(numerator * 10_000, denominator));
  const days = DAYS.reduce(
    (sum, days, month) => sum + (asked.some((unit) => isAskedIn(unit, month)) ? days : 0),
    0,
  );
  if (pieces !== undefined) row.set('TT04', halfUp(pieces * 7, days));
  return row;
}

/** Whether a month lies in the interval of which a unit was asked: it was there on its last day, or reported. */
function isAskedIn(unit: QuarterUnit, month: number): boolean {
  const part = unit.quarterly ? 0 : month;
  const { kind } = reportOf(unit, part);
  return existsAt(unit, part) || kind === 'nil' || kind === 'figures';
}

function sumOf(quarter: Quarter, units: readonly QuarterUnit[]): Row {
  const row: Row = new Map();
  for (const code of CODES) {
    if (code === NOT_OVER_UNITS) continue;
    for (const unit of units) {
      const value = counted(quarter, unit, code);
      if (value !== null) row.set(code, (row.get(code) ?? 0) + value);
    }
  }
  return withRates(row, units);
}

/** Has a row: it is there on some last day, or something that counts came from it. */
function isListed(unit: QuarterUnit): boolean {
  const parts = unit.quarterly ? [0] : [0, 1, 2];
  return parts.some((part) => {
    const { kind } = reportOf(unit, part);
    return existsAt(unit, part) || kind === 'nil' || kind === 'figures';
  });
}

type State = 'on-time' | 'late' | 'missing' | 'returned';

function stateOf(unit: QuarterUnit, part: number): State {
  const given = reportOf(unit, part);
  if (given.kind === 'missing' || given.kind === 'returned') return given.kind;
  const last = unit.quarterly || part === 2;
  const lastDay = (last ? unit.extended : null) ?? LAST_DAYS[unit.quarterly ? 2 : part] ?? '';
  return given.day > lastDay ? 'late' : 'on-time';
}

/** Of a unit that is expected at the end: what is not in comes first, then what was late. */
function quarterState(unit: QuarterUnit): State {
  const parts = (unit.quarterly ? [0] : [0, 1, 2]).filter((part) => existsAt(unit, part));
  const states = parts.map((part) => stateOf(unit, part));
  for (const state of ['missing', 'returned', 'late'] as const) if (states.includes(state)) return state;
  return 'on-time';
}

export function reckon(quarter: Quarter): Answer {
  const listed = quarter.units.filter(isListed);
  const units = new Map<string, Row>();
  for (const unit of listed) {
    const row: Row = new Map();
    for (const code of CODES) {
      const value = own(quarter, unit, code);
      if (value !== null) row.set(code, value);
    }
    units.set(unit.id, withRates(row, [unit]));
  }
  const groups = new Map<string | null, Row>();
  for (const { group } of listed)
    if (!groups.has(group))
      groups.set(
        group,
        sumOf(
          quarter,
          listed.filter((unit) => unit.group === group),
        ),
      );
  const totals = sumOf(quarter, listed);

  // On all expected units: a missing numerator is 0, a missing denominator the last one known.
  const known = new Map<string, number>();
  let unknown = 0;
  for (const unit of listed) {
    const last = unit.quarterly ? 0 : 2;
    const value = existsAt(unit, last) ? (stockOf(unit, 'DV01') ?? lastToldOf(unit, 'DV01')) : null;
    if (value !== null) known.set(unit.id, value);
  }
  let denominator: number | null = null;
  for (const unit of listed) {
    const heldAbove = above(quarter, unit).some((one) => known.has(one.unit.id));
    const value = known.get(unit.id);
    if (heldAbove) continue;
    if (value !== undefined) denominator = (denominator ?? 0) + value;
    else if (existsAt(unit, unit.quarterly ? 0 : 2)) unknown += 1;
  }
  const numerator = totals.get('DV02');
  const reportedDenominator = totals.get('DV01');
  const expected = quarter.units.filter((unit) => existsAt(unit, unit.quarterly ? 0 : 2));
  const states = expected.map((unit) => ({ id: unit.id, state: quarterState(unit) }));
  const count = (state: State): number => states.filter((one) => one.state === state).length;
  return {
    units,
    groups,
    totals,
    reported:
      numerator === undefined || reportedDenominator === undefined ? null : [numerator, reportedDenominator],
    expected: denominator === null ? null : [numerator ?? 0, denominator],
    unknown,
    status: {
      expected: expected.length,
      onTime: count('on-time'),
      late: count('late'),
      missing: count('missing'),
      returned: count('returned'),
    },
    missingUnits: states
      .filter(({ state }) => state === 'missing' || state === 'returned')
      .map(({ id }) => id),
  };
}
