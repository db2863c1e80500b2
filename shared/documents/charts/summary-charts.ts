/**
 * The charts of a consolidation, in the order in which they are printed. Never one on tư tưởng, dư luận (restricted
 * texts and NB figures) and never one by person. domain.md §5 "Privacy".
 */
import { dateOfInstant, isPlainDate, type PlainDate } from '../../date/plain-date';
import type { Indicator } from '../../domain/office/model';
import type { PeriodStatus, UnitState } from '../../domain/report/model';
import { periodNameInText, previousPeriod } from '../../domain/report/periods';
import { targetText } from '../indicator-text';
import { comparedWithBefore, shownIndicators, type SummaryInput } from '../summary-input';
import type { ChartModel } from './chart-model';
import { comparisonChart, type ComparisonData } from './comparison-chart';
import { submissionChart } from './submission-chart';
import { targetCharts, type TargetData } from './targets-chart';
import { timelinessChart } from './timeliness-chart';

/** Figures compared when nobody chose: the first that stand in both periods … */
const COMPARED = 8;
/** … and mean something beside one another while units are still missing: no stocks. */
const COMPARED_KINDS: readonly Indicator['kind'][] = ['C', 'S', 'P', 'R'];
/** Figures on what people say: counts for the annex alone. */
const OPINION_PREFIX = 'NB';
/** Computed counts of reports: the charts of submission show them. */
const TIMELINESS_PREFIX = 'BC';

/** `compared`: codes for the comparison with the period before; null = the first ones. */
export function summaryCharts(
  input: SummaryInput,
  compared: readonly string[] | null = null,
): readonly ChartModel[] {
  const period = periodNameInText(input.totals.period);
  const charts = [
    submissionOf(input.status, period, dateOfInstant(input.createdAt)),
    input.record ? timelinessChart(input.record) : null,
    ...targetCharts(period, targetsOf(input)),
    comparisonOf(input, compared),
  ];
  return charts.filter((chart) => chart !== null);
}

/** Whether a figure may be drawn at all. */
export function isChartable(indicator: Indicator): boolean {
  return (
    indicator.kind !== 'T' &&
    !indicator.restricted &&
    !indicator.id.startsWith(OPINION_PREFIX) &&
    !indicator.id.startsWith(TIMELINESS_PREFIX)
  );
}

/** Figures that can be compared with the period before, over the same units, in the order of the catalogue. */
export function comparableIndicators(input: SummaryInput): readonly Indicator[] {
  const comparison = comparedWithBefore(input);
  return shownIndicators(input).filter(
    (indicator) => isChartable(indicator) && (comparison?.of(indicator) ?? null) !== null,
  );
}

function submissionOf(status: PeriodStatus, period: string, until: PlainDate): ChartModel | null {
  const daysOf = (...states: readonly UnitState[]): readonly PlainDate[] =>
    status.units.flatMap(({ state, receivedAt }): PlainDate[] =>
      states.includes(state) && receivedAt !== null
        ? [isPlainDate(receivedAt) ? receivedAt : dateOfInstant(receivedAt)]
        : [],
    );
  const lastDays = status.units.map((unit) => unit.lastDay).sort();
  const [firstDay, lastDay] = [lastDays[0], lastDays.at(-1)];
  // Of a range every unit owes several reports: days of whole units would show next to none of them.
  if (firstDay === undefined || lastDay === undefined || status.turns) return null;
  return submissionChart({
    period,
    expected: status.expected,
    lastDay,
    received: daysOf('on-time', 'late'),
    until,
    ...(firstDay === lastDay ? {} : { mixed: { firstDay, onTime: status.onTime, late: daysOf('late') } }),
  });
}

function targetsOf(input: SummaryInput): readonly TargetData[] {
  const { totals } = input;
  return shownIndicators(input)
    .filter(isChartable)
    .flatMap((indicator) => {
      const target = totals.targets[indicator.id];
      if (!target) return [];
      const coverage = totals.coverage[indicator.id];
      return [
        {
          code: indicator.id,
          name: indicator.name,
          unit: indicator.unit,
          goal: target.value,
          goalText: targetText(target.operator, target.value, indicator.unit),
          reported: coverage ? coverage.reported : (totals.totals[indicator.id] ?? null),
          expected: coverage ? coverage.expected : null,
          metReported: target.reported,
          metExpected: target.expected,
        },
      ];
    });
}

function comparisonOf(input: SummaryInput, compared: readonly string[] | null): ChartModel | null {
  const comparable = comparableIndicators(input);
  const comparison = comparedWithBefore(input);
  const chosen =
    compared === null
      ? comparable.filter(({ kind }) => COMPARED_KINDS.includes(kind)).slice(0, COMPARED)
      : comparable.filter(({ id }) => compared.includes(id));
  const before = previousPeriod(input.totals.period);
  const periods = [input.totals.period, ...(before === null ? [] : [before])]
    .map((period) => periodNameInText(period))
    .join(' và ');
  return comparisonChart(
    periods,
    chosen.flatMap((indicator): ComparisonData[] => {
      const compared = comparison?.of(indicator) ?? null;
      if (compared === null) return [];
      const { now, before: was, units, whole } = compared;
      return [
        {
          code: indicator.id,
          name: indicator.name.replace(/^[-–\s]+/, ''),
          unit: indicator.unit,
          now,
          before: was,
          over: whole ? '' : `${units} đơn vị báo cáo cả hai kỳ`,
          percentage: indicator.kind === 'P',
        },
      ];
    }),
  );
}
