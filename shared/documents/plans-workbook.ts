/**
 * One period of several plans: each plan a block and a sheet of its own, for figures never add over plans; who handed in
 * what stands across them. domain.md §5 "Arithmetic".
 */
import { sumExact } from '../domain/report/decimals';
import { periodNameInText } from '../domain/report/periods';
import { fallingMark } from './cell-marks';
import {
  CENTRED,
  EMPTY,
  GROUP_FILL,
  HEAD,
  NUMBER,
  numberFormat,
  numberOrEmpty,
  sheetFooter,
  TEXT,
  textRow,
  SHEET_SUBTITLE,
  SHEET_TITLE,
} from './cell-style';
import { plansStatusSheet } from './plans-status-sheet';
import { rowHeight } from './row-height';
import {
  textCell,
  type CellMark,
  type CellModel,
  type CellValue,
  type SheetModel,
  type WorkbookModel,
} from './sheet-model';
import { asOfText, planText } from './summary-head';
import {
  comparedWithBefore,
  occasionInTitle,
  shownIndicators,
  versionText,
  type SummaryInput,
} from './summary-input';
import { summaryTable, type PlacedTable } from './summary-table';
import { HEAD_TOP, tableSheet, TOTAL_NAME } from './summary-table-sheet';

const COLUMNS = [8, 50, 16, 13, 13, 13, 13, 15, 15];
const WIDTH = COLUMNS.reduce((sum, width) => sum + width, 0);
const HEADS = [
  'Mã',
  'Chỉ tiêu',
  'Đơn vị tính',
  'Kỳ này',
  'Lũy kế',
  'Kỳ trước',
  'Tăng/giảm',
  'Trên số đã báo cáo',
  'Trên tổng số phải báo cáo',
];
const NOTE = 'Mỗi kế hoạch một khối: số liệu của các kế hoạch khác nhau không cộng với nhau.';

interface PlanTable {
  readonly input: SummaryInput;
  readonly sheet: string;
  readonly table: PlacedTable;
}

/** `plans`: the same period, at least one, in the order in which they are to stand. */
export function plansWorkbook(plans: readonly SummaryInput[]): WorkbookModel {
  const [first] = plans;
  if (!first) throw new Error('a workbook of plans needs a plan');
  const tables = plans.map((input, index) => planTable(input, index));
  return {
    title: `Tổng hợp báo cáo ${periodNameInText(first.totals.period)} theo kế hoạch`,
    creator: first.office.issuingBody,
    createdAt: first.createdAt,
    sheets: [
      blocksSheet(tables, first),
      plansStatusSheet(plans),
      ...tables.map(({ input, sheet, table }) =>
        tableSheet(input, sheet, table, `TỔNG HỢP BÁO CÁO${occasionInTitle(input)}`),
      ),
    ],
  };
}

/** Names of the totals are told apart by the plan's place: `tong_KH2_HN02`. */
function planTable(input: SummaryInput, index: number): PlanTable {
  return {
    input,
    sheet: `KH${index + 1} Tổng hợp`,
    table: summaryTable({
      indicators: shownIndicators(input),
      series: [
        {
          title: 'Kỳ này',
          totals: input.totals,
          days: input.days?.period ?? null,
          rateDays: input.rateDays?.period,
          namePrefix: `${TOTAL_NAME}KH${index + 1}_`,
        },
        {
          title: 'Lũy kế',
          totals: input.cumulative,
          days: input.days?.cumulative ?? null,
          rateDays: input.rateDays?.cumulative,
          namePrefix: null,
        },
      ],
      difference: null,
      top: HEAD_TOP,
      missing: new Set(input.totals.missingUnits.map(({ unit }) => unit)),
    }),
  };
}

function blocksSheet(tables: readonly PlanTable[], first: SummaryInput): SheetModel {
  const cells: CellModel[] = [
    textCell(
      1,
      1,
      `TỔNG HỢP THEO KẾ HOẠCH ${periodNameInText(first.totals.period).toUpperCase()}`,
      SHEET_TITLE,
    ),
    textCell(2, 1, NOTE, SHEET_SUBTITLE),
  ];
  const merges = ['A1:I1', 'A2:I2'];
  const heights: Record<number, number> = { 1: 26, 2: 20 };
  const outline: Record<number, number> = {};
  const marks: CellMark[] = [];
  let row = 4;
  tables.forEach((plan, index) => {
    const { input } = plan;
    const title = `${index + 1}. ${planText(input)} (${asOfText(input)}; ${versionText(input.totals.version)})`;
    cells.push(textCell(row, 1, title, { ...TEXT, bold: true, fill: GROUP_FILL }));
    merges.push(`A${row}:I${row}`);
    heights[row] = rowHeight([{ text: title, width: WIDTH, size: 12, bold: true }]);
    cells.push(...textRow(row + 1, HEADS, HEAD));
    heights[row + 1] = 48;
    outline[row + 1] = 1;
    const top = row + 2;
    shownIndicators(input).forEach((indicator, offset) => {
      const at = top + offset;
      cells.push(...figureRow(plan, indicator, at));
      heights[at] = rowHeight([{ text: indicator.name, width: COLUMNS[1] ?? 0, size: 12 }]);
      outline[at] = 1;
    });
    const end = top + shownIndicators(input).length;
    if (end > top) marks.push(fallingMark(`G${top}:G${end - 1}`));
    row = end + 1;
  });
  return {
    name: 'Theo kế hoạch',
    visibility: 'visible',
    columns: COLUMNS,
    rowHeights: heights,
    cells,
    merges,
    outline,
    marks,
    freeze: { rows: 2, columns: 2 },
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: '1:2',
      footer: sheetFooter(`Kỳ báo cáo: ${periodNameInText(first.totals.period)}, ${tables.length} kế hoạch`),
    },
  };
}

/** Kỳ này and Lũy kế refer to the total row of the plan's own sheet. */
function figureRow(
  { input, sheet, table }: PlanTable,
  indicator: ReturnType<typeof shownIndicators>[number],
  row: number,
): readonly CellModel[] {
  const { id } = indicator;
  const format = numberFormat(indicator);
  const referred = (series: number, value: number | undefined): CellValue => {
    const address = table.addressOfTotal(id, series);
    return value === undefined || address === null
      ? numberOrEmpty(value, format)
      : { kind: 'formula', formula: `'${sheet}'!${address}`, value, format };
  };
  const [now, before] = [input.totals.totals[id], input.previous?.totals[id]];
  const compared = comparedWithBefore(input)?.of(indicator) ?? null;
  const difference: CellValue =
    compared === null
      ? EMPTY
      : {
          // Of some units only it is no difference of the two cells.
          ...(compared.whole
            ? ({ kind: 'formula', formula: `D${row}-F${row}` } as const)
            : ({ kind: 'number' } as const)),
          value: sumExact([compared.now, -compared.before]),
          format: `+${format};-${format};0`,
        };
  const coverage = input.totals.coverage[id];
  const values = [
    referred(0, now),
    referred(1, input.cumulative.totals[id]),
    numberOrEmpty(before, format),
    difference,
    numberOrEmpty(coverage?.reported, format),
    numberOrEmpty(coverage?.expected, format),
  ];
  return [
    textCell(row, 1, id, CENTRED),
    textCell(row, 2, indicator.name, TEXT),
    textCell(row, 3, indicator.unit, { ...CENTRED, wrap: true }),
    ...values.map((value, index): CellModel => ({ row, column: 4 + index, value, style: NUMBER })),
  ];
}
