/** A sheet that holds one table of a consolidation, with who is missing or late under it. */
import type { UnitState } from '../domain/report/model';
import { heldWords, lackingWords } from '../i18n/vi';
import { fallingMark } from './cell-marks';
import { sheetFooter } from './cell-style';
import { rowHeight } from './row-height';
import { cellAddress, textCell, type SheetModel } from './sheet-model';
import { asOfText, headHeights, headMerges, sheetHead } from './summary-head';
import { gapNotes, type SummaryInput } from './summary-input';
import { NAME_WIDTH, ORDINAL_WIDTH, VALUE_WIDTH, type PlacedTable } from './summary-table';

/** First row of a table: under the sheet's title. */
export const HEAD_TOP = 5;
/** Names of the cells that hold the totals: `tong_HN02`. */
export const TOTAL_NAME = 'tong_';
/** Value columns that an A4 page on its side holds legibly beside the unit's name. */
const COLUMNS_A_PAGE = 16;
/** Last column of titles and remarks: within the first page. */
const TITLE_COLUMNS = 14;

export function tableSheet(input: SummaryInput, name: string, table: PlacedTable, title: string): SheetModel {
  // Titles and remarks keep clear of columns A:B, which every printed page repeats.
  const valueColumns = table.lastColumn - 2;
  const pagesWide = Math.max(1, Math.ceil(valueColumns / COLUMNS_A_PAGE));
  const titleColumns =
    pagesWide === 1
      ? Math.min(Math.max(table.lastColumn, 12), TITLE_COLUMNS)
      : Math.min(2 + Math.floor(valueColumns / pagesWide), TITLE_COLUMNS);
  const titleWidth = (titleColumns - 2) * VALUE_WIDTH;
  const remarks = stateRemarks(input);
  const remarkRows = remarks.map((text, index) => ({ text, row: table.next + 1 + index }));
  return {
    name,
    visibility: 'visible',
    columns: [
      ORDINAL_WIDTH,
      NAME_WIDTH,
      ...Array.from({ length: Math.max(valueColumns, titleColumns - 2) }, () => VALUE_WIDTH),
    ],
    rowHeights: {
      ...headHeights(input, titleWidth),
      ...table.rowHeights,
      ...Object.fromEntries(
        remarkRows.map(({ row, text }) => [row, rowHeight([{ text, width: titleWidth, size: 12 }])]),
      ),
    },
    cells: [
      ...sheetHead(input, title, 3),
      ...table.cells,
      ...remarkRows.map(({ row, text }) =>
        textCell(row, 3, text, { italic: true, size: 12, wrap: true, vertical: 'top' }),
      ),
    ],
    merges: [
      ...headMerges(3, titleColumns),
      ...table.merges,
      ...remarkRows.map(({ row }) => `C${row}:${cellAddress(row, titleColumns)}`),
    ],
    outline: table.outline,
    ...(table.differences.length > 0 && { marks: table.differences.map(fallingMark) }),
    freeze: { rows: table.headRows.last, columns: 2 },
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      pagesWide,
      titleRows: `${table.headRows.first}:${table.headRows.last}`,
      titleColumns: 'A:B',
      footer: sheetFooter(asOfText(input)),
    },
  };
}

/** Under the table: who has not reported, who was late, whose report was sent back. */
function stateRemarks(input: SummaryInput): readonly string[] {
  const list = (state: UnitState, words: string): readonly string[] => {
    const names = input.status.units
      .filter((unit) => unit.state === state && !unit.lacking)
      .map((unit) => unit.name);
    return names.length === 0 ? [] : [`${words} (${names.length}): ${names.join('; ')}.`];
  };
  const partly = input.status.units.filter(({ lacking }) => lacking !== undefined);
  const remarks = [
    ...list('missing', 'Đơn vị chưa báo cáo'),
    ...(partly.length === 0
      ? []
      : [`Đơn vị chưa báo cáo đủ (${partly.length}): ${partly.map(lackingWords).join('; ')}.`]),
    ...list('returned', 'Đơn vị bị trả lại, chưa báo cáo lại'),
    ...list('late', 'Đơn vị báo cáo trễ hạn'),
    ...list('not-due', 'Đơn vị chưa đến hạn, chưa báo cáo'),
  ];
  const all = remarks.length === 0 ? ['Tất cả các đơn vị phải báo cáo đã báo cáo đúng hạn.'] : remarks;
  const held = heldWords([input.totals, input.cumulative, ...(input.previous ? [input.previous] : [])]);
  return [...(held === null ? [] : [held]), ...all, ...gapNotes(input)];
}
