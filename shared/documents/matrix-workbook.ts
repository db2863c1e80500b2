/** The matrix as a workbook: one row a unit, so that it can be filtered; prints to the width of A4 on its side. */
import { dateOfInstant, formatDate } from '../date/plain-date';
import {
  CENTRED,
  GROUP_FILL,
  HEAD,
  SHEET_SUBTITLE,
  SHEET_TITLE,
  sheetFooter,
  TEXT,
  TOTAL_FILL,
} from './cell-style';
import {
  columnTitle,
  LEGEND,
  MATRIX_TITLE,
  onTimeRate,
  plansText,
  PRINTED_STATE,
  printedCell,
  rowSum,
  TOTAL_ROWS,
  type MatrixPrintInput,
} from './matrix-print';
import { rowHeight } from './row-height';
import { cellAddress, columnLetters, textCell, type CellModel, type WorkbookModel } from './sheet-model';

const HEAD_ROW = 5;
const FIRST_PERIOD = 4;

export function matrixWorkbook(input: MatrixPrintInput): WorkbookModel {
  const { matrix } = input;
  const last = FIRST_PERIOD + matrix.columns.length + 1;
  const subtitle = `${plansText(input)}. Tính đến ngày ${formatDate(dateOfInstant(input.createdAt))}.`;
  const cells: CellModel[] = [
    textCell(1, 1, input.office.issuingBody, { bold: true, size: 12 }),
    textCell(2, 1, `${MATRIX_TITLE} NĂM ${input.year}`, SHEET_TITLE),
    textCell(3, 1, subtitle, SHEET_SUBTITLE),
    ...[
      'STT',
      'Nhóm',
      'Đơn vị',
      ...matrix.columns.map((_column, index) => columnTitle(input, index)),
      'Đã nhận',
      'Phải nộp',
    ].map((title, index) => textCell(HEAD_ROW, index + 1, title, HEAD)),
  ];
  let row = HEAD_ROW;
  for (const group of matrix.groups)
    for (const unit of group.rows) {
      row += 1;
      const { received, expected } = rowSum(unit.cells);
      cells.push(
        { row, column: 1, value: { kind: 'number', value: row - HEAD_ROW }, style: CENTRED },
        textCell(row, 2, group.name, { ...TEXT, fill: GROUP_FILL }),
        textCell(row, 3, unit.name, TEXT),
        ...unit.cells.map((cell, index): CellModel => {
          const fill = cell === null ? undefined : PRINTED_STATE[cell.state].fill;
          return textCell(row, FIRST_PERIOD + index, printedCell(cell), {
            ...CENTRED,
            ...(fill === undefined ? {} : { fill }),
          });
        }),
        { row, column: last - 1, value: { kind: 'number', value: received }, style: CENTRED },
        { row, column: last, value: { kind: 'number', value: expected }, style: CENTRED },
      );
    }
  const lastUnit = row;
  const total = { ...CENTRED, bold: true, fill: TOTAL_FILL };
  for (const { title, of } of TOTAL_ROWS) {
    row += 1;
    const rate = title.startsWith('Tỷ lệ');
    cells.push(
      textCell(row, 1, title, { ...TEXT, bold: true, fill: TOTAL_FILL }),
      ...matrix.totals.map((each, index): CellModel => {
        const column = FIRST_PERIOD + index;
        if (!rate) return { row, column, value: { kind: 'number', value: Number(of(each)) }, style: total };
        const percent = onTimeRate(each);
        return percent === null
          ? textCell(row, column, '–', total)
          : { row, column, value: { kind: 'number', value: percent / 100, format: '0.00%' }, style: total };
      }),
    );
  }
  const widths = [6, 26, 38, ...matrix.columns.map(() => 8), 8, 8];
  const width = widths.reduce((sum, each) => sum + each, 0);
  cells.push(textCell(row + 2, 1, LEGEND, { italic: true, size: 11, wrap: true }));
  const across = (at: number): string => `A${at}:${cellAddress(at, last)}`;
  return {
    title: `Bảng theo dõi nộp báo cáo năm ${input.year}`,
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets: [
      {
        name: 'Theo dõi báo cáo',
        visibility: 'visible',
        columns: widths,
        rowHeights: {
          2: 24,
          3: rowHeight([{ text: subtitle, width, size: 12 }]),
          [HEAD_ROW]: 34,
          [row + 2]: rowHeight([{ text: LEGEND, width, size: 11 }]),
        },
        cells,
        merges: [
          ...[1, 2, 3, row + 2].map(across),
          ...TOTAL_ROWS.map((_row, index) => `A${lastUnit + 1 + index}:C${lastUnit + 1 + index}`),
        ],
        freeze: { rows: HEAD_ROW, columns: 3 },
        ...(lastUnit > HEAD_ROW && { autoFilter: `A${HEAD_ROW}:${columnLetters(last)}${lastUnit}` }),
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter(`Bảng theo dõi nộp báo cáo năm ${input.year}`),
        },
      },
    ],
  };
}
