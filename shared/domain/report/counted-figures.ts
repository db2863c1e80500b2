/**
 * The figures that a consolidation counts: every unit's contributions, and without what a parent's report already
 * holds. domain.md §5: "No group adds both a parent and its child."
 */
import type { PlainDate } from '../../date/plain-date';
import type { DirectoryEntry, Indicator } from '../office/model';
import { askedUnits, compareEntries, entryMap, heldByFrom, isActiveOn } from './expected-units';
import { indicatorMap, isFigure, isStock, tableCodes } from './indicators';
import { reportId, reportMap } from './lateness';
import type { FigurePeriod, PeriodId, Report, ReportPeriod } from './model';
import { candidateParts, cumulativeCandidates, cumulativeFromOf } from './parts';
import { isMonthRange, periodsOverlap } from './periods';
import { contributions, figureIndex } from './unit-figures';
import type { Contribution, FigureIndex } from './unit-figures';

export interface FigureSources {
  readonly period: FigurePeriod;
  /** Lũy kế instead of the period's own figures. */
  readonly cumulative: boolean;
  /** Owed periods and reports of one schedule (one dossier): figures never add over plans. */
  readonly periods: readonly ReportPeriod[];
  readonly reports: readonly Report[];
  readonly entries: readonly DirectoryEntry[];
  readonly catalogue: readonly Indicator[];
}

export interface UnitFigures {
  readonly unitId: string;
  /** Code → what the unit gave. */
  readonly items: ReadonlyMap<string, readonly Contribution[]>;
  /** The same without what a parent's report already holds. */
  readonly counted: ReadonlyMap<string, readonly Contribution[]>;
}

export interface CountedFigures {
  readonly index: FigureIndex;
  /** Columns of the table, in order: figures and rates. */
  readonly indicators: readonly Indicator[];
  /** In the order of the directory. */
  readonly units: readonly UnitFigures[];
}

export function countedFigures(input: FigureSources): CountedFigures {
  const entries = entryMap(input.entries);
  const reports = reportMap(input.reports);
  const candidates = input.cumulative
    ? cumulativeCandidates(input.period, input.periods, cumulativeFromOf(input.period, input.periods))
    : candidateParts(input.period, input.periods);
  const index = figureIndex(candidates, input.periods, reports, entries, isMonthRange(input.period));
  const codes = tableCodes(
    candidates.flatMap((part) => part.indicators),
    input.catalogue,
  );
  const catalogue = indicatorMap(input.catalogue);
  const indicators = codes.map((code) => catalogue.get(code)).filter((item) => item !== undefined);
  const units = figuresOfUnits(index, indicators);
  return { index, indicators, units };
}

function figuresOfUnits(index: FigureIndex, indicators: readonly Indicator[]): UnitFigures[] {
  const figures = indicators.filter(isFigure);
  const raw = unitsOf(index).map((unitId) => ({
    unitId,
    items: new Map(figures.map((indicator) => [indicator.id, contributions(index, unitId, indicator)])),
  }));
  const byUnit = new Map(raw.map((unit) => [unit.unitId, unit.items]));
  return raw.map(({ unitId, items }) => {
    const above = [...heldByFrom(unitId, index.entries)].flatMap(([id, from]) => {
      const items = byUnit.get(id);
      return items ? [{ items, from }] : [];
    });
    if (above.length === 0) return { unitId, items, counted: items };
    const counted = new Map(
      figures.map((indicator) => {
        const held = above.flatMap((parent) =>
          (parent.items.get(indicator.id) ?? []).filter(({ part }) => endsFrom(index, part, parent.from)),
        );
        const own = items.get(indicator.id) ?? [];
        return [indicator.id, own.filter((item) => !held.some((other) => holds(indicator, other, item)))];
      }),
    );
    return { unitId, items, counted };
  });
}

/** Whether a part ends on or after a day. */
function endsFrom(index: FigureIndex, part: PeriodId, day: PlainDate): boolean {
  const period = index.candidates.find(({ id }) => id === part);
  return period !== undefined && period.lastDay >= day;
}

/** Whether a parent's contribution already holds a child's. A parent's nil flow holds nothing. */
function holds(indicator: Indicator, parent: Contribution, child: Contribution): boolean {
  if (isStock(indicator)) return true;
  return !parent.nil && periodsOverlap(parent.part, child.part);
}

/** Units with a row: expected in some part, or with a report in one; in the order of the directory. */
function unitsOf(index: FigureIndex): string[] {
  const ids = new Set<string>();
  for (const part of index.candidates)
    for (const unitId of askedUnits(part, index.entries)) {
      if (ids.has(unitId)) continue;
      const unit = index.entries.get(unitId);
      const reported = index.reports.get(reportId(part.id, unitId))?.state === 'received';
      if (reported || (unit?.kind === 'unit' && isActiveOn(unit, part.lastDay))) ids.add(unitId);
    }
  const entries = [...ids].map((id) => index.entries.get(id)).filter((entry) => entry !== undefined);
  const gone = [...ids].filter((id) => !index.entries.has(id)).sort();
  return [...entries.sort(compareEntries).map((entry) => entry.id), ...gone];
}

/** Whether an owed period feeds any figure of anybody (a month inside an owed quarter with the same codes does not). */
export function feeds(index: FigureIndex, part: ReportPeriod): boolean {
  return askedUnits(part, index.entries).some((unitId) =>
    part.indicators.some((code) => index.partsOf(unitId, code).includes(part.id)),
  );
}
