/** Lịch công tác on A4 landscape, to pin up: Văn phòng's letterhead, the week, what falls due, the place to sign. */
import { dateOfInstant, formatDate, weekdayName } from '../date/plain-date';
import { OFFICE_NAME } from './chase-report-page';
import { letterhead } from './letterhead';
import { dateLine } from './number-text';
import type { BlockModel, PageModel, TableCellModel } from './page-model';
import { landscapePart } from './body';
import { plainLine, shares } from './page-table';
import type { RuleProfile } from './rule-profile';
import {
  calendarScope,
  calendarTitle,
  dueLines,
  dueText,
  scheduleDays,
  type CalendarBookInput,
  type ScheduleDay,
} from './schedule-rows';
import { textWidth } from './text-width';

const COLUMNS = ['Thứ, ngày', 'Buổi', 'Giờ', 'Nội dung', 'Chủ trì', 'Thành phần', 'Địa điểm'] as const;
const WIDTHS = shares([12, 8, 12.5, 42, 20, 36, 19]);
const OFF_FILL = 'F2F2F2';
const PAGE_WIDTH = 297;
const PAGE_HEIGHT = 210;
/** The largest print in which the week stands on one page; the smallest is still read from a step away. */
const SIZES = [12, 11.5, 11, 10.5, 10] as const;
const MM_A_POINT = 25.4 / 72;
const LINE = 1.17;
const CELL_PADDING = 3.2;
/** Head and title; the date and the place to sign, in points. */
const HEAD_HEIGHT = 98;
const SIGNED_HEIGHT = 74;
const DUE_SHARE = 0.64;
/** A longer list of what falls due may go over the end of a page. */
const KEPT_TOGETHER = 12;

const EMPTY = { time: '', content: '', chair: '', participants: '', place: '' } as const;

/** A day on which nothing is held and nothing is written in: one line, its holiday beside it. */
function quietText(heading: string): string {
  const [weekday = '', day = '', ...named] = heading.split('\n');
  return `${weekday}, ${day}${named.length === 0 ? '' : ` (${named.join(', ')})`}`;
}

function dayRows({ heading, off, parts }: ScheduleDay): readonly (readonly TableCellModel[])[] {
  if (parts.length === 0)
    return [[{ text: quietText(heading), bold: true, columnSpan: COLUMNS.length, fill: OFF_FILL }]];
  const fill = off ? { fill: OFF_FILL } : {};
  const count = parts.reduce((sum, { rows }) => sum + Math.max(1, rows.length), 0);
  return parts.flatMap(({ name, rows }, partAt) =>
    (rows.length === 0 ? [EMPTY] : rows).map((row, rowAt): TableCellModel[] => [
      ...(partAt === 0 && rowAt === 0
        ? [{ text: heading, bold: true, align: 'center' as const, rowSpan: count, ...fill }]
        : []),
      ...(rowAt === 0
        ? [{ text: name, bold: true, align: 'center' as const, rowSpan: Math.max(1, rows.length), ...fill }]
        : []),
      { text: row.time, align: 'center', ...fill },
      ...[row.content, row.chair, row.participants, row.place].map((text): TableCellModel => ({
        text,
        align: 'left',
        ...fill,
      })),
    ]),
  );
}

/** Points that a text takes in a column of so many millimetres. */
function heightIn(text: string, room: number, size: number): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidth(line, size) * 1.06) / room)), 0);
  return lines * size * LINE + 2 * CELL_PADDING;
}

/** The largest size in which everything stands on one page; the smallest where none does. */
function sizeFor(days: readonly ScheduleDay[], due: readonly string[], profile: RuleProfile): number {
  const width = PAGE_WIDTH - 2 * profile.page.right;
  const height = (PAGE_HEIGHT - profile.page.top - profile.page.bottom) / MM_A_POINT - HEAD_HEIGHT;
  const room = (column: number): number => (WIDTHS[column] ?? 0) * width - 2 * CELL_PADDING * MM_A_POINT;
  const needed = (size: number): number => {
    const table = days.reduce(
      (sum, { heading, parts }) => {
        const rows = parts.flatMap((part) => (part.rows.length === 0 ? [EMPTY] : part.rows));
        const held = rows.reduce(
          (all, row) =>
            all +
            Math.max(
              ...[row.time, row.content, row.chair, row.participants, row.place].map((text, at) =>
                heightIn(text, room(at + 2), size),
              ),
            ),
          0,
        );
        if (parts.length === 0) return sum + heightIn(quietText(heading), width, size);
        return sum + Math.max(held, heightIn(heading, room(0), size));
      },
      heightIn('Buổi', room(1), size),
    );
    const listed = due.reduce(
      (sum, text) => sum + heightIn(`- ${text}`, width * DUE_SHARE, size) - 2 * CELL_PADDING,
      size * LINE + 5,
    );
    return table + Math.max(SIGNED_HEIGHT, due.length === 0 ? 0 : listed);
  };
  return SIZES.find((size) => needed(size) <= height) ?? SIZES[SIZES.length - 1] ?? 10;
}

/** What falls due, a line a day. */
function dueTexts(input: CalendarBookInput): readonly string[] {
  const days = new Map<string, string[]>();
  for (const line of dueLines(input)) {
    const texts = days.get(line.day) ?? [];
    texts.push(dueText(line));
    days.set(line.day, texts);
  }
  return [...days].map(([day, texts]) => {
    const words = weekdayName(day);
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${formatDate(day)}: ${texts.join('; ')}.`;
  });
}

/** What falls due on the left; on the right the date and the place to sign, by whoever heads the office. */
function foot(date: string, due: readonly string[], size: number): BlockModel {
  return {
    kind: 'columns',
    columns: [
      {
        share: DUE_SHARE,
        blocks:
          due.length === 0
            ? []
            : [
                plainLine('Việc đến hạn:', 'left', { size, bold: true }, { spaceBefore: 5 }),
                ...due.map((text) => plainLine(`- ${text}`, 'left', { size })),
              ],
      },
      {
        share: 1 - DUE_SHARE,
        blocks: [
          plainLine(date, 'center', { size: 12, italic: true }, { spaceBefore: 5 }),
          plainLine('CHÁNH VĂN PHÒNG', 'center', { size: 12, bold: true }),
          { kind: 'space', height: 36 },
        ],
      },
    ],
    ...(due.length <= KEPT_TOGETHER && { keepTogether: true }),
  };
}

export function calendarPage(profile: RuleProfile, input: CalendarBookInput): PageModel {
  const { office } = input;
  const title = calendarTitle(input);
  const days = scheduleDays(input);
  const due = dueTexts(input);
  const size = sizeFor(days, due, profile);
  const date = dateOfInstant(input.createdAt);
  // The head alone: a schedule has no number, and its date stands over the name.
  const [head] = letterhead(profile, {
    parentBody: office.issuingBody,
    issuingBody: OFFICE_NAME[office.system],
    numberText: '',
    place: office.place,
    date,
  });
  return {
    title: `${title} ${calendarScope(input)}`,
    author: office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      landscapePart(profile, [
        ...(head ? [head] : []),
        plainLine(title, 'center', { size: 15, bold: true }, { spaceBefore: 8 }),
        plainLine(calendarScope(input), 'center', { size: 13, italic: true }, { spaceAfter: 6 }),
        days.length === 0
          ? plainLine('Không có hội nghị, cuộc họp nào.', 'left', { size: 13 })
          : {
              kind: 'table',
              widths: WIDTHS,
              headRows: 1,
              size,
              rows: [
                COLUMNS.map((text): TableCellModel => ({ text, bold: true, align: 'center' })),
                ...days.flatMap(dayRows),
              ],
            },
        foot(dateLine(profile, office.place, date), due, size),
      ]),
    ],
  };
}
