/** Lịch công tác as a sheet that can be sorted and filtered: one line an event, the day typed as a date. */
import { weekdayName, type PlainDate } from '../date/plain-date';
import { CENTRED, HEAD, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow } from './cell-style';
import { rowHeight } from './row-height';
import {
  calendarScope,
  calendarTitle,
  dueLines,
  dueText,
  scheduleDays,
  type CalendarBookInput,
} from './schedule-rows';
import { textCell, type CellModel, type WorkbookModel } from './sheet-model';

const COLUMNS = ['Ngày', 'Thứ', 'Buổi', 'Giờ', 'Nội dung', 'Chủ trì', 'Thành phần', 'Địa điểm'] as const;
const WIDTHS = [12, 10, 12, 18, 56, 24, 46, 24];
const LAST = 'H';
const HEAD_ROW = 5;

interface SheetLine {
  readonly day: PlainDate;
  readonly texts: readonly string[];
}

/** What is held, then what falls due, day by day. */
function linesOf(input: CalendarBookInput): readonly SheetLine[] {
  const held = scheduleDays(input).flatMap(({ day, parts }) =>
    parts.flatMap(({ name, rows }) =>
      rows.map(({ time, content, chair, participants, place }): SheetLine => ({
        day,
        texts: [name, time, content, chair, participants, place],
      })),
    ),
  );
  const due = dueLines(input).map((line): SheetLine => ({
    day: line.day,
    texts: ['Đến hạn', '', dueText(line), '', '', ''],
  }));
  return [...held, ...due].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

export function calendarWorkbook(input: CalendarBookInput): WorkbookModel {
  const title = calendarTitle(input);
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, title, SHEET_TITLE),
    textCell(3, 1, calendarScope(input), SHEET_SUBTITLE),
    ...textRow(HEAD_ROW, COLUMNS, HEAD),
  ];
  const heights: Record<number, number> = { 2: 24 };
  const lines = linesOf(input);
  lines.forEach((line, index) => {
    const row = HEAD_ROW + 1 + index;
    const texts = [weekdayName(line.day), ...line.texts];
    cells.push({ row, column: 1, value: { kind: 'date', date: line.day }, style: CENTRED });
    texts.forEach((text, at) => cells.push(textCell(row, at + 2, text, at < 3 ? CENTRED : TEXT)));
    heights[row] = rowHeight(texts.map((text, at) => ({ text, width: WIDTHS[at + 1] ?? 10, size: 12 })));
  });
  const last = HEAD_ROW + lines.length;
  return {
    title: `${title} ${calendarScope(input)}`,
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets: [
      {
        name: 'Lịch công tác',
        visibility: 'visible',
        columns: WIDTHS,
        rowHeights: heights,
        cells,
        merges: [1, 2, 3].map((row) => `A${row}:${LAST}${row}`),
        freeze: { rows: HEAD_ROW, columns: 1 },
        ...(lines.length > 0 && { autoFilter: `A${HEAD_ROW}:${LAST}${last}` }),
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter(`${title}, ${lines.length} việc`),
        },
      },
    ],
  };
}
