/** How many reports each unit, or each group of units, handed in on time, late, or not at all. */
import { formatNumber } from '../../text/numbers';
import type { ChartModel, ChartShape } from './chart-model';
import { CHART_WIDTH, bar, fitted, legend, lengthOf, words, type LegendEntry } from './draw';

/** Reports owed by a unit or a group, by what became of them; those not yet due are not counted. */
export interface TimelinessTally {
  readonly name: string;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
}

export interface TimelinessData {
  /** "năm 2026, 3 kỳ báo cáo" */
  readonly scope: string;
  readonly groups: readonly (TimelinessTally & { readonly units: readonly TimelinessTally[] })[];
}

const PARTS = [
  { key: 'onTime', text: 'Đúng hạn', tone: 'good', pattern: 'solid' },
  { key: 'late', text: 'Trễ hạn', tone: 'warn', pattern: 'hatched' },
  { key: 'missing', text: 'Chưa báo cáo', tone: 'bad', pattern: 'empty' },
] as const satisfies readonly (LegendEntry & { readonly key: keyof TimelinessTally })[];

/** More bars than that are told by group. */
const MOST_UNITS = 30;
const NAME_WIDTH = 210;
const COUNT_WIDTH = 112;
const PLOT = { left: NAME_WIDTH + 8, width: CHART_WIDTH - NAME_WIDTH - 8 - COUNT_WIDTH };
const TOP = 30;
const ROW = 17;
const BAR = 12;

/** Null where nothing was due yet. */
export function timelinessChart(data: TimelinessData): ChartModel | null {
  const due = data.groups.filter((group) => totalOf(group) > 0);
  const units = due.flatMap((group) => group.units).filter((unit) => totalOf(unit) > 0);
  const byGroup = units.length > MOST_UNITS;
  const rows: readonly TimelinessTally[] = byGroup ? due : units;
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(totalOf));
  const title = `Báo cáo đúng hạn, trễ hạn theo ${byGroup ? 'nhóm đơn vị' : 'đơn vị'}`;
  const sums = PARTS.map(({ key, text }) => ({
    text,
    count: rows.reduce((sum, row) => sum + row[key], 0),
  }));
  return {
    id: 'timeliness',
    title: `${title}, ${data.scope}`,
    description: `${title}: ${sums.map(({ text, count }) => `${text.toLowerCase()} ${formatNumber(count)}`).join(', ')} lượt báo cáo.`,
    width: CHART_WIDTH,
    height: TOP + rows.length * ROW + 6,
    shapes: [
      ...legend(PLOT.left, 14, PARTS),
      ...rows.flatMap((row, index) => rowShapes(row, TOP + index * ROW, most)),
    ],
    table: {
      head: [byGroup ? 'Nhóm đơn vị' : 'Đơn vị', 'Phải báo cáo', ...PARTS.map(({ text }) => text)],
      rows: rows.map((row) => [
        row.name,
        formatNumber(totalOf(row)),
        ...PARTS.map(({ key }) => formatNumber(row[key])),
      ]),
    },
  };
}

function totalOf({ onTime, late, missing }: TimelinessTally): number {
  return onTime + late + missing;
}

function rowShapes(row: TimelinessTally, top: number, most: number): readonly ChartShape[] {
  let x = PLOT.left;
  const bars = PARTS.flatMap(({ key, tone, pattern }) => {
    const count = row[key];
    const width = (count / most) * PLOT.width;
    const box = { x, y: top, width, height: BAR };
    x += width;
    return [...bar(box, tone, pattern), ...countInside(box, count, pattern === 'solid')];
  });
  const base = top + BAR - 2.5;
  return [
    words(NAME_WIDTH, base, fitted(row.name, NAME_WIDTH), { anchor: 'end' }),
    ...bars,
    words(x + 6, base, `${formatNumber(row.onTime)}/${formatNumber(totalOf(row))} đúng hạn`, {
      tone: 'muted',
    }),
  ];
}

/** The count in its part of the bar where it fits; a hatched part gets a clear patch under it. */
function countInside(
  {
    x,
    y,
    width,
    height,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  count: number,
  solid: boolean,
): readonly ChartShape[] {
  const text = formatNumber(count);
  const room = lengthOf(text, 9.5, true) + 5;
  if (count === 0 || width < room + 3) return [];
  const middle = x + width / 2;
  const word = words(middle, y + height - 2.8, text, {
    size: 9.5,
    bold: true,
    anchor: 'middle',
    tone: solid ? 'paper' : 'ink',
  });
  if (solid) return [word];
  return [
    {
      kind: 'rect',
      x: middle - room / 2,
      y: y + 1,
      width: room,
      height: height - 2,
      fill: 'paper',
      stroke: null,
    },
    word,
  ];
}
