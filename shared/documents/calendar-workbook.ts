/** Lịch công tác as a sheet that can be sorted and filtered: one line an event, the day typed as a date. */
import { weekdayName } from '../date/plain-date';
import { calendarRow, calendarScope, calendarTitle, type CalendarBookInput } from './calendar-rows';
import { CENTRED, HEAD, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow } from './cell-style';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type WorkbookModel } from './sheet-model';

const COLUMNS = ['Ngày', 'Thứ', 'Giờ', 'Việc', 'Nội dung', 'Thuộc kế hoạch', 'Tình hình'] as const;
const WIDTHS = [12, 10, 12, 20, 52, 46, 22];
const HEAD_ROW = 5;

export function calendarWorkbook(input: CalendarBookInput): WorkbookModel {
  const title = calendarTitle(input);
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, title, SHEET_TITLE),
    textCell(3, 1, calendarScope(input), SHEET_SUBTITLE),
    ...textRow(HEAD_ROW, COLUMNS, HEAD),
  ];
  const heights: Record<number, number> = { 2: 24 };
  input.events.forEach((event, index) => {
    const row = HEAD_ROW + 1 + index;
    const texts = [weekdayName(event.day), ...calendarRow(event)];
    cells.push({ row, column: 1, value: { kind: 'date', date: event.day }, style: CENTRED });
    texts.forEach((text, at) => cells.push(textCell(row, at + 2, text, at < 2 ? CENTRED : TEXT)));
    heights[row] = rowHeight(texts.map((text, at) => ({ text, width: WIDTHS[at + 1] ?? 10, size: 12 })));
  });
  const last = HEAD_ROW + input.events.length;
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
        merges: ['A1:G1', 'A2:G2', 'A3:G3'],
        freeze: { rows: HEAD_ROW, columns: 1 },
        ...(input.events.length > 0 && { autoFilter: `A${HEAD_ROW}:G${last}` }),
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter(`${title}, ${input.events.length} việc`),
        },
      },
    ],
  };
}
