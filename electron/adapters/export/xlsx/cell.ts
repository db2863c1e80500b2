/** One cell of a model into an ExcelJS cell. */
import type ExcelJS from 'exceljs';
import type {
  CellModel,
  CellStyle,
  CellValidation,
  CellValue,
} from '../../../../shared/documents/sheet-model';
import { partsOf } from '../../../../shared/date/plain-date';
import { printable } from '../printable';

const FONT_NAME = 'Times New Roman';
const DEFAULT_SIZE = 12;
const DATE_FORMAT = 'dd/mm/yyyy';
const TEXT_FORMAT = '@';
/** Excel's own limit; a longer cell makes it call the workbook damaged. */
const MAX_TEXT = 32_767;
const CUT_MARK = ' … (đã cắt bớt: ô Excel chỉ chứa 32.767 ký tự)';
/** A text that begins so becomes a formula when a person edits the cell or saves it as CSV, unless it is marked as text. */
const FORMULA_LOOKALIKE = /^[=+\-@\t]/;
/** Other workbooks, DDE and functions that reach outside have no place in a workbook of ours. */
const OUTSIDE_FORMULA = /[[\]|]|\b(?:WEBSERVICE|HYPERLINK|RTD|DDE|CALL|REGISTER|FILTERXML|IMPORTDATA)\b/i;

/** Looks of cells by what they are made of, one object each: ExcelJS knows an object that it has seen. */
export type CellStyles = (style: CellStyle, format: string | null) => Partial<ExcelJS.Style>;

/** For one workbook. Tens of thousands of cells share a dozen looks. */
export function createCellStyles(): CellStyles {
  const known = new Map<string, Partial<ExcelJS.Style>>();
  return (style, format) => {
    const key = JSON.stringify([style, format]);
    const found = known.get(key) ?? drawStyle(style, format);
    known.set(key, found);
    return found;
  };
}

export function fillCell(cell: ExcelJS.Cell, model: CellModel, styles: CellStyles): void {
  setValue(cell, model.value);
  const { asText = false, ...style } = model.style ?? {};
  cell.style = styles(style, formatOf(model.value) ?? (asText ? TEXT_FORMAT : null));
  if (model.validation) cell.dataValidation = validation(model.validation);
  if (model.note !== undefined) cell.note = printable(model.note);
}

function formatOf(value: CellValue): string | null {
  switch (value.kind) {
    case 'text':
      return FORMULA_LOOKALIKE.test(cellText(value.text)) ? TEXT_FORMAT : null;
    case 'date':
      return DATE_FORMAT;
    case 'number':
    case 'formula':
      return value.format ?? null;
    case 'empty':
      return null;
  }
}

function setValue(cell: ExcelJS.Cell, value: CellValue): void {
  switch (value.kind) {
    case 'text':
      cell.value = cellText(value.text);
      return;
    case 'number':
      if (!Number.isFinite(value.value)) throw new RangeError(`not a number for a cell: ${value.value}`);
      cell.value = value.value;
      return;
    case 'date': {
      const { year, month, day } = partsOf(value.date);
      // UTC: ExcelJS stores a local date a day early east of Greenwich.
      cell.value = new Date(Date.UTC(year, month - 1, day));
      return;
    }
    case 'formula':
      if (OUTSIDE_FORMULA.test(value.formula)) throw new Error(`formula not allowed: ${value.formula}`);
      cell.value = {
        formula: value.formula,
        result: typeof value.value === 'string' ? cellText(value.value) : value.value,
        date1904: false,
      };
      return;
    case 'empty':
      return;
  }
}

function cellText(text: string): string {
  const clean = printable(text);
  return clean.length <= MAX_TEXT ? clean : `${clean.slice(0, MAX_TEXT - CUT_MARK.length)}${CUT_MARK}`;
}

const THIN: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF000000' } };

function drawStyle(style: CellStyle, format: string | null): Partial<ExcelJS.Style> {
  return {
    ...(format === null ? {} : { numFmt: format }),
    font: {
      name: FONT_NAME,
      family: 1,
      size: style.size ?? DEFAULT_SIZE,
      ...(style.bold ? { bold: true } : {}),
      ...(style.italic ? { italic: true } : {}),
      ...(style.underline ? { underline: true } : {}),
      ...(style.color === undefined ? {} : { color: { argb: argb(style.color) } }),
    },
    alignment: {
      vertical: style.vertical ?? 'middle',
      ...(style.align ? { horizontal: style.align } : {}),
      ...(style.wrap ? { wrapText: true } : {}),
      ...(style.indent === undefined ? {} : { indent: style.indent }),
    },
    ...(style.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(style.fill) } } }),
    ...(style.border ? { border: { top: THIN, left: THIN, bottom: THIN, right: THIN } } : {}),
    ...(style.unlocked ? { protection: { locked: false } } : {}),
  };
}

/** "#1F4E79", "1F4E79" or "FF1F4E79" → ARGB. */
export function argb(color: string): string {
  const hex = color.replace(/^#/, '').toUpperCase();
  return hex.length === 6 ? `FF${hex}` : hex;
}

function validation(model: CellValidation): ExcelJS.DataValidation {
  const common = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Giá trị không hợp lệ',
    error: printable(model.message).slice(0, 225),
  } as const;
  switch (model.kind) {
    case 'integer':
    case 'decimal':
      return { ...common, type: model.kind === 'integer' ? 'whole' : 'decimal', ...bounds(model) };
    case 'list':
      return { ...common, type: 'list', formulae: [listSource(model.values)] };
    case 'text':
      return { ...common, type: 'textLength', operator: 'lessThanOrEqual', formulae: [model.maximumLength] };
  }
}

const LARGEST = 999_999_999_999;

function bounds(model: { readonly minimum: number | null; readonly maximum: number | null }): {
  operator: ExcelJS.DataValidationOperator;
  formulae: number[];
} {
  if (model.maximum === null && model.minimum !== null)
    return { operator: 'greaterThanOrEqual', formulae: [model.minimum] };
  if (model.minimum === null && model.maximum !== null)
    return { operator: 'lessThanOrEqual', formulae: [model.maximum] };
  return { operator: 'between', formulae: [model.minimum ?? -LARGEST, model.maximum ?? LARGEST] };
}

/** A list written into the rule itself: Excel allows 255 characters and parts values at commas. */
function listSource(values: readonly string[]): string {
  const source = values.map((value) => printable(value)).join(',');
  if (source.length > 255 || values.some((value) => value.includes(',') || value.includes('"')))
    throw new Error(`list too long or with a comma: ${source.slice(0, 60)}`);
  return `"${source}"`;
}
