/** A book as a workbook: a cover sheet and the book, ready to print on A4 landscape. */
import type { BookCell, BookLine, PrintedBook } from './book-model';
import {
  CENTRED,
  GROUP_FILL,
  HEAD,
  NUMBER,
  SHEET_SUBTITLE,
  SHEET_TITLE,
  sheetFooter,
  TEXT,
  textRow,
} from './cell-style';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type CellStyle, type SheetModel, type WorkbookModel } from './sheet-model';

const HEAD_ROW = 5;
const COVER_WIDTH = 118;

function coverSheet(book: PrintedBook): SheetModel {
  const centred = { align: 'center', wrap: true } as const;
  const facts = [book.period, ...book.facts];
  const first = 12;
  return {
    name: 'Bìa',
    visibility: 'visible',
    columns: [COVER_WIDTH],
    rowHeights: {
      10: 40,
      ...Object.fromEntries(
        facts.map((text, index) => [first + index, rowHeight([{ text, width: COVER_WIDTH, size: 14 }]) + 6]),
      ),
    },
    cells: [
      textCell(2, 1, book.office.parentBody.toUpperCase(), { ...centred, size: 14 }),
      textCell(3, 1, book.office.issuingBody.toUpperCase(), { ...centred, size: 14, bold: true }),
      textCell(10, 1, book.name.toUpperCase(), { ...centred, size: 24, bold: true }),
      ...facts.map((text, index) =>
        textCell(first + index, 1, text, { ...centred, size: index === 0 ? 18 : 14, bold: index === 0 }),
      ),
    ],
    print: { orientation: 'landscape', fitToWidth: true },
  };
}

function cellOf(row: number, column: number, cell: BookCell, centred: boolean, line: BookLine): CellModel {
  const marked: CellStyle = line.mark === 'line' ? {} : { italic: true, fill: GROUP_FILL };
  if (cell.day !== undefined && cell.day !== null)
    return { row, column, value: { kind: 'date', date: cell.day }, style: { ...CENTRED, ...marked } };
  if (cell.count !== undefined && cell.count !== null)
    return {
      row,
      column,
      value: { kind: 'number', value: cell.count },
      style: { ...NUMBER, align: 'center', ...marked },
    };
  return textCell(row, column, cell.text, { ...(centred ? { ...CENTRED, wrap: true } : TEXT), ...marked });
}

function bookSheet(book: PrintedBook): SheetModel {
  const { columns, lines } = book;
  const lastColumn = String.fromCharCode('A'.charCodeAt(0) + columns.length - 1);
  const cells: CellModel[] = [
    textCell(1, 1, book.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, book.name.toUpperCase(), SHEET_TITLE),
    textCell(3, 1, book.period, SHEET_SUBTITLE),
    ...textRow(
      HEAD_ROW,
      columns.map(({ title }) => title),
      HEAD,
    ),
  ];
  const heights: Record<number, number> = {};
  const merges = [1, 2, 3].map((row) => `A${row}:${lastColumn}${row}`);
  lines.forEach((line, index) => {
    const row = HEAD_ROW + 1 + index;
    if (line.mark === 'band') {
      cells.push(
        ...columns.map((_, at) =>
          textCell(row, at + 1, at === 0 ? (line.cells[0]?.text ?? '') : '', {
            ...TEXT,
            bold: true,
            fill: GROUP_FILL,
          }),
        ),
      );
      merges.push(`A${row}:${lastColumn}${row}`);
      return;
    }
    columns.forEach(({ centred }, at) => {
      cells.push(cellOf(row, at + 1, line.cells[at] ?? { text: '' }, centred, line));
    });
    heights[row] = rowHeight(
      line.cells.map(({ text }, at) => ({ text, width: columns[at]?.width ?? 10, size: 12 })),
    );
  });
  const last = HEAD_ROW + lines.length;
  return {
    name: book.sheetName,
    visibility: 'visible',
    columns: columns.map(({ width }) => width),
    rowHeights: { 2: 24, [HEAD_ROW]: 36, ...heights },
    cells,
    merges,
    freeze: { rows: HEAD_ROW, columns: 1 },
    ...(lines.length > 0 && { autoFilter: `A${HEAD_ROW}:${lastColumn}${last}` }),
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
      footer: sheetFooter(`${book.name}, ${book.period}`),
    },
  };
}

export function bookWorkbook(book: PrintedBook): WorkbookModel {
  return {
    title: `${book.name}, ${book.period}`,
    creator: book.office.issuingBody,
    createdAt: book.createdAt,
    sheets: [coverSheet(book), bookSheet(book)],
  };
}
