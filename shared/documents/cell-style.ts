/** The looks that all our sheets share: printed in black, readable on screen and on paper. */
import type { CellModel, CellStyle, CellValue } from './sheet-model';
import { textCell } from './sheet-model';

export const SHEET_TITLE: CellStyle = {
  bold: true,
  size: 14,
  align: 'center',
  vertical: 'middle',
  wrap: true,
};
export const SHEET_SUBTITLE: CellStyle = { italic: true, size: 12, align: 'center', wrap: true };
export const HEAD: CellStyle = {
  bold: true,
  size: 11,
  align: 'center',
  vertical: 'middle',
  wrap: true,
  border: true,
  fill: 'D9E2F3',
};
export const TEXT: CellStyle = { size: 12, vertical: 'middle', wrap: true, border: true };
export const CENTRED: CellStyle = { size: 12, align: 'center', vertical: 'middle', border: true };
export const NUMBER: CellStyle = { size: 12, align: 'right', vertical: 'middle', border: true };
/** Section headings and subtotals. */
export const GROUP_FILL = 'F2F2F2';
export const TOTAL_FILL = 'FFF2CC';
export const INPUT_FILL = 'FFFBE6';

/** "#,##0": Excel and LibreOffice print the separators of the PC's own region ("35.599" in Vietnam). */
const INTEGER_FORMAT = '#,##0';
/** A unit's yes/no stays a number, so that groups add up. */
export const YES_NO_FORMAT = '[=1]"Có";[=0]"Không";#,##0';
export const DECIMAL_FORMAT = '#,##0.00';

export function numberFormat(indicator: { readonly kind: string; readonly integer: boolean }): string {
  return indicator.kind === 'P' || indicator.kind === 'R' || !indicator.integer
    ? DECIMAL_FORMAT
    : INTEGER_FORMAT;
}

export const EMPTY: CellValue = { kind: 'empty' };

export function numberOrEmpty(value: number | null | undefined, format: string): CellValue {
  return value === null || value === undefined ? EMPTY : { kind: 'number', value, format };
}

/** A row of texts in one style, from column 1. */
export function textRow(row: number, texts: readonly string[], style: CellStyle): readonly CellModel[] {
  return texts.map((text, index) => textCell(row, index + 1, text, style));
}

/** Footer of a printed sheet: text on the left, page of pages on the right, in Excel's footer codes. */
export function sheetFooter(left: string): string {
  return `&L&"Times New Roman,Italic"&9${left.replaceAll('&', '&&')}&R&"Times New Roman,Regular"&9Trang &P/&N`;
}
