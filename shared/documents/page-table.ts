/** Pages that are lists: a small head, a table that repeats its headings, a foot. */
import type { BlockModel, ParagraphModel, TableCellModel, TableModel } from './page-model';

type Align = NonNullable<TableCellModel['align']>;

export interface ListColumn {
  readonly title: string;
  /** Share of the width; shares are normalised. */
  readonly width: number;
  readonly align?: Align;
}

/** Shares that add up to 1, three decimals. */
export function shares(widths: readonly number[]): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.round((width / total) * 1000) / 1000);
}

export function listTable(
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
  size = 11,
): TableModel {
  return {
    kind: 'table',
    widths: shares(columns.map((column) => column.width)),
    headRows: 1,
    size,
    rows: [
      columns.map(({ title }): TableCellModel => ({ text: title, bold: true, align: 'center' })),
      ...rows.map((row) =>
        columns.map((column, index): TableCellModel => ({
          text: row[index] ?? '',
          align: column.align ?? 'left',
        })),
      ),
    ],
  };
}

export interface LineStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** One paragraph in one style. */
export function plainLine(
  text: string,
  align: ParagraphModel['align'],
  style: LineStyle,
  extra: Partial<Omit<ParagraphModel, 'kind' | 'runs' | 'align' | 'size'>> = {},
): ParagraphModel {
  return {
    kind: 'paragraph',
    runs: [{ text, ...(style.bold && { bold: true }), ...(style.italic && { italic: true }) }],
    align,
    size: style.size,
    line: null,
    ...extra,
  };
}

/** Superior body over the body itself, left; nothing on the right. */
export function bodyHead(office: { readonly parentBody: string; readonly issuingBody: string }): BlockModel {
  return {
    kind: 'columns',
    columns: [
      {
        share: 0.45,
        blocks: [
          plainLine(office.parentBody.toUpperCase(), 'center', { size: 12 }),
          plainLine(office.issuingBody.toUpperCase(), 'center', { size: 12, bold: true }),
        ],
      },
      { share: 0.55, blocks: [] },
    ],
  };
}
