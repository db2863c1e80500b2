/** Danh sách cần sửa: which cell of which file, what was written, why it is wrong, what to write. To print or send back. */
import { formatDate, dateOfInstant } from '../date/plain-date';
import { CENTRED, HEAD, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow } from './cell-style';
import { rowHeight } from './row-height';
import { cellAddress, textCell, type CellModel, type WorkbookModel } from './sheet-model';

export interface FixListRow {
  readonly unit: string;
  /** "quý I/2026"; empty where it is not known. */
  readonly period: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly written: string;
  readonly why: string;
  readonly expected: string;
}

export interface FixListInput {
  readonly office: string;
  /** Null: the list of all units, with a column that names them. */
  readonly unit: string | null;
  readonly rows: readonly FixListRow[];
  readonly createdAt: string;
}

const HEAD_ROW = 5;

interface Column {
  readonly title: string;
  readonly width: number;
  readonly text: (row: FixListRow) => string;
  readonly centred?: boolean;
}

const COLUMNS: readonly Column[] = [
  { title: 'Tệp', width: 26, text: ({ file }) => file },
  { title: 'Trang tính', width: 13, text: ({ sheet }) => sheet, centred: true },
  { title: 'Ô', width: 7, text: ({ cell }) => cell, centred: true },
  { title: 'Đã ghi', width: 16, text: ({ written }) => written },
  { title: 'Vì sao sai', width: 38, text: ({ why }) => why },
  { title: 'Cần ghi thế nào', width: 34, text: ({ expected }) => expected },
];
const OF_ALL: readonly Column[] = [
  { title: 'Đơn vị', width: 24, text: ({ unit }) => unit },
  { title: 'Kỳ', width: 12, text: ({ period }) => period, centred: true },
  ...COLUMNS,
];

const ADVICE =
  'Sửa trên chính tệp đã gửi rồi gửi lại; bản gửi sau thay bản trước. Ô để trống ở cột “Đã ghi” là lỗi của cả tệp hoặc của phần thuyết minh.';

/** A4 landscape, headings repeated, widths and heights that fit the texts. */
export function fixListWorkbook({ office, unit, rows, createdAt }: FixListInput): WorkbookModel {
  const columns = unit === null ? OF_ALL : COLUMNS;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const whose = unit ?? 'Tất cả các đơn vị';
  const [only] = [...new Set(rows.map(({ period }) => period))].filter((period) => period !== '');
  const subtitle =
    unit === null || only === undefined
      ? `${whose}, lập ngày ${formatDate(dateOfInstant(createdAt))}`
      : `${whose}, báo cáo ${only}, lập ngày ${formatDate(dateOfInstant(createdAt))}`;
  const cells: CellModel[] = [
    textCell(1, 1, office, { bold: true, size: 12 }),
    textCell(2, 1, 'DANH SÁCH CẦN SỬA', SHEET_TITLE),
    textCell(3, 1, subtitle, SHEET_SUBTITLE),
    textCell(4, 1, ADVICE, { italic: true, size: 11, wrap: true, vertical: 'middle' }),
    ...textRow(
      HEAD_ROW,
      columns.map(({ title }) => title),
      HEAD,
    ),
  ];
  const heights: Record<number, number> = {};
  rows.forEach((row, index) => {
    const at = HEAD_ROW + 1 + index;
    columns.forEach(({ text, centred }, column) =>
      cells.push(textCell(at, column + 1, text(row), centred === true ? { ...CENTRED, wrap: true } : TEXT)),
    );
    heights[at] = rowHeight(columns.map(({ text, width }) => ({ text: text(row), width, size: 12 })));
  });
  const lastColumn = columns.length;
  const last = HEAD_ROW + rows.length;
  return {
    title: `Danh sách cần sửa – ${whose}`,
    creator: office,
    createdAt,
    sheets: [
      {
        name: 'Cần sửa',
        visibility: 'visible',
        columns: columns.map(({ width }) => width),
        rowHeights: {
          2: 24,
          4: rowHeight([{ text: ADVICE, width: total, size: 11 }]),
          [HEAD_ROW]: 26,
          ...heights,
        },
        cells,
        merges: [1, 2, 3, 4].map((row) => `A${row}:${cellAddress(row, lastColumn)}`),
        freeze: { rows: HEAD_ROW, columns: 0 },
        autoFilter: `A${HEAD_ROW}:${cellAddress(last, lastColumn)}`,
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter(`Danh sách cần sửa – ${whose}`),
        },
      },
    ],
  };
}
