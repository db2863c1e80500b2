/** What a summary workbook and a report to superiors are made from. */
import type { Attendance } from '../domain/conference/coverage';
import type { Indicator, OfficeProfile } from '../domain/office/model';
import type { PeriodStatus, Totals } from '../domain/report/model';
import { compareTotals, type Comparison } from '../domain/report/comparison';
import { periodNameInText } from '../domain/report/periods';
import type { RateDays } from '../domain/report/rate-days';
import type { Supplement } from '../domain/report/supplement-model';
import type { ModelRow } from '../domain/report/narratives';
import { cameAloneWords, gapWords, OCCASION, unknownDenominatorWords, type Occasion } from '../i18n/vi';
import type { TimelinessData } from './charts/timeliness-chart';

export interface SummaryInput {
  readonly office: OfficeProfile;
  /** Trích yếu of the plan. */
  readonly planTitle: string;
  /** "07-KH/ĐU"; null while it has no number. */
  readonly planNumberText: string | null;
  /** Catalogue rows; those in `totals.indicators` are shown, in that order. */
  readonly indicators: readonly Indicator[];
  readonly totals: Totals;
  readonly cumulative: Totals;
  /** Totals of the period before; null when there is none to compare with. */
  readonly previous: Totals | null;
  /** Units that took others in since the period before: they are not what they were. Absent = none. */
  readonly absorbed?: readonly string[] | undefined;
  readonly status: PeriodStatus;
  /** Days covered by the figures, both ends; null when not known. */
  readonly interval: { readonly from: string; readonly to: string } | null;
  /** Days that rates per week are reckoned on; null: such rates are printed as numbers, not as formulas. */
  readonly days: { readonly period: number; readonly cumulative: number } | null;
  /** The same rate by rate and row by row, as units may have been asked since different days; absent: `days` for all. */
  readonly rateDays?:
    | {
        readonly period: Readonly<Record<string, RateDays>>;
        readonly cumulative: Readonly<Record<string, RateDays>>;
      }
    | undefined;
  /** Mô hình hay, cách làm hiệu quả by unit; absent or empty: none was told. */
  readonly models?: readonly ModelRow[];
  readonly createdAt: string;
  /** A supplementary closing against the one before; absent: nothing was closed before. */
  readonly supplement?: Supplement | null;
  /** Sơ kết or tổng kết, named in titles; absent: an ordinary period. */
  readonly occasion?: Occasion | null;
  /** What became of every report due in the plan's year so far; absent: no chart of it. */
  readonly record?: TimelinessData;
  /** Conferences that the plan names; absent or empty: none. */
  readonly conferences?: readonly PlannedConference[];
}

/** A conference as the plan announces it. */
export interface PlannedConference {
  readonly name: string;
  readonly organizer: string | null;
  /** `2026-02-11T14:00` Vietnam time, or a date. */
  readonly start: string | null;
  readonly mode: 'online' | 'in-person' | null;
  readonly participants: readonly string[];
  /** Its day lies in the period's days. */
  readonly inPeriod?: boolean | undefined;
  /** The office's own attendance, where it was told. */
  readonly attendance?: Attendance | null | undefined;
}

/** " SƠ KẾT", " TỔNG KẾT" after a title in capitals; empty for an ordinary period. */
export function occasionInTitle({ occasion }: Pick<SummaryInput, 'occasion'>): string {
  return occasion ? ` ${OCCASION[occasion].toUpperCase()}` : '';
}

/** The period beside the one before, over the same units; null where there is none before. */
export function comparedWithBefore(
  input: Pick<SummaryInput, 'totals' | 'previous' | 'absorbed'>,
): Comparison | null {
  return input.previous === null ? null : compareTotals(input.totals, input.previous, input.absorbed);
}

/** Why a growth is of some units only, or of none; null where all of them stand in both periods. */
export function comparisonNote(input: SummaryInput): string | null {
  const comparison = comparedWithBefore(input);
  const { totals, previous } = input;
  if (comparison === null || previous === null) return null;
  const told = shownIndicators(input).filter(
    ({ id }) => totals.totals[id] !== undefined && previous.totals[id] !== undefined,
  );
  const compared = told.map((indicator) => comparison.of(indicator));
  if (compared.every((one) => one?.whole)) return null;
  const before = `kỳ trước (${periodNameInText(previous.period)})`;
  const both = Math.max(0, ...compared.flatMap((one) => (one && !one.whole ? [one.units] : [])));
  return both === 0
    ? `Không so sánh tăng, giảm với ${before} ở chỉ tiêu mà hai kỳ không có đơn vị nào cùng báo cáo đủ, hoặc không cùng các đơn vị phải báo cáo.`
    : `Hai kỳ không cùng các đơn vị báo cáo: tăng, giảm so với ${before} chỉ tính trên các đơn vị báo cáo cả hai kỳ (${both} đơn vị), không phải hiệu của hai số tổng.`;
}

/** Sentences under titles: periods cut by the range, months without one, periods that are not on this PC. */
export function gapNotes(input: SummaryInput): readonly string[] {
  const { totals, cumulative } = input;
  const [own, accumulated] = [gapWords(totals), gapWords(cumulative)];
  const alone = cameAloneWords(cumulative);
  const comparison = comparisonNote(input);
  return [
    ...(comparison === null ? [] : [comparison]),
    ...(alone === null ? [] : [alone]),
    ...(own === null ? [] : [own]),
    ...(accumulated === null || accumulated === own ? [] : [`Lũy kế: ${accumulated}`]),
  ];
}

/** Indicators with figures, in the order of the totals; texts are never summed. */
export function shownIndicators(input: SummaryInput): readonly Indicator[] {
  const catalogue = new Map(input.indicators.map((indicator) => [indicator.id, indicator]));
  return input.totals.indicators.flatMap((code) => {
    const indicator = catalogue.get(code);
    return indicator && indicator.kind !== 'T' ? [indicator] : [];
  });
}

/** "* DV03: chưa biết mẫu số của 2 đơn vị; DV06: …", the note to the rates marked "*"; null where none is. */
export function unknownNote(
  indicators: readonly Indicator[],
  series: readonly { readonly title: string; readonly totals: Totals }[],
): string | null {
  const parts = series.flatMap(({ title, totals }) =>
    indicators.flatMap(({ id }) => {
      const words = unknownDenominatorWords(totals, id);
      return words === null ? [] : [`${id}${title === '' ? '' : ` (${title})`}: ${words}`];
    }),
  );
  return parts.length === 0 ? null : `* Tỷ lệ chưa gồm các đơn vị chưa báo mẫu số – ${parts.join('; ')}.`;
}

/** "Bản chốt lần 1", "Bản bổ sung lần 2", "Số liệu chưa chốt". */
export function versionText(version: number | null): string {
  if (version === null) return 'Số liệu chưa chốt';
  return version === 1 ? 'Bản chốt lần 1' : `Bản bổ sung lần ${version}`;
}
