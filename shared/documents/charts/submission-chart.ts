/** Reports received day by day, added up, against the last day and the number owed. */
import { addDays, daysBetween, formatDate, type PlainDate } from '../../date/plain-date';
import { formatNumber } from '../../text/numbers';
import type { ChartModel, ChartPoint, ChartShape } from './chart-model';
import { CHART_WIDTH, TEXT_SIZE, lengthOf, lines, words } from './draw';
import { dayStep, ticksUpTo } from './ticks';

export interface SubmissionData {
  /** "quý I/2026" */
  readonly period: string;
  readonly expected: number;
  /** The last day that is still on time, of all units the latest. */
  readonly lastDay: PlainDate;
  /** Units have other last days (extended, or asked by month and by quarter); absent: one day for all. */
  readonly mixed?: {
    readonly firstDay: PlainDate;
    /** Units in time by their own day; the days on which reports came in late by it. */
    readonly onTime: number;
    readonly late: readonly PlainDate[];
  };
  /** Day of receipt of every report that is in. */
  readonly received: readonly PlainDate[];
  /** The day that the figures are of: what comes after it is not known. */
  readonly until: PlainDate;
}

const TITLE = 'Số báo cáo nhận được theo ngày';
const PLOT = { left: 44, top: 44, width: CHART_WIDTH - 44 - 40, height: 150 };
const BOTTOM = PLOT.top + PLOT.height;
/** Days shown before the last day, at least. */
const LEAD_DAYS = 7;
/** Room that a date takes on the axis. */
const DATE_ROOM = 46;

/** Null while nothing is owed. */
export function submissionChart(data: SubmissionData): ChartModel | null {
  const { expected, lastDay, mixed } = data;
  const dueFrom = mixed?.firstDay ?? lastDay;
  if (expected === 0) return null;
  const byDay = receivedByDay(data.received);
  const first = earlier(byDay[0]?.day ?? lastDay, addDays(dueFrom, -LEAD_DAYS));
  const last = later(byDay.at(-1)?.day ?? lastDay, lastDay);
  const span = daysBetween(first, last) + 1;
  const ticks = ticksUpTo(Math.max(expected, byDay.at(-1)?.sum ?? 0) * 1.12, 5, true);
  const top = ticks.at(-1) ?? 1;
  /** The end of a day: what came in on it counts from there. */
  const xOf = (day: PlainDate): number => PLOT.left + ((daysBetween(first, day) + 1) / span) * PLOT.width;
  const yOf = (count: number): number => BOTTOM - (count / top) * PLOT.height;
  const received = byDay.at(-1)?.sum ?? 0;
  /** Where the line stops: no further than is known. */
  const known = earlier(last, later(data.until, byDay.at(-1)?.day ?? first));
  const isDue = data.until >= lastDay;
  const onTime = mixed?.onTime ?? byDay.filter(({ day }) => day <= lastDay).at(-1)?.sum ?? 0;
  const dueWords = mixed
    ? `Hạn nộp theo đơn vị, từ ${formatDate(dueFrom)} đến ${formatDate(lastDay)}`
    : `Hạn nộp ${formatDate(lastDay)}`;
  const inTime = mixed ? 'đúng hạn' : 'đã nhận';
  const shapes: ChartShape[] = [
    lines(
      ticks.map((tick): ChartPoint[] => [
        [PLOT.left, yOf(tick)],
        [PLOT.left + PLOT.width, yOf(tick)],
      ]),
      'grid',
      0.6,
    ),
    ...ticks.map((tick) => words(PLOT.left - 6, yOf(tick) + 3.5, formatNumber(tick), { anchor: 'end' })),
    ...dateTicks(first, last, span, xOf),
    lines([[at(PLOT.left, yOf(expected)), at(PLOT.left + PLOT.width, yOf(expected))]], 'ink', 0.9, true),
    words(PLOT.left + 4, yOf(expected) - 4, `Phải báo cáo: ${formatNumber(expected)}`),
    lines(
      [...new Set([dueFrom, lastDay])].map((day) => [at(xOf(day), PLOT.top - 4), at(xOf(day), BOTTOM)]),
      'bad',
      1.1,
      true,
    ),
    dueLabel(
      xOf(lastDay),
      `${dueWords}: ${isDue ? `${inTime} ${formatNumber(onTime)}` : `${mixed ? 'hạn muộn nhất ' : ''}chưa đến`}`,
    ),
    lines([curve(byDay, known, xOf, yOf)], 'first', 2),
    words(xOf(known) + 5, yOf(received) + 3.5, formatNumber(received), {
      bold: true,
      tone: 'first',
    }),
  ];
  return {
    id: 'submission',
    title: `${TITLE}, ${data.period}`,
    description: mixed
      ? `${TITLE}: ${lowerFirst(dueWords)}; đúng hạn ${formatNumber(onTime)}/${formatNumber(expected)} đơn vị; đến nay nhận ${formatNumber(received)}/${formatNumber(expected)}.`
      : `${TITLE}: ${isDue ? `đến hết ngày ${formatDate(lastDay)} (hạn nộp) nhận ${formatNumber(onTime)}/${formatNumber(expected)} báo cáo` : `hạn nộp ${formatDate(lastDay)}, chưa đến`}; đến nay nhận ${formatNumber(received)}/${formatNumber(expected)}.`,
    width: CHART_WIDTH,
    height: BOTTOM + 26,
    shapes,
    table: {
      head: ['Ngày nhận', 'Nhận trong ngày', 'Cộng dồn', 'Phải báo cáo'],
      rows: byDay.map(({ day, count, sum }) => [
        `${formatDate(day)}${lateWords(data, day)}`,
        formatNumber(count),
        formatNumber(sum),
        formatNumber(expected),
      ]),
    },
  };
}

/** Behind a day of receipt: after the last day, or how many came in late by their own. */
function lateWords({ lastDay, mixed }: SubmissionData, day: PlainDate): string {
  if (!mixed) return day > lastDay ? ' (sau hạn nộp)' : '';
  const late = mixed.late.filter((one) => one === day).length;
  return late === 0 ? '' : ` (${formatNumber(late)} trễ hạn)`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

interface Day {
  readonly day: PlainDate;
  readonly count: number;
  readonly sum: number;
}

function receivedByDay(received: readonly PlainDate[]): readonly Day[] {
  const counts = new Map<PlainDate, number>();
  for (const day of [...received].sort()) counts.set(day, (counts.get(day) ?? 0) + 1);
  let sum = 0;
  return [...counts].map(([day, count]) => {
    sum += count;
    return { day, count, sum };
  });
}

/** Steps: level until the end of a day on which something came in. */
function curve(
  days: readonly Day[],
  last: PlainDate,
  xOf: (day: PlainDate) => number,
  yOf: (count: number) => number,
): readonly ChartPoint[] {
  const points: ChartPoint[] = [at(PLOT.left, yOf(0))];
  let before = 0;
  for (const { day, sum } of days) {
    points.push(at(xOf(day), yOf(before)), at(xOf(day), yOf(sum)));
    before = sum;
  }
  points.push(at(xOf(last), yOf(before)));
  return points;
}

function dateTicks(
  first: PlainDate,
  last: PlainDate,
  span: number,
  xOf: (day: PlainDate) => number,
): readonly ChartShape[] {
  const step = dayStep(span, Math.floor(PLOT.width / DATE_ROOM));
  const days: PlainDate[] = [];
  for (let day = first; day <= last; day = addDays(day, step)) days.push(day);
  return [
    lines(
      days.map((day): ChartPoint[] => [at(xOf(day), BOTTOM), at(xOf(day), BOTTOM + 4)]),
      'muted',
      0.6,
    ),
    ...days.map((day) => words(xOf(day), BOTTOM + 16, formatDate(day).slice(0, 5), { anchor: 'middle' })),
  ];
}

/** Over the plot, on that side of its line where there is room. */
function dueLabel(x: number, text: string): ChartShape {
  const room = lengthOf(text, TEXT_SIZE, true) + 8;
  const before = x - room >= PLOT.left;
  return words(before ? x - 5 : x + 5, PLOT.top - 10, text, {
    bold: true,
    anchor: before ? 'end' : 'start',
  });
}

function at(x: number, y: number): ChartPoint {
  return [x, y];
}

function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
