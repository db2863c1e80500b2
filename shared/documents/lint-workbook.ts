/** Danh sách cần xem lại of a plan, for its drafter: where, what stands there, why, what to do. */
import { dateOfInstant, formatDate } from '../date/plain-date';
import { SEVERITY_NAMES, type Severity } from '../domain/plan/lint/model';
import { CENTRED, HEAD, SHEET_SUBTITLE, SHEET_TITLE, sheetFooter, TEXT, textRow } from './cell-style';
import { rowHeight } from './row-height';
import { cellAddress, textCell, type CellModel, type WorkbookModel } from './sheet-model';

export interface LintRow {
  readonly severity: Severity;
  readonly section: string;
  readonly excerpt: string;
  readonly title: string;
  readonly message: string;
  readonly fix: string | null;
  /** Why a person let it stand; null: it is open. */
  readonly ignored: string | null;
}

export interface LintWorkbookInput {
  readonly office: string;
  /** What was checked: "Kế hoạch tuyên truyền …". */
  readonly title: string;
  readonly rows: readonly LintRow[];
  readonly createdAt: string;
}

const COLUMNS = [
  { title: 'STT', width: 6 },
  { title: 'Mức', width: 10 },
  { title: 'Mục', width: 9 },
  { title: 'Trích đoạn', width: 38 },
  { title: 'Vì sao', width: 52 },
  { title: 'Đề nghị sửa', width: 30 },
  { title: 'Ý kiến người soạn', width: 24 },
] as const;
const CENTRED_COLUMNS = 3;
const HEAD_ROW = 5;

export function lintWorkbook({ office, title, rows, createdAt }: LintWorkbookInput): WorkbookModel {
  const last = HEAD_ROW + rows.length;
  const cells: CellModel[] = [
    textCell(1, 1, office, { bold: true, size: 12 }),
    textCell(2, 1, 'DANH SÁCH CẦN XEM LẠI', SHEET_TITLE),
    textCell(3, 1, title, SHEET_SUBTITLE),
    textCell(4, 1, `Lập ngày ${formatDate(dateOfInstant(createdAt))}`, SHEET_SUBTITLE),
    ...textRow(
      HEAD_ROW,
      COLUMNS.map((column) => column.title),
      HEAD,
    ),
  ];
  const heights: Record<number, number> = {};
  rows.forEach((row, index) => {
    const at = HEAD_ROW + 1 + index;
    const texts = [
      String(index + 1),
      SEVERITY_NAMES[row.severity],
      row.section,
      row.excerpt,
      row.message,
      row.fix ?? '',
      row.ignored === null ? '' : row.ignored === '' ? 'Để nguyên' : `Để nguyên: ${row.ignored}`,
    ];
    texts.forEach((text, column) =>
      cells.push(
        column === 0
          ? { row: at, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED }
          : textCell(at, column + 1, text, column < CENTRED_COLUMNS ? { ...CENTRED, wrap: true } : TEXT),
      ),
    );
    heights[at] = rowHeight(
      texts.map((text, column) => ({ text, width: COLUMNS[column]?.width ?? 10, size: 12 })),
    );
  });
  const width = COLUMNS.reduce((sum, column) => sum + column.width, 0);
  return {
    title: `Danh sách cần xem lại – ${title}`,
    creator: office,
    createdAt,
    sheets: [
      {
        name: 'Cần xem lại',
        visibility: 'visible',
        columns: COLUMNS.map((column) => column.width),
        rowHeights: {
          2: 24,
          3: rowHeight([{ text: title, width, size: 12 }]),
          [HEAD_ROW]: 26,
          ...heights,
        },
        cells,
        merges: [1, 2, 3, 4].map((row) => `A${row}:${cellAddress(row, COLUMNS.length)}`),
        freeze: { rows: HEAD_ROW, columns: 0 },
        ...(rows.length > 0 && { autoFilter: `A${HEAD_ROW}:${cellAddress(last, COLUMNS.length)}` }),
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
          footer: sheetFooter(`Danh sách cần xem lại, ${rows.length} chỗ`),
        },
      },
    ],
  };
}
