/** Own targets: each figure on both bases against the line it should reach. One chart for each unit of measure. */
import { formatNumber } from '../../text/numbers';
import type { ChartModel, ChartPoint, ChartShape } from './chart-model';
import { CHART_WIDTH, bar, fitted, legend, lines, words } from './draw';
import { ticksUpTo } from './ticks';

export interface TargetData {
  readonly code: string;
  readonly name: string;
  /** "%", "tin, bài/tuần" */
  readonly unit: string;
  readonly goal: number;
  /** "trên 95%" */
  readonly goalText: string;
  readonly reported: number | null;
  /** Null where the figure has one base only. */
  readonly expected: number | null;
  readonly metReported: boolean | null;
  readonly metExpected: boolean | null;
}

const NAME_WIDTH = 232;
const VALUE_WIDTH = 124;
const PLOT = { left: NAME_WIDTH + 10, width: CHART_WIDTH - NAME_WIDTH - 10 - VALUE_WIDTH };
const TOP = 30;
const ROW = 38;
const BAR = 11;

const BASES = [
  { text: 'Trên số đã báo cáo', tone: 'first', pattern: 'solid' },
  { text: 'Trên tổng số phải báo cáo', tone: 'second', pattern: 'hatched' },
] as const;

export function targetCharts(period: string, targets: readonly TargetData[]): readonly ChartModel[] {
  const shown = targets.filter(({ reported, expected }) => reported !== null || expected !== null);
  const units = [...new Set(shown.map(({ unit }) => unit))];
  return units.map((unit, index) =>
    targetChart(
      `targets-${index + 1}`,
      `Mức đạt mục tiêu (${unit}), ${period}`,
      unit,
      shown.filter((target) => target.unit === unit),
    ),
  );
}

function targetChart(id: string, title: string, unit: string, rows: readonly TargetData[]): ChartModel {
  const largest = Math.max(
    ...rows.flatMap(({ goal, reported, expected }) => [goal, reported ?? 0, expected ?? 0]),
  );
  const ticks = unit === '%' && largest <= 100 ? [0, 20, 40, 60, 80, 100] : ticksUpTo(largest);
  const top = ticks.at(-1) ?? 1;
  const xOf = (value: number): number => PLOT.left + (Math.max(0, value) / top) * PLOT.width;
  const bottom = TOP + rows.length * ROW;
  const shapes: ChartShape[] = [
    ...legend(PLOT.left - 60, 14, BASES),
    lines([[[CHART_WIDTH - 92, 4] as ChartPoint, [CHART_WIDTH - 92, 16] as ChartPoint]], 'bad', 2.2),
    words(CHART_WIDTH - 86, 14, 'Mục tiêu'),
    lines(
      ticks.map((tick): ChartPoint[] => [
        [xOf(tick), TOP],
        [xOf(tick), bottom],
      ]),
      'grid',
      0.6,
    ),
    ...ticks.map((tick) => words(xOf(tick), bottom + 13, formatNumber(tick), { anchor: 'middle' })),
    ...rows.flatMap((row, index) => rowShapes(row, TOP + index * ROW + 6, xOf)),
  ];
  return {
    id,
    title,
    description: `${title}: ${rows
      .map(
        (row) =>
          `${row.name}, mục tiêu ${row.goalText}: ${[verdict('trên số đã báo cáo', row.reported, row.metReported, unit), verdict('trên tổng số phải báo cáo', row.expected, row.metExpected, unit)].filter((text) => text !== '').join(', ')}`,
      )
      .join('; ')}.`,
    width: CHART_WIDTH,
    height: bottom + 20,
    shapes,
    table: {
      head: ['Mã', 'Chỉ tiêu', 'Mục tiêu', ...BASES.map(({ text }) => text)],
      rows: rows.map((row) => [
        row.code,
        row.name,
        row.goalText,
        valueText(row.reported, row.metReported, unit),
        valueText(row.expected, row.metExpected, unit),
      ]),
    },
  };
}

function rowShapes(row: TargetData, top: number, xOf: (value: number) => number): readonly ChartShape[] {
  const bases = [
    { ...BASES[0], value: row.reported, met: row.metReported },
    { ...BASES[1], value: row.expected, met: row.metExpected },
  ].filter((base) => base.value !== null);
  return [
    words(0, top + 8, fitted(row.name, NAME_WIDTH)),
    words(0, top + 21, fitted(`${row.code}, mục tiêu ${row.goalText}`, NAME_WIDTH), { tone: 'muted' }),
    ...bases.flatMap(({ tone, pattern, value, met }, index) => {
      const y = top + index * (BAR + 2);
      return [
        ...bar({ x: PLOT.left, y, width: xOf(value ?? 0) - PLOT.left, height: BAR }, tone, pattern),
        words(CHART_WIDTH - VALUE_WIDTH + 8, y + BAR - 2, valueText(value, met, row.unit), {
          bold: met === false,
        }),
      ];
    }),
    lines(
      [
        [
          [xOf(row.goal), top - 3],
          [xOf(row.goal), top + 2 * BAR + 5],
        ],
      ],
      'bad',
      2.2,
    ),
  ];
}

/** "88,24%, chưa đạt" */
function valueText(value: number | null, met: boolean | null, unit: string): string {
  if (value === null) return '';
  const figure = unit === '%' ? `${formatNumber(value, 2, true)}%` : formatNumber(value, 2);
  return met === null ? figure : `${figure}, ${met ? 'đạt' : 'chưa đạt'}`;
}

function verdict(base: string, value: number | null, met: boolean | null, unit: string): string {
  return value === null ? '' : `${base} ${valueText(value, met, unit)}`;
}
