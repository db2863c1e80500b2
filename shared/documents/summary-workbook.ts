/** The consolidated workbook of a period for superiors and for the office. domain.md §5, "Table for superiors". */
import type { UnitState } from '../domain/report/model';
import { periodNameInText } from '../domain/report/periods';
import { OCCASION } from '../i18n/vi';
import { sheetFooter } from './cell-style';
import { cellAddress, textCell, type SheetModel, type WorkbookModel } from './sheet-model';
import { rowHeight } from './row-height';
import { asOfText, headHeights, headMerges, sheetHead, SUMMARY_SHEETS } from './summary-head';
import { gapNotes, occasionInTitle, shownIndicators, type SummaryInput } from './summary-input';
import { modelsSheet } from './summary-models-sheet';
import { statusSheet } from './summary-status-sheet';
import {
  NAME_WIDTH,
  ORDINAL_WIDTH,
  summaryTable,
  VALUE_WIDTH,
  type PlacedTable,
  type TableSeries,
} from './summary-table';
import { supplementSheet } from './supplement-annex';
import { targetsSheet } from './summary-targets-sheet';

const HEAD_TOP = 5;
/** Value columns that an A4 page on its side holds legibly beside the unit's name. */
const COLUMNS_A_PAGE = 16;
/** Last column of titles and remarks: within the first page. */
const TITLE_COLUMNS = 14;

/**
 * Sheets: units × indicators with Kỳ này | Lũy kế and named totals (`tong_<code>`); the same against the period
 * before; coverages and targets; timeliness. Formulas hold the consolidation's own numbers as stored values.
 */
export function summaryWorkbook(input: SummaryInput): WorkbookModel {
  const indicators = shownIndicators(input);
  const missing = new Set(input.totals.missingUnits.map(({ unit }) => unit));
  const current: TableSeries = {
    title: 'Kỳ này',
    totals: input.totals,
    days: input.days?.period ?? null,
    named: true,
  };
  const cumulative: TableSeries = {
    title: 'Lũy kế',
    totals: input.cumulative,
    days: input.days?.cumulative ?? null,
    named: false,
  };
  const table = summaryTable({
    indicators,
    series: [current, cumulative],
    difference: false,
    top: HEAD_TOP,
    missing,
  });
  const sheets: SheetModel[] = [tableSheet(input, SUMMARY_SHEETS.table, table)];
  if (input.previous !== null)
    sheets.push(
      tableSheet(
        input,
        SUMMARY_SHEETS.comparison,
        summaryTable({
          indicators,
          series: [
            { ...current, named: false },
            { title: 'Kỳ trước', totals: input.previous, days: null, named: false },
          ],
          difference: true,
          top: HEAD_TOP,
          missing,
        }),
      ),
    );
  const footer = sheetFooter(asOfText(input));
  sheets.push(targetsSheet(input, indicators, table, footer), statusSheet(input, footer));
  const supplement = input.supplement ? supplementSheet({ ...input, supplement: input.supplement }) : null;
  if (supplement) sheets.push(supplement);
  const models = modelsSheet(input, footer);
  if (models) sheets.push(models);
  return {
    title: `Tổng hợp báo cáo${input.occasion ? ` ${OCCASION[input.occasion]}` : ''} ${periodNameInText(input.totals.period)} – ${input.planTitle}`,
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets,
  };
}

function tableSheet(input: SummaryInput, name: string, table: PlacedTable): SheetModel {
  // Titles and remarks keep clear of columns A:B, which every printed page repeats.
  const titleColumns = Math.min(Math.max(table.lastColumn, 12), TITLE_COLUMNS);
  const titleWidth = (titleColumns - 2) * VALUE_WIDTH;
  const remarks = stateRemarks(input);
  const remarkRows = remarks.map((text, index) => ({ text, row: table.next + 1 + index }));
  const valueColumns = table.lastColumn - 2;
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
      ...sheetHead(
        input,
        name === SUMMARY_SHEETS.table ? `TỔNG HỢP BÁO CÁO${occasionInTitle(input)}` : 'SO SÁNH VỚI KỲ TRƯỚC:',
        3,
      ),
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
    freeze: { rows: table.headRows.last, columns: 2 },
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      pagesWide: Math.max(1, Math.ceil(valueColumns / COLUMNS_A_PAGE)),
      titleRows: `${table.headRows.first}:${table.headRows.last}`,
      titleColumns: 'A:B',
      footer: sheetFooter(asOfText(input)),
    },
  };
}

/** Under the table: who has not reported, who was late, whose report was sent back. */
function stateRemarks(input: SummaryInput): readonly string[] {
  const list = (state: UnitState, words: string): readonly string[] => {
    const names = input.status.units.filter((unit) => unit.state === state).map((unit) => unit.name);
    return names.length === 0 ? [] : [`${words} (${names.length}): ${names.join('; ')}.`];
  };
  const remarks = [
    ...list('missing', 'Đơn vị chưa báo cáo'),
    ...list('returned', 'Đơn vị bị trả lại, chưa báo cáo lại'),
    ...list('late', 'Đơn vị báo cáo trễ hạn'),
    ...list('not-due', 'Đơn vị chưa đến hạn, chưa báo cáo'),
  ];
  const all = remarks.length === 0 ? ['Tất cả các đơn vị phải báo cáo đã báo cáo đúng hạn.'] : remarks;
  return [...all, ...gapNotes(input)];
}
