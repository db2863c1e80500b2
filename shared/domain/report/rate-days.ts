/**
 * Days that a rate per week is reckoned on. domain.md §5: "A week is 7 days of the covered interval, a fraction is
 * kept." A unit's interval is that of the parts in which it owed the counted codes; a group's, and the total's, that of
 * all its units together.
 */
import type { Indicator } from '../office/model';
import { countedFigures } from './counted-figures';
import type { FigureSources } from './counted-figures';
import { groupUnits, isActiveOn } from './expected-units';
import { reportId } from './lateness';
import { daysCovered } from './periods';
import type { FigureIndex } from './unit-figures';

/** Days covered by the parts in which at least one of the units owed one of the counted codes. */
export function daysAsked(index: FigureIndex, unitIds: readonly string[], { rateOf }: Indicator): number {
  const owes = (part: FigureIndex['candidates'][number], unitId: string): boolean => {
    if (!rateOf.some((code) => index.partsOf(unitId, code).includes(part.id))) return false;
    const unit = index.entries.get(unitId);
    // Merged or closed by then, or not yet founded: nothing is owed there, unless it reported.
    return (
      (unit !== undefined && isActiveOn(unit, part.lastDay)) ||
      index.reports.get(reportId(part.id, unitId))?.state === 'received'
    );
  };
  return daysCovered(index.candidates.filter((part) => unitIds.some((unitId) => owes(part, unitId))));
}

/** Days of one rate: of the total, and of every unit and group by id ('' for units without a group). */
export interface RateDays {
  readonly total: number;
  readonly rows: Readonly<Record<string, number>>;
}

/** By the code of the rate; what a workbook's formulas divide by. */
export function rateDays(sources: FigureSources): Record<string, RateDays> {
  const { index, indicators, units } = countedFigures(sources);
  const ids = units.map(({ unitId }) => unitId);
  const groups = groupUnits(ids, (id) => id, index.entries);
  return Object.fromEntries(
    indicators
      .filter(({ kind }) => kind === 'R')
      .map((indicator) => [
        indicator.id,
        {
          total: daysAsked(index, ids, indicator),
          rows: Object.fromEntries([
            ...ids.map((id) => [id, daysAsked(index, [id], indicator)] as const),
            ...groups.map(({ group, rows }) => [group ?? '', daysAsked(index, rows, indicator)] as const),
          ]),
        },
      ]),
  );
}
