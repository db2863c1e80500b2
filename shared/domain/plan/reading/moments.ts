/** Days, hours and periods as Vietnamese offices write them. */
import { dateExists, pad2, plainDate, type PlainDate } from '../../../date/plain-date';
import { romanValue } from './labels';

/** What the plan's own date, title or opening say about the year, where a text leaves it out. */
export interface YearContext {
  /** The only year that the plan speaks of for its own work; null when there are several. */
  readonly year: number | null;
  /** The plan's own date. */
  readonly date: PlainDate | null;
}

export interface Day {
  readonly kind: 'day';
  /** Null when the year is open or the day does not exist. */
  readonly date: PlainDate | null;
  /** The day is printed in full (or completed), but the calendar has no such day. */
  readonly invalid: boolean;
  readonly index: number;
  readonly length: number;
}
interface PeriodOfTime {
  readonly kind: 'period';
  readonly period: string | null;
  readonly index: number;
  readonly length: number;
}

const DAY =
  '(?:ngày\\s+)?(?:mùng\\s+)?(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})(?:\\s*[/.-]\\s*(20\\d{2}))?(?![\\d/%]|\\s*-\\s*\\p{Lu})';
const LONG_DAY =
  'ngày\\s+(?:mùng\\s+)?(\\d{1,2})\\s+tháng\\s+(\\d{1,2})(?:\\s*(?:năm\\s+|/\\s*|,\\s*năm\\s+)(20\\d{2}))?(?!\\s*(?:năm|/)\\s*1\\d{3})';

const MONTH_RANGE = /^\d{1,2}\s*[-–]\s*\d{1,2}\s*\/\s*20\d{2}$/;

/** The first day at or after `from` in a key text; a fraction ("55/67 xã") is none. */
export function findDay(key: string, from: number, context: YearContext): Day | null {
  const pattern = new RegExp(`(?<![\\d/.,-])(?:${LONG_DAY}|${DAY})`, 'gu');
  pattern.lastIndex = from;
  for (;;) {
    const match = pattern.exec(key);
    if (!match) return null;
    const day = Number(match[1] ?? match[4]);
    const month = Number(match[2] ?? match[5]);
    const printedYear = match[3] ?? match[6];
    const text = match[0];
    // Without a year, "5/12" is only a day after the word "ngày" or after a word that asks for one.
    if (
      printedYear === undefined &&
      !text.startsWith('ngày') &&
      !/(?:trước|đến|hết|từ|ngày|vào|đêm|sáng|chiều|tối|hạn|nhất)\s*(?:là\s+)?$/.test(
        key.slice(0, match.index),
      )
    ) {
      if (!/^\s*$/.test(key.slice(0, match.index))) continue;
    }
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      if (printedYear !== undefined)
        return { kind: 'day', date: null, invalid: true, index: match.index, length: text.length };
      continue;
    }
    // "09 - 10/2026": from one month to another.
    if (MONTH_RANGE.test(text) && day < month && !text.startsWith('ngày')) continue;
    const year = printedYear === undefined ? impliedYear(month, day, context) : Number(printedYear);
    const end = match.index + text.length;
    // The moon's calendar is another one: the words stand, the day is not known.
    const moon = /^\s*[(,]?\s*(?:âm lịch|âl(?!\p{L})|tháng\s+âm)/u.exec(key.slice(end));
    if (moon)
      return {
        kind: 'day',
        date: null,
        invalid: false,
        index: match.index,
        length: text.length + moon[0].length,
      };
    const exists = year !== null && dateExists(year, month, day);
    return {
      kind: 'day',
      date: exists ? plainDate(year, month, day) : null,
      invalid: (year !== null && !exists) || (year === null && !dateExists(2024, month, day)),
      index: match.index,
      length: text.length,
    };
  }
}

/** The year of "10/6" in a plan: that of the plan, unless the day would lie before the plan's own date. */
function impliedYear(month: number, day: number, context: YearContext): number | null {
  if (context.year === null) return null;
  if (
    context.date !== null &&
    dateExists(context.year, month, day) &&
    plainDate(context.year, month, day) < context.date
  )
    return null;
  return context.year;
}

const PERIODS: readonly (readonly [
  RegExp,
  (match: RegExpExecArray, context: YearContext) => string | null,
])[] = [
  [
    /quý\s+(iv|i{1,3}|[1-4])(?:\s*(?:[/-]|,?\s*năm|\s)\s*(20\d{2}))?(?![\p{L}\d])/u,
    (match, context) => {
      const text = match[1] ?? '';
      const quarter = /\d/.test(text) ? Number(text) : romanValue(text.toUpperCase());
      const year = yearOr(match[2], context);
      return year === null || quarter === null ? null : `${year}-Q${quarter}`;
    },
  ],
  [
    /(?:6|06|sáu)\s+tháng\s+đầu\s+năm(?:\s+(20\d{2}))?/u,
    (match, context) => withYear(match[1], context, (year) => `${year}-H1`),
  ],
  [
    /(?:6|06|sáu)\s+tháng\s+cuối\s+năm(?:\s+(20\d{2}))?/u,
    (match, context) => withYear(match[1], context, (year) => `${year}-H2`),
  ],
  [
    /(?:9|09|chín)\s+tháng(?:\s+đầu)?\s+năm(?:\s+(20\d{2}))?/u,
    (match, context) => withYear(match[1], context, (year) => `${year}-9M`),
  ],
  [
    /(?<![\d/.,-]|ngày\s+)(?:tháng\s+)?(\d{1,2})\s*[-–]\s*(?:tháng\s+)?(\d{1,2})\s*\/\s*(20\d{2})(?!\d)/u,
    (match) => {
      const [first, last] = [Number(match[1]), Number(match[2])];
      return first >= 1 && first < last && last <= 12 ? `${match[3] ?? ''}-${pad2(last)}` : null;
    },
  ],
  [
    /tháng\s+(\d{1,2})(?:\s*(?:[/-]|,?\s*năm)\s*(20\d{2}))?(?![\d/]|\s*năm\s*1\d{3})/u,
    (match, context) => {
      const month = Number(match[1]);
      return month < 1 || month > 12 ? null : withYear(match[2], context, (year) => `${year}-${pad2(month)}`);
    },
  ],
  [/năm\s+(20\d{2})(?!\s*[-–])/u, (match) => match[1] ?? null],
];

function yearOr(printed: string | undefined, context: YearContext): number | null {
  return printed === undefined ? context.year : Number(printed);
}
function withYear(
  printed: string | undefined,
  context: YearContext,
  make: (year: number) => string,
): string | null {
  const year = yearOr(printed, context);
  return year === null ? null : make(year);
}

/** The first named period (quarter, half, nine months, month, year) at or after `from`. */
export function findPeriod(key: string, from: number, context: YearContext): PeriodOfTime | null {
  let best: PeriodOfTime | null = null;
  for (const [pattern, read] of PERIODS) {
    const global = new RegExp(pattern.source, `${pattern.flags}g`);
    global.lastIndex = from;
    const match = global.exec(key);
    if (!match) continue;
    // A date's "tháng 6" is no period.
    if (/ngày\s+\d{1,2}\s*$/.test(key.slice(0, match.index))) continue;
    if (best === null || match.index < best.index)
      best = { kind: 'period', period: read(match, context), index: match.index, length: match[0].length };
  }
  return best;
}

/** The last day of a month or quarter period, for "trước tháng 6/2026" (the day before it begins). */
export function firstDayOfPeriod(period: string): PlainDate | null {
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) return plainDate(Number(month[1]), Number(month[2]), 1);
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) return plainDate(Number(quarter[1]), (Number(quarter[2]) - 1) * 3 + 1, 1);
  const year = /^(\d{4})$/.exec(period);
  return year ? plainDate(Number(year[1]), 1, 1) : null;
}

/** "14h00", "14 giờ 30", "8h" → `HH:mm`, with its place. */
export function findTime(
  key: string,
  from: number,
  to: number,
): { time: string; index: number; length: number } | null {
  const pattern = /(?<![\d/])(\d{1,2})\s*(?:h|giờ|g|:)\s*(\d{2})?(?:\s*(?:phút|'))?(?![\p{L}\d])/gu;
  pattern.lastIndex = from;
  const match = pattern.exec(key);
  if (!match || match.index >= to) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  if (hours > 23 || minutes > 59) return null;
  return { time: `${pad2(hours)}:${pad2(minutes)}`, index: match.index, length: match[0].length };
}

/** The first moment of an event at or after `from`: a day with or without an hour, or a named period. */
export function findMoment(
  key: string,
  from: number,
  context: YearContext,
): { value: string | null; period: string | null; index: number } | null {
  const day = findDay(key, from, context);
  const period = findPeriod(key, from, context);
  if (day && (!period || day.index <= period.index)) {
    if (day.date === null) return null;
    const before = findTime(key, Math.max(from, 0), day.index);
    const after =
      before ?? findTime(key, day.index + day.length, Math.min(key.length, day.index + day.length + 30));
    const hour = before ?? after;
    return {
      value: hour ? `${day.date}T${hour.time}` : day.date,
      period: null,
      index: before?.index ?? day.index,
    };
  }
  if (period && period.period !== null && !/^\d{4}$/.test(period.period))
    return { value: null, period: period.period, index: period.index };
  return null;
}

/**
 * The year a plan speaks of for its own work: of its date, else the only year (2020–2039) named in the title as
 * "năm …". Null when they differ.
 */
export function yearContextOf(
  headerYear: number | null,
  headerDate: PlainDate | null,
  title: string,
  opening: string,
): YearContext {
  const named = new Set<number>();
  for (const match of title.matchAll(/(?<!\p{L})năm\s+(20[2-3]\d)(?!\s*[-–]\s*20)/gu))
    named.add(Number(match[1]));
  if (headerYear !== null) {
    const only = [...named];
    if (only.length === 1 && only[0] !== headerYear) return { year: null, date: headerDate };
    return { year: headerYear, date: headerDate };
  }
  if (named.size === 1) return { year: [...named][0] ?? null, date: null };
  if (named.size > 1) return { year: null, date: null };
  // No date and no year in the title: the year of the newest document that it carries out, when all agree.
  const cited = new Set(
    [...opening.matchAll(/\d{1,2}\/\d{1,2}\/(20[2-3]\d)/g)].map((match) => Number(match[1])),
  );
  return { year: cited.size === 1 ? ([...cited][0] ?? null) : null, date: null };
}
