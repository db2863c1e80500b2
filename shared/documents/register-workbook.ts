/** Sổ đăng ký văn bản đi as a workbook, ready to print on A4 landscape. */
import { CENTRED, HEAD, NUMBER, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow } from './cell-style';
import { REGISTER_COLUMNS, registerRow, type RegisterBookInput } from './register-rows';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type WorkbookModel } from './sheet-model';

const WIDTHS = [16, 13, 44, 20, 34, 18, 9, 13, 12, 20];
const HEAD_ROW = 5;
const CENTRED_COLUMNS = new Set([1, 2, 8, 9]);

export function registerWorkbook(input: RegisterBookInput): WorkbookModel {
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, 'SỔ ĐĂNG KÝ VĂN BẢN ĐI', SHEET_TITLE),
    textCell(3, 1, capitalFirst(input.scope), SHEET_SUBTITLE),
    ...textRow(HEAD_ROW, REGISTER_COLUMNS, HEAD),
  ];
  input.entries.forEach((entry, index) => {
    const row = HEAD_ROW + 1 + index;
    registerRow(entry).forEach((text, at) => {
      const column = at + 1;
      // Dates and counts are typed, so that the book can be sorted and summed; the rest is text.
      if (column === 2)
        cells.push({ row, column, value: { kind: 'date', date: entry.date }, style: CENTRED });
      else if (column === 8 && entry.sentOn !== null)
        cells.push({ row, column, value: { kind: 'date', date: entry.sentOn }, style: CENTRED });
      else if (column === 7 && entry.copies !== null)
        cells.push({ row, column, value: { kind: 'number', value: entry.copies }, style: NUMBER });
      else
        cells.push(
          textCell(row, column, text, CENTRED_COLUMNS.has(column) ? { ...CENTRED, wrap: true } : TEXT),
        );
    });
  });
  const heights = Object.fromEntries(
    input.entries.map((entry, index) => [
      HEAD_ROW + 1 + index,
      rowHeight(registerRow(entry).map((text, at) => ({ text, width: WIDTHS[at] ?? 10, size: 12 }))),
    ]),
  );
  const last = HEAD_ROW + input.entries.length;
  return {
    title: `Sổ đăng ký văn bản đi ${input.scope}`,
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets: [
      {
        name: 'Văn bản đi',
        visibility: 'visible',
        columns: WIDTHS,
        rowHeights: { 2: 24, [HEAD_ROW]: 36, ...heights },
        cells,
        merges: ['A1:J1', 'A2:J2', 'A3:J3'],
        freeze: { rows: HEAD_ROW, columns: 1 },
        ...(input.entries.length > 0 && { autoFilter: `A${HEAD_ROW}:J${last}` }),
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter(`Sổ đăng ký văn bản đi ${input.scope}, ${input.entries.length} văn bản`),
        },
      },
    ],
  };
}

function capitalFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
