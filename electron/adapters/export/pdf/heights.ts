/**
 * How high blocks become, before they are drawn. pdfmake keeps only the first page of a piece that is not to be split
 * and says nothing of the rest, so nothing is handed to it as such a piece unless it is sure to fit: every height here
 * is an upper one.
 */
import type {
  BlockModel,
  ChartBlock,
  ColumnsModel,
  ParagraphModel,
  TableModel,
} from '../../../../shared/documents/page-model';
import { linesIn } from '../../../../shared/documents/text-width';
import { chartCaption } from '../chart-caption';
import { tableGrid, type GridCell } from '../table-grid';
import type { FontMetrics } from './fonts';

export const POINTS_PER_MM = 72 / 25.4;
export const RULE_WIDTH = 0.75;
export const TABLE_LINE = 0.5;

/** Room around the text of a cell, points. */
const CELL_ROOM = { side: 3, top: 2 } as const;
/** The same in a table that is `tight`. */
const TIGHT_CELL_ROOM = { side: 1, top: 0.3 } as const;

export interface Space {
  /** Points. */
  readonly width: number;
  readonly pageHeight: number;
  readonly metrics: FontMetrics;
}

/** A text is reckoned this much wider than it is: lines are broken by rules that differ in small things. */
const WIDER = 1.04;
/** So much of a page may be one piece; the rest is left for what the reckoning does not know. */
const WHOLE_SHARE = 0.9;
/** Table rows are kept whole unless one would take more than this share of a page. */
const WHOLE_ROW_SHARE = 0.5;
/** A chart is never higher than this share of a page: its caption and what follows need the rest. */
const CHART_SHARE = 0.75;
/** Head rows higher than this share of a page are not repeated: with a whole row under them they must fit one page. */
const REPEATED_SHARE = 0.35;
/** A table no higher than this share of a page is never parted: less is left blank than a reader would lose. */
const SHORT_TABLE_SHARE = 0.25;

/** Whether a piece so high can be kept from being split. */
export function fitsPage(height: number, { pageHeight }: Space): boolean {
  return height <= pageHeight * WHOLE_SHARE;
}

export function cellRoom(table: Pick<TableModel, 'tight'>): { readonly side: number; readonly top: number } {
  return table.tight === true ? TIGHT_CELL_ROOM : CELL_ROOM;
}

/** Points that the text of each column has. */
export function columnWidths(table: TableModel, width: number): number[] {
  const shares = table.widths.reduce((sum, share) => sum + share, 0);
  const count = table.widths.length;
  const free = width - count * 2 * cellRoom(table).side - (count + 1) * TABLE_LINE;
  return table.widths.map((share) => Math.max(1, (free * share) / shares));
}

/** The space that each of several blocks side by side has. */
export function columnSpaces(model: ColumnsModel, space: Space): readonly Space[] {
  const shares = model.columns.reduce((sum, column) => sum + column.share, 0);
  return model.columns.map(({ share }) => ({ ...space, width: (space.width * share) / shares }));
}

export function blocksHeight(blocks: readonly BlockModel[], space: Space): number {
  return blocks.reduce((sum, block) => sum + blockHeight(block, space), 0);
}

function blockHeight(block: BlockModel, space: Space): number {
  switch (block.kind) {
    case 'paragraph':
      return paragraphHeight(block, space);
    case 'rule':
      return (block.spaceBefore ?? 0) + RULE_WIDTH + (block.spaceAfter ?? 0);
    case 'columns':
      return columnsHeight(block, space);
    case 'table':
      return rowHeights(block, space).reduce((sum, height) => sum + height, TABLE_LINE);
    case 'chart':
      return chartHeight(block, space);
    case 'space':
      return block.height + 1;
  }
}

export function columnsHeight(model: ColumnsModel, space: Space): number {
  const spaces = columnSpaces(model, space);
  return Math.max(
    0,
    ...model.columns.map(({ blocks }, index) => blocksHeight(blocks, spaces[index] ?? space)),
  );
}

/** A chart is never wider than its column, nor higher than its share of a page. */
export function chartWidth({ chart }: ChartBlock, { width, pageHeight }: Space): number {
  return Math.min(chart.width, width, (chart.width / chart.height) * pageHeight * CHART_SHARE);
}

export function chartHeight(block: ChartBlock, space: Space): number {
  const drawn = (chartWidth(block, space) / block.chart.width) * block.chart.height;
  return paragraphHeight(chartCaption(block), space) + drawn;
}

function linesOf(text: string, size: number, width: number, bold: boolean): number {
  const room = Math.max(1, width / POINTS_PER_MM / WIDER);
  return text
    .replaceAll('\t', '    ')
    .split('\n')
    .reduce((sum, line) => sum + linesIn(line, size, room, { bold }), 0);
}

export function paragraphHeight(paragraph: ParagraphModel, { width, metrics }: Space): number {
  const { runs, leftIndent = 0, rightIndent = 0, firstLineIndent = 0 } = paragraph;
  const text = runs.map((run) => run.text).join('');
  const size = Math.max(paragraph.size, ...runs.map((run) => run.size ?? 0));
  const bold = runs.some((run) => run.bold);
  const indent = (leftIndent + rightIndent) * POINTS_PER_MM;
  // The first line's indent is room that words would take.
  const lines = linesOf(text, size, width - indent, bold) + (firstLineIndent > 0 ? 1 : 0);
  const line = paragraph.line ?? metrics.single * size;
  return (paragraph.spaceBefore ?? 0) + lines * line + (paragraph.spaceAfter ?? 0);
}

function cellHeight(
  { cell, column, columnSpan }: GridCell,
  table: TableModel,
  widths: readonly number[],
  { metrics }: Space,
): number {
  const between = (columnSpan - 1) * (2 * cellRoom(table).side + TABLE_LINE);
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, between);
  const runs = cell.runs ?? [];
  const size = Math.max(table.size, ...runs.map((run) => run.size ?? 0));
  const bold = cell.bold === true || runs.some((run) => run.bold);
  return linesOf(cell.text, size, width, bold) * size * metrics.height;
}

/** Each row's height; a cell over several rows counts in each with its part. */
function rowHeights(table: TableModel, space: Space): readonly number[] {
  const widths = columnWidths(table, space.width);
  return tableGrid(table).map((cells) => {
    const heights = cells.map((cell) => cellHeight(cell, table, widths, space) / cell.rowSpan);
    return Math.max(0, ...heights) + 2 * cellRoom(table).top + TABLE_LINE;
  });
}

/** The head rows and the first row under them. */
export function tableStartHeight(table: TableModel, space: Space): number {
  return sumTo(rowHeights(table, space), table.headRows + Math.max(1, wholeRows(table, space).withHead));
}

function sumTo(heights: readonly number[], end: number): number {
  return heights.slice(0, end).reduce((sum, height) => sum + height, 0);
}

/** What of a table can be kept whole. */
export interface WholeRows {
  /** Head rows that are repeated on each page: all, or none where they would leave no room under them. */
  readonly headRows: number;
  /** How many rows under the head stay with it: all of a short table. */
  readonly withHead: number;
  /** No row is split. */
  readonly rows: boolean;
}

export function wholeRows(table: TableModel, space: Space): WholeRows {
  const heights = rowHeights(table, space);
  const widths = columnWidths(table, space.width);
  const cells = tableGrid(table).flat();
  const tallest = Math.max(0, ...cells.map((cell) => cellHeight(cell, table, widths, space)));
  const repeated = sumTo(heights, table.headRows) < space.pageHeight * REPEATED_SHARE;
  const under = table.rows.length - table.headRows;
  const short = sumTo(heights, heights.length) <= space.pageHeight * SHORT_TABLE_SHARE;
  const followed = under > 0 && fitsPage(sumTo(heights, table.headRows + 1), space);
  return {
    headRows: repeated ? table.headRows : 0,
    withHead: !repeated || !followed ? 0 : short ? under : 1,
    rows: tallest < space.pageHeight * WHOLE_ROW_SHARE,
  };
}
