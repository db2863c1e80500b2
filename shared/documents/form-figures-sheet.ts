/** Sheet "Số liệu" of a form: one row an indicator, the input beside the last period's figure. */
import { daysBetween, formatDate } from '../date/plain-date';
import type { Indicator } from '../domain/office/model';
import { isComputed, isTimeliness } from '../domain/report/indicators';
import { formatNumber } from '../text/numbers';
import {
  CENTRED,
  EMPTY,
  GROUP_FILL,
  HEAD,
  INPUT_FILL,
  NUMBER,
  numberFormat,
  numberOrEmpty,
  sheetFooter,
  TEXT,
  textRow,
} from './cell-style';
import { dueDayText } from './form-due';
import { FORM_SHEETS, inputCellName, onNarrativeSheet, NIL_NAME } from './form-identity';
import { targetText } from './indicator-text';
import { PRIVACY_SENTENCE, type FormInput } from './form-input';
import { periodNameInText } from '../domain/report/periods';
import { capitalised } from './vietnamese-case';
import { rowHeight } from './row-height';
import {
  cellAddress,
  columnLetters,
  textCell,
  type CellModel,
  type CellValidation,
  type CellValue,
  type SheetModel,
} from './sheet-model';

const VALUE_COLUMN = 5;
/** Rows of the head stay when scrolling, so there are few of them. */
const NIL_ROW = 7;
const HEAD_ROW = 8;
/** What a person can type without a slip of the keyboard; a larger figure is asked about. */
const LARGEST_FIGURE = 999_999_999;

export function figuresSheet(input: FormInput, code: string): SheetModel {
  const indicators = input.indicators.filter(
    (indicator) => !onNarrativeSheet(indicator) && !isTimeliness(indicator.id),
  );
  const withCumulative = Object.keys(input.cumulative).length > 0;
  const columns = withCumulative ? [5, 7, 36, 10, 12, 11, 12, 18] : [5, 7, 42, 11, 13, 12, 20];
  const last = columns.length;
  const total = columns.reduce((sum, width) => sum + width, 0);
  const rows = placeRows(indicators);
  const addressOf = (wanted: string): string | null => {
    const row = rows.find((one) => one.indicator?.id === wanted)?.row;
    return row === undefined ? null : cellAddress(row, VALUE_COLUMN);
  };
  const cells: CellModel[] = [...headCells(input, code)];
  cells.push(
    ...textRow(
      HEAD_ROW,
      [
        'STT',
        'Mã',
        'Nội dung',
        'Đơn vị tính',
        'Kỳ này',
        'Kỳ trước',
        ...(withCumulative ? ['Lũy kế trước kỳ này'] : []),
        'Ghi chú',
      ],
      HEAD,
    ),
  );
  for (const { row, indicator, section, ordinal } of rows) {
    if (indicator === null) {
      const style = { ...TEXT, bold: true, fill: GROUP_FILL };
      cells.push(...textRow(row, [section, ...Array.from({ length: last - 1 }, () => '')], style));
      continue;
    }
    const format = numberFormat(indicator);
    cells.push(
      { row, column: 1, value: { kind: 'number', value: ordinal }, style: CENTRED },
      textCell(row, 2, indicator.id, CENTRED),
      textCell(row, 3, nameText(indicator), TEXT),
      textCell(row, 4, indicator.unit, { ...CENTRED, wrap: true }),
      valueCell(input, indicator, row, addressOf),
      { row, column: 6, value: shown(indicator, input.previous[indicator.id], format), style: NUMBER },
    );
    if (withCumulative)
      cells.push({
        row,
        column: 7,
        value: shown(indicator, input.cumulative[indicator.id], format),
        style: NUMBER,
      });
    cells.push({
      row,
      column: last,
      value: remark(indicator, addressOf),
      style: { ...TEXT, size: 10, italic: true },
    });
  }
  const end = (rows.at(-1)?.row ?? HEAD_ROW) + 2;
  cells.push(
    textCell(end, 2, 'Người lập biểu', { bold: true, size: 12, align: 'center' }),
    textCell(end, VALUE_COLUMN, 'Thủ trưởng đơn vị (ký, đóng dấu nếu gửi bản giấy)', {
      bold: true,
      size: 12,
      align: 'center',
    }),
  );
  return {
    name: FORM_SHEETS.figures,
    visibility: 'visible',
    columns,
    rowHeights: {
      2: 24,
      3: rowHeight([{ text: planLine(input), width: total, size: 11 }]),
      4: 22,
      5: rowHeight([{ text: dueLine(input), width: total, size: 12, bold: true }]),
      6: 20,
      [NIL_ROW]: 22,
      [HEAD_ROW]: 34,
      ...Object.fromEntries(rows.map((placed) => [placed.row, heightOf(placed, columns)])),
    },
    cells,
    merges: [
      ...[2, 3, 4, 5, 6].map((row) => `A${row}:${cellAddress(row, last)}`),
      `A1:C1`,
      `D1:${cellAddress(1, last)}`,
      `A${NIL_ROW}:D${NIL_ROW}`,
      `F${NIL_ROW}:${cellAddress(NIL_ROW, last)}`,
      ...rows.filter((row) => row.indicator === null).map(({ row }) => `A${row}:${cellAddress(row, last)}`),
      `B${end}:C${end}`,
      `E${end}:${cellAddress(end, last)}`,
    ],
    freeze: { rows: HEAD_ROW, columns: 0 },
    protect: true,
    print: {
      orientation: 'portrait',
      fitToWidth: true,
      titleRows: `${HEAD_ROW}:${HEAD_ROW}`,
      area: `A1:${columnLetters(last)}${end + 5}`,
      footer: sheetFooter(`Mã biểu ${code} – ${input.unit.name}`),
    },
  };
}

function headCells(input: FormInput, code: string): readonly CellModel[] {
  const { office, period, unit } = input;
  const centre = { align: 'center', vertical: 'middle', wrap: true } as const;
  return [
    textCell(1, 1, office.issuingBody, { bold: true, size: 12 }),
    textCell(1, 4, `Mã biểu ${code}`, { bold: true, size: 12, align: 'right' }),
    textCell(2, 1, `BÁO CÁO SỐ LIỆU ${periodNameInText(period.id).toUpperCase()}`, {
      ...centre,
      bold: true,
      size: 15,
    }),
    textCell(3, 1, planLine(input), {
      ...centre,
      italic: true,
      size: 11,
    }),
    textCell(4, 1, `Đơn vị báo cáo: ${unit.name}`, { ...centre, bold: true, size: 13 }),
    textCell(5, 1, dueLine(input), { ...centre, bold: true, size: 12 }),
    textCell(6, 1, PRIVACY_SENTENCE, { ...centre, bold: true, italic: true, size: 12, color: 'C00000' }),
    textCell(NIL_ROW, 1, 'Không phát sinh (ghi x nếu cả kỳ không có hoạt động nào):', {
      size: 12,
      align: 'right',
      vertical: 'middle',
    }),
    {
      row: NIL_ROW,
      column: VALUE_COLUMN,
      value: EMPTY,
      name: NIL_NAME,
      style: { ...CENTRED, bold: true, fill: INPUT_FILL, unlocked: true },
      validation: {
        kind: 'list',
        values: ['x'],
        message: 'Ô “Không phát sinh” chỉ ghi x hoặc để trống.',
      },
    },
    ...(input.indicators.some(({ required }) => required)
      ? [textCell(NIL_ROW, 6, '(*) là chỉ tiêu bắt buộc', { size: 10, italic: true })]
      : []),
  ];
}

/** "Kế hoạch số 07-KH/ĐU tuyên truyền …" */
function planLine({ plan, planNumberText }: FormInput): string {
  const kind = plan.kind === null ? 'Kế hoạch' : capitalised(plan.kind);
  return `${kind}${planNumberText === null ? '' : ` số ${planNumberText}`} ${plan.title}`;
}

function dueLine(input: FormInput): string {
  const { period } = input;
  const via = period.via === '' ? '' : `, qua ${period.via}`;
  return `Số liệu từ ngày ${formatDate(period.from)} đến ngày ${formatDate(period.to)}. Hạn nộp: ${dueDayText(input)}${via}.`;
}

function nameText(indicator: Indicator): string {
  return `${indicator.name}${indicator.required ? ' (*)' : ''}`;
}

function heightOf({ indicator }: PlacedRow, columns: readonly number[]): number {
  if (indicator === null) return 20;
  return rowHeight([
    { text: nameText(indicator), width: columns[2] ?? 0, size: 12 },
    { text: indicator.unit, width: columns[3] ?? 0, size: 12 },
    { text: remarkText(indicator), width: columns.at(-1) ?? 0, size: 10 },
  ]);
}

interface PlacedRow {
  readonly row: number;
  readonly indicator: Indicator | null;
  readonly section: string;
  readonly ordinal: number;
}

/** Indicators under their section headings, in the given order. */
function placeRows(indicators: readonly Indicator[]): readonly PlacedRow[] {
  const placed: PlacedRow[] = [];
  let row = HEAD_ROW + 1;
  let section: string | null = null;
  indicators.forEach((indicator, index) => {
    if (indicator.section !== section) {
      section = indicator.section;
      placed.push({ row, indicator: null, section, ordinal: 0 });
      row += 1;
    }
    placed.push({ row, indicator, section: indicator.section, ordinal: index + 1 });
    row += 1;
  });
  return placed;
}

function valueCell(
  input: FormInput,
  indicator: Indicator,
  row: number,
  addressOf: (code: string) => string | null,
): CellModel {
  const place = { row, column: VALUE_COLUMN };
  if (isComputed(indicator))
    return { ...place, value: computed(input, indicator, addressOf), style: { ...NUMBER, fill: GROUP_FILL } };
  const style = indicator.kind === 'T' ? TEXT : NUMBER;
  return {
    ...place,
    value: EMPTY,
    name: inputCellName(indicator.id),
    style: {
      ...style,
      ...(indicator.kind === 'B' && { align: 'center' as const }),
      fill: INPUT_FILL,
      unlocked: true,
    },
    validation: validationOf(indicator),
  };
}

/** P and R by formula: shown to the person who fills the form, never read back. */
function computed(
  input: FormInput,
  indicator: Indicator,
  addressOf: (code: string) => string | null,
): CellValue {
  const format = numberFormat(indicator);
  if (indicator.kind === 'P') {
    const part = indicator.numerator === null ? null : addressOf(indicator.numerator);
    const whole = indicator.denominator === null ? null : addressOf(indicator.denominator);
    if (part === null || whole === null) return { kind: 'text', text: 'tự tính' };
    const formula = `IF(AND(ISNUMBER(${part}),ISNUMBER(${whole})),IF(${whole}>0,ROUND(${part}/${whole}*100,2),""),"")`;
    return { kind: 'formula', formula, value: '', format };
  }
  const parts = indicator.rateOf.map(addressOf).filter((address) => address !== null);
  if (parts.length === 0) return { kind: 'text', text: 'tự tính' };
  const days = daysBetween(input.period.from, input.period.to) + 1;
  const list = parts.join(',');
  return {
    kind: 'formula',
    formula: `IF(COUNT(${list})=0,"",ROUND(SUM(${list})/(${days}/7),2))`,
    value: '',
    format,
  };
}

function validationOf(indicator: Indicator): CellValidation {
  const where = `${indicator.id} (${indicator.name})`;
  if (indicator.kind === 'B')
    return {
      kind: 'list',
      values: ['Có', 'Không'],
      message: `Chỉ tiêu ${where}: chọn Có hoặc Không.`,
    };
  if (indicator.kind === 'T')
    return { kind: 'text', maximumLength: 500, message: `Chỉ tiêu ${where}: ghi không quá 500 ký tự.` };
  const { minimum, maximum } = indicator;
  const range =
    maximum === null
      ? `từ ${formatNumber(minimum ?? 0)} trở lên`
      : `từ ${formatNumber(minimum ?? 0)} đến ${formatNumber(maximum)}`;
  return {
    kind: indicator.integer ? 'integer' : 'decimal',
    minimum: minimum ?? null,
    maximum: maximum ?? LARGEST_FIGURE,
    message: `Chỉ tiêu ${where}: nhập ${indicator.integer ? 'số nguyên' : 'số'} ${range}, không ghi chữ.`,
  };
}

/** Last period's figure, as a word for yes/no. */
function shown(indicator: Indicator, value: number | undefined, format: string): CellValue {
  if (value !== undefined && indicator.kind === 'B')
    return { kind: 'text', text: value > 0 ? 'Có' : 'Không' };
  return numberOrEmpty(value, format);
}

/** Our own remark, locked: what the cell must not exceed, what the target is. */
function remarkText(indicator: Indicator): string {
  if (indicator.notAbove !== null) return `Không lớn hơn ${indicator.notAbove}`;
  if (indicator.target)
    return `Mục tiêu ${targetText(indicator.target.operator, indicator.target.value, indicator.unit)}`;
  return isComputed(indicator) ? 'Tự tính, không nhập' : '';
}

/** The remark; where a limit stands in the same form, a formula that speaks up when it is broken. */
function remark(indicator: Indicator, addressOf: (code: string) => string | null): CellValue {
  const text = remarkText(indicator);
  const limit = indicator.notAbove;
  const own = addressOf(indicator.id);
  const other = limit === null ? null : addressOf(limit);
  if (limit === null || own === null || other === null) return { kind: 'text', text };
  return {
    kind: 'formula',
    formula: `IF(AND(ISNUMBER(${own}),ISNUMBER(${other})),IF(${own}>${other},"SAI: lớn hơn ${limit}","${text}"),"${text}")`,
    value: text,
  };
}
