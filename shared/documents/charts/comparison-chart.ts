/** This period beside the one before: a scale of its own for each figure, as meetings and people do not compare. */
import { formatNumber } from '../../text/numbers';
import { changeText } from '../change-text';
import type { ChartModel, ChartShape } from './chart-model';
import { CHART_WIDTH, bar, fitted, legend, words } from './draw';

export interface ComparisonData {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly now: number;
  readonly before: number;
  /** "2 đơn vị báo cáo cả hai kỳ" where it is not over all of them; empty: over all. */
  readonly over: string;
  /** Percentages differ by points, not by percent. */
  readonly percentage: boolean;
}

const NAME_WIDTH = 250;
const VALUE_WIDTH = 150;
const PLOT = { left: NAME_WIDTH + 10, width: CHART_WIDTH - NAME_WIDTH - 10 - VALUE_WIDTH };
const TOP = 30;
const ROW = 36;
const BAR = 11;

const SERIES = [
  { key: 'now', text: 'Kỳ này', tone: 'first', pattern: 'solid' },
  { key: 'before', text: 'Kỳ trước', tone: 'second', pattern: 'hatched' },
] as const;

/** Null where no figure stands in both periods. */
export function comparisonChart(periods: string, rows: readonly ComparisonData[]): ChartModel | null {
  if (rows.length === 0) return null;
  const title = 'So sánh với kỳ trước';
  return {
    id: 'comparison',
    title: `${title}, ${periods}`,
    description: `${title}: ${rows.map((row) => `${row.name} ${figure(row, row.now)}, kỳ trước ${figure(row, row.before)} (${change(row)})`).join('; ')}.`,
    width: CHART_WIDTH,
    height: TOP + rows.length * ROW,
    shapes: [
      ...legend(PLOT.left, 14, SERIES),
      words(CHART_WIDTH, 14, 'Mỗi chỉ tiêu một thang', { anchor: 'end', tone: 'muted' }),
      ...rows.flatMap((row, index) => rowShapes(row, TOP + index * ROW + 5)),
    ],
    table: {
      head: ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ này', 'Kỳ trước', 'Tăng/giảm'],
      rows: rows.map((row) => [
        row.code,
        row.name,
        row.unit,
        number(row, row.now),
        number(row, row.before),
        change(row),
      ]),
    },
  };
}

function rowShapes(row: ComparisonData, top: number): readonly ChartShape[] {
  const most = Math.max(row.now, row.before);
  return [
    words(0, top + 8, fitted(row.name, NAME_WIDTH)),
    words(0, top + 21, fitted(`${row.code}, ${change(row)}`, NAME_WIDTH), {
      tone: 'muted',
    }),
    ...SERIES.flatMap(({ key, tone, pattern }, index) => {
      const y = top + index * (BAR + 2);
      const width = most > 0 ? (Math.max(0, row[key]) / most) * PLOT.width : 0;
      return [
        ...bar({ x: PLOT.left, y, width, height: BAR }, tone, pattern),
        words(PLOT.left + width + 6, y + BAR - 2, fitted(figure(row, row[key]), VALUE_WIDTH - 8), {
          bold: key === 'now',
        }),
      ];
    }),
  ];
}

/** "tăng 22%", and over which units. */
function change({ now, before, percentage, over }: ComparisonData): string {
  return `${changeText(now, before, percentage)}${over === '' ? '' : ` (${over})`}`;
}

function number(row: ComparisonData, value: number): string {
  return formatNumber(value, 2, row.percentage);
}

function figure(row: ComparisonData, value: number): string {
  return row.percentage ? `${number(row, value)}%` : `${number(row, value)} ${row.unit}`.trim();
}
