/**
 * What a change of a period may not do: ask a figure that a unit owes elsewhere, or stop counting what was given.
 * domain.md §5 "Periods": nobody owes the same figure twice.
 */
import { fail } from '../../result';
import type { Result } from '../../result';
import type { Indicator } from '../office/model';
import { owedCodes } from './asks';
import { askedUnits } from './expected-units';
import type { Asking, EntryMap } from './expected-units';
import { indicatorMap, isFigure } from './indicators';
import type { PeriodId, Report, ReportPeriod } from './model';
import { periodNameInText, periodsOverlap } from './periods';

/** A period as it is about to be asked. */
export type AskingPeriod = Asking & Pick<ReportPeriod, 'id' | 'indicators' | 'asks'>;

/** Another owed period that overlaps and asks one of the same units for some of the same figures; null when none. */
export function owedTwice(
  periods: readonly ReportPeriod[],
  wanted: AskingPeriod,
  catalogue: readonly Indicator[],
  entries: EntryMap,
): { readonly period: PeriodId; readonly codes: readonly string[] } | null {
  const known = indicatorMap(catalogue);
  const isCounted = (code: string): boolean => {
    const indicator = known.get(code);
    return indicator !== undefined && isFigure(indicator);
  };
  for (const other of periods) {
    if (other.id === wanted.id || !periodsOverlap(other.id, wanted.id)) continue;
    const there = new Set(askedUnits(other, entries));
    const both = new Set<string>();
    for (const unitId of askedUnits(wanted, entries)) {
      if (!there.has(unitId)) continue;
      const elsewhere = new Set(owedCodes(other, unitId, entries));
      for (const code of owedCodes(wanted, unitId, entries))
        if (elsewhere.has(code) && isCounted(code)) both.add(code);
    }
    if (both.size > 0) return { period: other.id, codes: other.indicators.filter((code) => both.has(code)) };
  }
  return null;
}

/** The refusal of a change after which reports that are in would no longer be asked, or not all of them. */
export function reportsLost(
  reports: readonly Report[],
  wanted: AskingPeriod,
  entries: EntryMap,
): Result<never> | null {
  const standing = reports.filter((report) => report.period === wanted.id && report.state === 'received');
  const nameOf = ({ unitId }: Report): string => entries.get(unitId)?.name ?? unitId;
  const asked = new Set(askedUnits(wanted, entries));
  const dropped = standing.filter((report) => !asked.has(report.unitId)).map(nameOf);
  if (dropped.length > 0)
    return fail(
      'CONFLICT',
      `Không bỏ được đơn vị đã nộp báo cáo ${periodNameInText(wanted.id)}: ${dropped.join(', ')}. Trả lại báo cáo trước nếu thật sự cần bỏ.`,
      { details: { units: dropped } },
    );
  for (const report of standing) {
    const owes = new Set(owedCodes(wanted, report.unitId, entries));
    const codes = [...Object.keys(report.values), ...Object.keys(report.narrative)].filter(
      (code) => !owes.has(code),
    );
    if (codes.length > 0)
      return fail(
        'CONFLICT',
        `Không bỏ được ${codes.slice(0, 5).join(', ')}${codes.length > 5 ? ', …' : ''}: ${nameOf(report)} đã báo cáo ${periodNameInText(wanted.id)} với các mục này và số liệu sẽ không còn được cộng. Trả lại báo cáo trước nếu thật sự cần bỏ.`,
        { details: { unit: report.unitId, indicators: codes } },
      );
  }
  return null;
}
