/**
 * One unit's figures over the owed periods that feed a period. domain.md §5 "Arithmetic".
 *
 * A flow is the sum of what was received. A stock (and the numerator of a stock-like rate) is the last value: that of
 * the last part, carried over from the last known one when the report is nil, nothing when the report is missing, and
 * not counted for a unit that no longer exists there. Missing is nothing, never 0.
 */
import type { Indicator } from '../office/model';
import { sumExact } from './decimals';
import { owedCodes } from './asks';
import { askedUnits, isActiveOn } from './expected-units';
import type { EntryMap } from './expected-units';
import { isStock } from './indicators';
import { reportId } from './lateness';
import type { ReportMap } from './lateness';
import type { PeriodId, Report, ReportPeriod } from './model';
import { disjointParts } from './parts';
import { comparePeriods, monthRange, isSpecial } from './periods';

/** One value that counts, and where it stands. */
export interface Contribution {
  /** The owed period that it counts in. */
  readonly part: PeriodId;
  readonly value: number;
  /** A nil report: 0 of a flow, or a stock carried over. */
  readonly nil: boolean;
  readonly carried: boolean;
  /** The report that holds the figure: an earlier one when carried. */
  readonly report: Report;
}

/** Everything that figures are looked up in; built once for a consolidation. */
export interface FigureIndex {
  /** Owed periods that may feed the period, in order. */
  readonly candidates: readonly ReportPeriod[];
  /** All owed periods of the schedule, in order: last known stocks are looked for in these. */
  readonly periods: readonly ReportPeriod[];
  readonly reports: ReportMap;
  readonly entries: EntryMap;
  /** The part in which stocks are taken: the last of which anybody's report is in (else the last). */
  readonly stockPart: ReportPeriod | null;
  /** Of a range of months: each unit's stocks are those of the newest part that it reported. */
  readonly newestReported: boolean;
  readonly partsOf: (unitId: string, code: string) => readonly PeriodId[];
}

/** Index over the candidates of a period or of its lũy kế (`parts.ts`). */
export function figureIndex(
  candidates: readonly ReportPeriod[],
  periods: readonly ReportPeriod[],
  reports: ReportMap,
  entries: EntryMap,
  newestReported = false,
): FigureIndex {
  const ordered = [...periods].sort((a, b) => comparePeriods(a.id, b.id));
  const asked = candidates.map((period) => {
    const units = new Set(askedUnits(period, entries));
    const lists = new Map<string, ReadonlySet<string>>();
    const owes = (unitId: string, code: string): boolean => {
      if (!units.has(unitId)) return false;
      const list = lists.get(unitId) ?? new Set(owedCodes(period, unitId, entries));
      lists.set(unitId, list);
      return list.has(code);
    };
    return { id: period.id, owes };
  });
  const chosen = new Map<string, readonly PeriodId[]>();
  const partsOf = (unitId: string, code: string): readonly PeriodId[] => {
    const owed = asked.filter((period) => period.owes(unitId, code));
    const key = owed.map((period) => period.id).join(' ');
    const known = chosen.get(key) ?? disjointParts(owed.map((period) => period.id));
    chosen.set(key, known);
    return known;
  };
  const begun = new Set(
    [...reports.values()].filter((report) => report.state === 'received').map((report) => report.period),
  );
  const stockPart = candidates.findLast((period) => begun.has(period.id)) ?? candidates.at(-1) ?? null;
  return { candidates, periods: ordered, reports, entries, stockPart, newestReported, partsOf };
}

function receivedReport(index: FigureIndex, period: PeriodId, unitId: string): Report | undefined {
  const report = index.reports.get(reportId(period, unitId));
  return report?.state === 'received' ? report : undefined;
}

/** What a unit contributes to an indicator: one item a received part for a flow, at most one for a stock. */
export function contributions(index: FigureIndex, unitId: string, indicator: Indicator): Contribution[] {
  return isStock(indicator)
    ? stockContribution(index, unitId, indicator)
    : flowContributions(index, unitId, indicator);
}

function flowContributions(index: FigureIndex, unitId: string, indicator: Indicator): Contribution[] {
  return index.partsOf(unitId, indicator.id).flatMap((part): Contribution[] => {
    const report = receivedReport(index, part, unitId);
    if (!report) return [];
    if (report.nil) return [{ part, value: 0, nil: true, carried: false, report }];
    const value = report.values[indicator.id];
    return value === undefined ? [] : [{ part, value, nil: false, carried: false, report }];
  });
}

/**
 * The part in which a unit's stock is taken: the last one that asks it, ending by `stockPart`; null when the unit is
 * not asked or no longer exists then (merged, closed), so that its people are not counted twice. Over a range of months
 * it is the last that the unit reported: the newest period has only begun when a sơ kết is made.
 */
export function stockPartOf(index: FigureIndex, unitId: string, code: string): PeriodId | null {
  const { stockPart } = index;
  const unit = index.entries.get(unitId);
  if (!stockPart || !unit || !isActiveOn(unit, stockPart.lastDay)) return null;
  const asked = index.partsOf(unitId, code).filter((part) => endsBy(part, stockPart.id));
  const reported = index.newestReported
    ? asked.findLast((part) => receivedReport(index, part, unitId) !== undefined)
    : undefined;
  return reported ?? asked.at(-1) ?? null;
}

/** Whether a period ends with or before another: a quarter does with its last month. */
function endsBy(part: PeriodId, other: PeriodId): boolean {
  const [one, limit] = [monthRange(part), monthRange(other)];
  return one && limit ? one.last <= limit.last : comparePeriods(part, other) <= 0;
}

function stockContribution(index: FigureIndex, unitId: string, indicator: Indicator): Contribution[] {
  const part = stockPartOf(index, unitId, indicator.id);
  if (part === null) return [];
  const report = receivedReport(index, part, unitId);
  if (!report) return [];
  if (!report.nil) {
    const value = report.values[indicator.id];
    return value === undefined ? [] : [{ part, value, nil: false, carried: false, report }];
  }
  const known = lastKnown(index, unitId, indicator.id, part);
  return known ? [{ part, value: known.value, nil: true, carried: true, report: known.report }] : [];
}

/** The last value that a unit gave for a code in the schedule up to a part (that part too); null when none. */
export function lastKnown(
  index: Pick<FigureIndex, 'periods' | 'reports'>,
  unitId: string,
  code: string,
  upTo: PeriodId,
): { readonly value: number; readonly report: Report } | null {
  const special = isSpecial(upTo);
  for (const period of [...index.periods].reverse()) {
    if (comparePeriods(period.id, upTo) > 0) continue;
    // An ad hoc request may count other things than the series does: neither takes stocks from the other.
    if ((monthRange(period.id) === null) !== special) continue;
    const report = index.reports.get(reportId(period.id, unitId));
    const value = report?.state === 'received' && !report.nil ? report.values[code] : undefined;
    if (report && value !== undefined) return { value, report };
  }
  return null;
}

/** The value of contributions; undefined when there are none: nothing was reported. */
export function valueOf(items: readonly Contribution[]): number | undefined {
  return items.length === 0 ? undefined : sumExact(items.map((item) => item.value));
}
