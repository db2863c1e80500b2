/** A workbook as plain data: what golden tests check and the SpreadsheetWriter draws. */
import type { ChartModel } from './charts/chart-model';

export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format?: string }
  | { readonly kind: 'date'; readonly date: string }
  /** `formula` without "="; only our own models make formulas. `value` is the stored result. */
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly value: number | string;
      readonly format?: string;
    }
  | { readonly kind: 'empty' };

export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly border?: boolean;
  /** An input cell in a protected sheet. */
  readonly unlocked?: boolean;
  readonly indent?: number;
  /** What is typed into it stays as typed: a telephone keeps its leading 0. */
  readonly asText?: boolean;
}

/** Check on entry for an input cell. */
export type CellValidation =
  | {
      readonly kind: 'integer' | 'decimal';
      readonly minimum: number | null;
      readonly maximum: number | null;
      readonly message: string;
    }
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly message: string }
  | { readonly kind: 'text'; readonly maximumLength: number; readonly message: string };

export interface CellModel {
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly style?: CellStyle;
  /** Workbook-level defined name of the cell, e.g. `ct_HN01`, `tong_HN02`. */
  readonly name?: string;
  readonly validation?: CellValidation;
  readonly note?: string;
}

/** A look that cells of a range take while they hold such a value. */
export interface CellMark {
  /** "E6:E40" */
  readonly range: string;
  readonly when: { readonly text: string } | { readonly below: number };
  readonly color: string;
  readonly fill: string;
}

export interface SheetModel {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Widths in characters, from column 1. */
  readonly columns: readonly number[];
  readonly rowHeights?: Readonly<Record<number, number>>;
  readonly cells: readonly CellModel[];
  /** "A1:D1" */
  readonly merges?: readonly string[];
  /** Rows and columns that stay when scrolling. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly protect?: boolean;
  readonly autoFilter?: string;
  readonly print?: {
    readonly orientation: 'portrait' | 'landscape';
    readonly fitToWidth: boolean;
    /** Pages side by side that the width is fitted to; 1 when absent. */
    readonly pagesWide?: number;
    /** "1:3" rows repeated on each page. */
    readonly titleRows?: string;
    /** "A:B" columns repeated on each page. */
    readonly titleColumns?: string;
    readonly area?: string;
    readonly footer?: string;
    /** Rows that end a page; programs heed them only where `fitToWidth` is off. */
    readonly breaksAfter?: readonly number[];
  };
  /** Charts, drawn as pictures at their own size; the upper left corner stands in the cell. */
  readonly pictures?: readonly {
    readonly chart: ChartModel;
    readonly row: number;
    readonly column: number;
  }[];
  /** Rows that fold away: row → level from 1; the row that stays stands above its details. */
  readonly outline?: Readonly<Record<number, number>>;
  /** Marks that follow the cells' values, besides what the cells say in words. */
  readonly marks?: readonly CellMark[];
}

export interface WorkbookModel {
  readonly title: string;
  readonly creator: string;
  /** ISO instant written as created and modified. */
  readonly createdAt: string;
  readonly sheets: readonly SheetModel[];
}

export function textCell(row: number, column: number, text: string, style?: CellStyle): CellModel {
  return style
    ? { row, column, value: { kind: 'text', text }, style }
    : { row, column, value: { kind: 'text', text } };
}

/** 1 → "A", 27 → "AA". */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    const index = (rest - 1) % 26;
    letters = String.fromCharCode(65 + index) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** (7, 4) → "D7". */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
