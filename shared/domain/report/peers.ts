/**
 * A unit's figure beside those of its group in the same period: a slip of the keyboard (130 for 13) stands far from
 * what the others gave. By median and MAD, which one odd figure does not move. Only a question, and only the group's
 * typical value is named: no unit is ranked, none is named. domain.md §5 "Questions".
 */
import type { Indicator } from '../office/model';
import { summaryGroupOf, type EntryMap } from './expected-units';
import type { PeriodId, Report } from './model';

/** What the other units of the group gave; nil reports and returned ones are none. */
export interface PeerReports {
  /** The summary group's name. */
  readonly group: string;
  readonly values: readonly Readonly<Record<string, number>>[];
}

/** Fewer say nothing about what is usual. */
const ENOUGH = 5;
/** Deviations from the median, in units of a normal distribution's σ (1,4826 × MAD), that are out of the ordinary. */
const FAR = 6;
const SIGMA = 1.4826;
/** Groups are uneven: less than so many times the typical value is no question, however alike the others are. */
const TIMES = 3;
/** Nor is a difference that is small by itself. */
const SMALL = 10;
/** Percentage points by which a share must differ. */
const SMALL_SHARE = 30;

/** The peers of a unit in a period; null when it is in no group. */
export function peerReports(
  unitId: string,
  period: PeriodId,
  reports: readonly Report[],
  entries: EntryMap,
): PeerReports | null {
  const group = summaryGroupOf(unitId, entries);
  if (!group) return null;
  const values = reports
    .filter(
      (report) =>
        report.period === period &&
        report.unitId !== unitId &&
        report.state === 'received' &&
        !report.nil &&
        summaryGroupOf(report.unitId, entries)?.id === group.id,
    )
    .map((report) => report.values);
  return { group: group.name, values };
}

export interface PeerFinding {
  readonly own: number;
  /** The group's median. */
  readonly typical: number;
  /** Percent of the denominator instead of the figure itself. */
  readonly ratio: boolean;
}

/**
 * Whether a figure stands far from the group's. Denominators and yes/no are no matter of comparison (units differ in
 * size); a numerator is compared as a share of its denominator, both ways; any other figure only when it is larger
 * than usual, because many units do little in a period.
 */
export function comparedWithPeers(
  indicator: Indicator,
  values: Readonly<Record<string, number>>,
  peers: PeerReports,
): PeerFinding | null {
  if (indicator.kind === 'D' || indicator.kind === 'B') return null;
  const ratio = indicator.kind === 'N' && indicator.notAbove !== null;
  const figureOf = (given: Readonly<Record<string, number>>): number | undefined =>
    ratio ? shareOf(indicator, given) : given[indicator.id];
  const own = figureOf(values);
  // What is small by itself is no question, and most figures are: the others need not be read.
  if (own === undefined || (!ratio && own <= SMALL)) return null;
  // Where most of the others are near, so is their median: the common case needs no list and no sorting.
  let given = 0;
  let near = 0;
  for (const peer of peers.values) {
    const value = figureOf(peer);
    if (value === undefined) continue;
    given += 1;
    if (ratio ? Math.abs(own - value) <= SMALL_SHARE : own <= TIMES * value) near += 1;
  }
  if (given < ENOUGH || near * 2 > given) return null;
  const others = peers.values.map(figureOf).filter((value) => value !== undefined);
  const typical = median(others);
  const spread = SIGMA * median(others.map((value) => Math.abs(value - typical)));
  const distance = own - typical;
  const far = ratio
    ? Math.abs(distance) > Math.max(FAR * spread, SMALL_SHARE)
    : distance > Math.max(FAR * spread, SMALL) && own > TIMES * typical;
  return far ? { own, typical, ratio } : null;
}

function shareOf(indicator: Indicator, values: Readonly<Record<string, number>>): number | undefined {
  const whole = indicator.notAbove === null ? undefined : values[indicator.notAbove];
  const part = values[indicator.id];
  return whole === undefined || part === undefined || whole <= 0 ? undefined : (part * 100) / whole;
}

/** The middle of a list that is not empty. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
