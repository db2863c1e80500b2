/** Sheet "Chỉ tiêu": every coverage twice (on those who reported, on all expected), targets met or not. */
import type { Indicator } from '../domain/office/model';
import type { Totals } from '../domain/report/model';
import { percent } from '../domain/report/rates';
import {
  CENTRED,
  DECIMAL_FORMAT,
  HEAD,
  NUMBER,
  numberFormat,
  numberOrEmpty,
  TEXT,
  textRow,
} from './cell-style';
import { notMetMark } from './cell-marks';
import { targetText } from './indicator-text';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type CellStyle, type CellValue, type SheetModel } from './sheet-model';
import { unknownNote, type SummaryInput } from './summary-input';
import type { PlacedTable } from './summary-table';
import { headHeights, headMerges, sheetHead, SUMMARY_SHEETS } from './summary-head';

const COLUMNS = [6, 9, 46, 13, 18, 15, 15, 15, 15, 15, 15];
const HEADS = [
  'STT',
  'Mã',
  'Chỉ tiêu',
  'Đơn vị tính',
  'Mục tiêu',
  'Kỳ này: trên số đã báo cáo',
  'Kỳ này: trên tổng số phải báo cáo',
  'Đạt trên số đã báo cáo',
  'Đạt trên tổng số phải báo cáo',
  'Lũy kế: trên số đã báo cáo',
  'Lũy kế: trên tổng số phải báo cáo',
];

/** "Đạt", "Chưa đạt"; nothing where there is nothing to judge. */
function judgement(met: boolean | null | undefined): string {
  if (met === null || met === undefined) return '';
  return met ? 'Đạt' : 'Chưa đạt';
}

export function targetsSheet(
  input: SummaryInput,
  indicators: readonly Indicator[],
  table: PlacedTable,
  footer: string,
): SheetModel {
  const { totals, cumulative } = input;
  const rows = indicators.filter(
    ({ id }) => totals.coverage[id] !== undefined || totals.targets[id] !== undefined,
  );
  const goalOf = (indicator: Indicator): string => {
    const target = totals.targets[indicator.id];
    return target ? targetText(target.operator, target.value, indicator.unit) : '';
  };
  /** A figure of the table's total row by reference, so that it follows a recalculation. */
  const referred = (
    code: string,
    series: number,
    value: number | null | undefined,
    format: string,
  ): CellValue => {
    const address = table.addressOfTotal(code, series);
    const stored = (series === 0 ? totals : cumulative).totals[code];
    if (address === null || value === null || value === undefined || stored !== value)
      return numberOrEmpty(value, format);
    return { kind: 'formula', formula: `'${SUMMARY_SHEETS.table}'!${address}`, value, format };
  };
  const cells: CellModel[] = [...sheetHead(input, 'TỶ LỆ VÀ MỤC TIÊU'), ...textRow(5, HEADS, HEAD)];
  rows.forEach((indicator, index) => {
    const row = 6 + index;
    const code = indicator.id;
    const target = totals.targets[code];
    const format = indicator.kind === 'P' ? DECIMAL_FORMAT : numberFormat(indicator);
    // A figure that is no percentage has one value, whoever is missing.
    const now = totals.coverage[code] ?? { reported: totals.totals[code] ?? null, expected: null };
    const overall = cumulative.coverage[code] ?? {
      reported: cumulative.totals[code] ?? null,
      expected: null,
    };
    cells.push(
      { row, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED },
      textCell(row, 2, code, CENTRED),
      textCell(row, 3, indicator.name, TEXT),
      textCell(row, 4, indicator.unit, { ...CENTRED, wrap: true }),
      textCell(row, 5, goalOf(indicator), {
        ...CENTRED,
        wrap: true,
      }),
      { row, column: 6, value: referred(code, 0, now.reported, format), style: NUMBER },
      { row, column: 7, value: onExpected(totals, code, marked(totals, code, format)), style: NUMBER },
      textCell(row, 8, judgement(target?.reported), verdictStyle(target?.reported)),
      textCell(row, 9, judgement(target?.expected), verdictStyle(target?.expected)),
      { row, column: 10, value: referred(code, 1, overall.reported, format), style: NUMBER },
      {
        row,
        column: 11,
        value: onExpected(cumulative, code, marked(cumulative, code, format)),
        style: NUMBER,
      },
    );
  });
  const end = 7 + rows.length;
  const note = unknownNote(rows, [
    { title: 'kỳ này', totals },
    { title: 'lũy kế', totals: cumulative },
  ]);
  const remark: CellStyle = { italic: true, size: 12, wrap: true, vertical: 'top' };
  if (note !== null) cells.push(textCell(end + 1, 1, note, remark));
  cells.push(
    textCell(
      end,
      1,
      'Trên số đã báo cáo: tử số và mẫu số của các đơn vị đã báo cáo. Trên tổng số phải báo cáo: đơn vị chưa báo cáo tính tử số bằng 0, mẫu số là số gần nhất đã biết.',
      remark,
    ),
  );
  return {
    name: SUMMARY_SHEETS.targets,
    visibility: 'visible',
    columns: COLUMNS,
    rowHeights: {
      ...headHeights(input, sumOf(COLUMNS)),
      5: 68,
      ...Object.fromEntries(
        rows.map((indicator, index) => [
          6 + index,
          rowHeight([
            { text: indicator.name, width: COLUMNS[2] ?? 0, size: 12 },
            { text: indicator.unit, width: COLUMNS[3] ?? 0, size: 12 },
            { text: goalOf(indicator), width: COLUMNS[4] ?? 0, size: 12 },
          ]),
        ]),
      ),
      [end]: 38,
      ...(note === null ? {} : { [end + 1]: rowHeight([{ text: note, width: sumOf(COLUMNS), size: 12 }]) }),
    },
    cells,
    merges: [
      ...headMerges(1, COLUMNS.length),
      `A${end}:K${end}`,
      ...(note === null ? [] : [`A${end + 1}:K${end + 1}`]),
    ],
    freeze: { rows: 5, columns: 3 },
    ...(rows.length > 0 && { marks: [notMetMark(`H6:I${5 + rows.length}`)] }),
    print: { orientation: 'landscape', fitToWidth: true, titleRows: '5:5', footer },
  };
}

/** The coverage on all units owed; as its quotient where the parts are kept, so that a reader sees them. */
function onExpected(totals: Totals, code: string, format: string): CellValue {
  const value = totals.coverage[code]?.expected ?? null;
  const parts = totals.coverageParts?.[code]?.expected;
  if (value === null || !parts || percent(parts.numerator, parts.denominator) !== value)
    return numberOrEmpty(value, format);
  return {
    kind: 'formula',
    formula: `ROUND(${parts.numerator}/${parts.denominator}*100,2)`,
    value,
    format,
  };
}

/** A rate that could not hold every unit asked carries "*" and is explained under the table. */
function marked(totals: Totals, code: string, format: string): string {
  return totals.unknownDenominators?.[code] ? `${format}"*"` : format;
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** Readable without colour: the word says it, the colour helps. */
function verdictStyle(met: boolean | null | undefined) {
  if (met === null || met === undefined) return CENTRED;
  return { ...CENTRED, bold: true, color: met ? '00692B' : 'C00000' };
}
