/** The two incoming books as a workbook: a cover sheet and the book, ready to print on A4 landscape. */
import { CENTRED, HEAD, NUMBER, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow } from './cell-style';
import { coverFacts, INCOMING_BOOK_NAMES, INCOMING_COLUMNS, type IncomingBookInput } from './incoming-rows';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type SheetModel, type WorkbookModel } from './sheet-model';

const HEAD_ROW = 5;
const COVER_WIDTH = 118;

function coverSheet(input: IncomingBookInput): SheetModel {
  const centred = { align: 'center', wrap: true } as const;
  const facts = coverFacts(input);
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
      textCell(2, 1, input.office.parentBody.toUpperCase(), { ...centred, size: 14 }),
      textCell(3, 1, input.office.issuingBody.toUpperCase(), { ...centred, size: 14, bold: true }),
      textCell(10, 1, INCOMING_BOOK_NAMES[input.kind].toUpperCase(), { ...centred, size: 24, bold: true }),
      ...facts.map((text, index) =>
        textCell(first + index, 1, text, { ...centred, size: index === 0 ? 18 : 14, bold: index === 0 }),
      ),
    ],
    print: { orientation: 'landscape', fitToWidth: true },
  };
}

function bookSheet(input: IncomingBookInput): SheetModel {
  const name = INCOMING_BOOK_NAMES[input.kind];
  const columns = INCOMING_COLUMNS[input.kind];
  const lastColumn = String.fromCharCode('A'.charCodeAt(0) + columns.length - 1);
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, name.toUpperCase(), SHEET_TITLE),
    textCell(3, 1, `Năm ${input.year}`, SHEET_SUBTITLE),
    ...textRow(
      HEAD_ROW,
      columns.map(({ title }) => title),
      HEAD,
    ),
  ];
  const heights: Record<number, number> = {};
  input.entries.forEach((entry, index) => {
    const row = HEAD_ROW + 1 + index;
    const texts = columns.map((column) => column.text(entry, input.createdAt));
    columns.forEach(({ day, count, centred }, at) => {
      const column = at + 1;
      const date = day?.(entry) ?? null;
      // Days and numbers are typed, so that the book can be sorted; the rest is text.
      if (date !== null) cells.push({ row, column, value: { kind: 'date', date }, style: CENTRED });
      else if (count)
        cells.push({
          row,
          column,
          value: { kind: 'number', value: count(entry) },
          style: { ...NUMBER, align: 'center' },
        });
      else cells.push(textCell(row, column, texts[at] ?? '', centred ? { ...CENTRED, wrap: true } : TEXT));
    });
    heights[row] = rowHeight(texts.map((text, at) => ({ text, width: columns[at]?.width ?? 10, size: 12 })));
  });
  const last = HEAD_ROW + input.entries.length;
  return {
    name: input.kind === 'den' ? 'Văn bản đến' : 'Theo dõi giải quyết',
    visibility: 'visible',
    columns: columns.map(({ width }) => width),
    rowHeights: { 2: 24, [HEAD_ROW]: 36, ...heights },
    cells,
    merges: [1, 2, 3].map((row) => `A${row}:${lastColumn}${row}`),
    freeze: { rows: HEAD_ROW, columns: input.kind === 'den' ? 2 : 1 },
    ...(input.entries.length > 0 && { autoFilter: `A${HEAD_ROW}:${lastColumn}${last}` }),
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
      footer: sheetFooter(`${name} năm ${input.year}, ${input.entries.length} văn bản`),
    },
  };
}

export function incomingWorkbook(input: IncomingBookInput): WorkbookModel {
  return {
    title: `${INCOMING_BOOK_NAMES[input.kind]} năm ${input.year}`,
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets: [coverSheet(input), bookSheet(input)],
  };
}
