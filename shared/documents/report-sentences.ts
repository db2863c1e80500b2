/**
 * Figures as sentences: "35.599/35.900 = 99,16% trên số đã báo cáo; …". Numbers vi-VN, percentages with two decimals;
 * every coverage twice (domain.md §5).
 */
import { dateOfInstant } from '../date/plain-date';
import type { Indicator } from '../domain/office/model';
import type { Compared } from '../domain/report/comparison';
import { isTimeliness } from '../domain/report/indicators';
import { bothCoveragesWords, lackingWords } from '../i18n/vi';
import { formatNumber, formatPercent } from '../text/numbers';
import { changeText } from './change-text';
import { targetText } from './indicator-text';
import { comparedWithBefore, type SummaryInput } from './summary-input';

type Figures = Pick<SummaryInput, 'totals' | 'cumulative' | 'previous' | 'absorbed' | 'createdAt'>;

/** ", tính trên 2 đơn vị báo cáo cả hai kỳ"; nothing where all units stand in both. */
function onUnits({ whole, units }: Compared): string {
  return whole ? '' : `, tính trên ${formatNumber(units)} đơn vị báo cáo cả hai kỳ`;
}

/** "35.599 người" */
function withUnit(value: number, unit: string): string {
  return unit === '%' ? formatPercent(value) : `${formatNumber(value)} ${unit}`.trim();
}

/** " (tăng 22% so với kỳ trước: 200)"; over the units of both periods; nothing where there are none. */
function comparisonText(compared: Compared | null): string {
  if (compared === null) return '';
  const { now, before, whole } = compared;
  if (now === before) return ` (bằng kỳ trước${onUnits(compared)})`;
  const figures = whole ? formatNumber(before) : `${formatNumber(now)} so với ${formatNumber(before)}`;
  return ` (${changeText(now, before, false)} so với kỳ trước${onUnits(compared)}: ${figures})`;
}

/** "Mục tiêu trên 95%: đạt trên số đã báo cáo, chưa đạt trên tổng số phải báo cáo." */
function targetSentence(indicator: Indicator, figures: Figures, twoBases: boolean): string {
  const target = figures.totals.targets[indicator.id];
  if (!target || (target.reported === null && target.expected === null)) return '';
  const verdict = (met: boolean | null): string =>
    met === null ? 'chưa có số liệu' : met ? 'đạt' : 'chưa đạt';
  const goal = targetText(target.operator, target.value, indicator.unit);
  if (!twoBases || target.reported === target.expected)
    return `; mục tiêu ${goal}: ${verdict(target.reported ?? target.expected)}`;
  return `; mục tiêu ${goal}: ${verdict(target.reported)} trên số đã báo cáo, ${verdict(target.expected)} trên tổng số phải báo cáo`;
}

/** Both coverages with what they are the quotients of and the day; timeliness has one base only. */
function coverageSentence(indicator: Indicator, figures: Figures): string | null {
  const { totals, createdAt } = figures;
  const value = totals.totals[indicator.id];
  const both = bothCoveragesWords(totals, indicator.id, dateOfInstant(createdAt));
  if (both !== null && !isTimeliness(indicator.id)) return both;
  return value === undefined ? null : `đạt ${formatPercent(value)}`;
}

function percentSentence(indicator: Indicator, figures: Figures): string {
  const { totals, cumulative } = figures;
  const code = indicator.id;
  const coverage = totals.coverage[code];
  const words = coverageSentence(indicator, figures);
  const reported = coverage?.reported ?? totals.totals[code];
  if (words === null) return 'chưa có số liệu';
  const beside = comparedWithBefore(figures)?.of(indicator) ?? null;
  const compared =
    beside === null
      ? ''
      : beside.now === beside.before
        ? `; trên số đã báo cáo bằng kỳ trước${onUnits(beside)}`
        : `; trên số đã báo cáo ${changeText(beside.now, beside.before, true)} so với kỳ trước${onUnits(beside)} (${beside.whole ? '' : `${formatPercent(beside.now)} so với `}${formatPercent(beside.before)})`;
  const overall = cumulative.totals[code];
  const cumulated =
    overall === undefined || overall === reported
      ? ''
      : `; lũy kế đạt ${formatPercent(overall)} trên số đã báo cáo`;
  const twoBases = coverage !== undefined && coverage.expected !== coverage.reported;
  return [words, compared, cumulated, targetSentence(indicator, figures, twoBases)].join('');
}

function figureText(indicator: Indicator, figures: Figures): string {
  if (indicator.kind === 'P') return percentSentence(indicator, figures);
  const { totals, cumulative } = figures;
  const value = totals.totals[indicator.id];
  if (value === undefined) return 'chưa có số liệu';
  const unit = indicator.kind === 'B' ? 'đơn vị' : indicator.unit;
  const overall = cumulative.totals[indicator.id];
  return [
    withUnit(value, unit),
    comparisonText(comparedWithBefore(figures)?.of(indicator) ?? null),
    overall === undefined || overall === value ? '' : `; lũy kế ${withUnit(overall, unit)}`,
    targetSentence(indicator, figures, false),
  ].join('');
}

/** Lines "- name: figures." of indicators; the parts of a percentage are told in its own line. */
export function figureLines(indicators: readonly Indicator[], figures: Figures): readonly string[] {
  const inside = new Set(
    indicators.flatMap((indicator) =>
      indicator.kind === 'P' ? [indicator.numerator, indicator.denominator] : [],
    ),
  );
  return indicators
    .filter(({ id, kind }) => kind !== 'T' && !inside.has(id))
    .map((indicator) => `- ${plainName(indicator.name)}: ${figureText(indicator, figures)}.`);
}

/** Catalogue names may begin with a dash ("– trong đó trực tuyến"). */
export function plainName(name: string): string {
  const text = name.replace(/^[-–\s]+/, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Có 2/3 đơn vị gửi báo cáo, trong đó đúng hạn 1, trễ hạn 1; chưa báo cáo 1 đơn vị: Chi bộ A." */
export function timelinessSentence(input: Pick<SummaryInput, 'status' | 'totals'>): string {
  const { expected, received, onTime, late, turns } = input.status;
  const partly = input.totals.missingUnits.filter(({ lacking }) => lacking !== undefined);
  const missing = expected - received - partly.length;
  const names = input.totals.missingUnits.filter(({ lacking }) => !lacking).map(({ name }) => name);
  const listed = names.length > 0 && names.length <= 5 ? `: ${names.join('; ')}` : ' (danh sách tại Phụ lục)';
  const rest = missing === 0 ? '' : `; còn ${formatNumber(missing)} đơn vị chưa báo cáo${listed}`;
  const parts =
    partly.length === 0
      ? ''
      : `; ${formatNumber(partly.length)} đơn vị chưa báo cáo đủ${partly.length <= 5 ? `: ${partly.map(lackingWords).join('; ')}` : ' (danh sách tại Phụ lục)'}`;
  if (turns)
    return `Có ${formatNumber(turns.units)}/${formatNumber(expected)} đơn vị có báo cáo; nhận ${formatNumber(turns.received)}/${formatNumber(turns.expected)} lượt báo cáo theo kỳ, trong đó đúng hạn ${formatNumber(turns.onTime)}, trễ hạn ${formatNumber(turns.late)}${rest}${parts}.`;
  return `Có ${formatNumber(received)}/${formatNumber(expected)} đơn vị gửi báo cáo, trong đó đúng hạn ${formatNumber(onTime)}, trễ hạn ${formatNumber(late)}${rest}${parts}.`;
}
