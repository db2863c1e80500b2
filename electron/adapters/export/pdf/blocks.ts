/** Blocks of a page model as pdfmake content. Lengths come in mm and go out in points. */
import type { Content, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type {
  BlockModel,
  ColumnsModel,
  ParagraphModel,
  RuleModel,
  RunModel,
  TableModel,
} from '../../../../shared/documents/page-model';
import { printable } from '../printable';
import { tableGrid } from '../table-grid';
import type { FontMetrics } from './fonts';

export const POINTS_PER_MM = 72 / 25.4;
export const FONT = 'Times New Roman';
const RULE_WIDTH = 0.75;
const TABLE_LINE = 0.5;
const CELL_SIDE = 3;
const CELL_TOP = 2;
/** Table rows are kept whole unless one would take more than this share of a page. */
const WHOLE_ROW_SHARE = 0.5;
/** Marks a node that must not end a page; pdfmake hands it to `pageBreakBefore`. */
export const KEEP_WITH_NEXT = 1;

export interface Space {
  /** Points. */
  readonly width: number;
  readonly pageHeight: number;
  readonly metrics: FontMetrics;
}

/** `width` is that of the column the blocks stand in. */
export function drawBlocks(blocks: readonly BlockModel[], space: Space): Content[] {
  return blocks.map((block) => drawBlock(block, space));
}

function drawBlock(block: BlockModel, space: Space): Content {
  switch (block.kind) {
    case 'paragraph':
      return drawParagraph(block, space);
    case 'rule':
      return drawRule(block, space);
    case 'columns':
      return drawColumns(block, space);
    case 'table':
      return drawTable(block, space);
    case 'space':
      return { text: '', fontSize: 1, lineHeight: 0.01, margin: [0, 0, 0, block.height] };
  }
}

function drawParagraph(paragraph: ParagraphModel, { metrics }: Space): Content {
  const before = paragraph.spaceBefore ?? 0;
  const after = paragraph.spaceAfter ?? 0;
  const left = (paragraph.leftIndent ?? 0) * POINTS_PER_MM;
  const indent = (paragraph.firstLineIndent ?? 0) * POINTS_PER_MM;
  const runs = paragraph.runs.filter((run) => run.text !== '');
  // An empty paragraph is still a line high.
  const shown: readonly RunModel[] = runs.length > 0 ? runs : [{ text: '\u00a0' }];
  const node: ContentText = {
    text: shown.map((run) => drawRun(run, paragraph, metrics)),
    alignment: paragraph.align,
    fontSize: paragraph.size,
    margin: [left, before, 0, after],
    ...(indent === 0 ? {} : { leadingIndent: indent }),
    ...(paragraph.keepWithNext ? { headlineLevel: KEEP_WITH_NEXT } : {}),
  };
  return node;
}

function drawRun(run: RunModel, paragraph: ParagraphModel, metrics: FontMetrics): ContentText {
  const size = run.size ?? paragraph.size;
  const line = paragraph.line ?? null;
  return {
    text: drawable(run.text, metrics),
    fontSize: size,
    // pdfmake multiplies ascender − descender; the exact height in points is that factor turned round.
    lineHeight: line === null ? metrics.single / metrics.height : line / (metrics.height * size),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { decoration: 'underline' as const } : {}),
  };
}

/** PDF/A forbids drawing a character that the font lacks (emoji from a chat): "□" stands for it. */
export function drawable(text: string, metrics: FontMetrics): string {
  const substitute = metrics.covers(0x25a1) ? '□' : '?';
  return printable(text)
    .replaceAll('\t', '    ')
    .replace(/[^\n]/gu, (character) =>
      metrics.covers(character.codePointAt(0) ?? 0) ? character : substitute,
    );
}

function drawRule(rule: RuleModel, space: Space): Content {
  const length = Math.min(rule.length * POINTS_PER_MM, space.width);
  const free = space.width - length;
  const start = rule.align === 'left' ? 0 : rule.align === 'right' ? free : free / 2;
  const y = RULE_WIDTH / 2;
  return {
    canvas: [{ type: 'line', x1: start, y1: y, x2: start + length, y2: y, lineWidth: RULE_WIDTH }],
    margin: [0, rule.spaceBefore ?? 0, 0, rule.spaceAfter ?? 0],
  };
}

function drawColumns(model: ColumnsModel, space: Space): Content {
  const shares = model.columns.reduce((sum, column) => sum + column.share, 0);
  return {
    columns: model.columns.map((column) => {
      const width = (space.width * column.share) / shares;
      return { width, stack: drawBlocks(column.blocks, { ...space, width }) };
    }),
    columnGap: 0,
    ...(model.keepTogether ? { unbreakable: true } : {}),
  };
}

const TABLE_LAYOUT: CustomTableLayout = {
  hLineWidth: () => TABLE_LINE,
  vLineWidth: () => TABLE_LINE,
  paddingLeft: () => CELL_SIDE,
  paddingRight: () => CELL_SIDE,
  paddingTop: () => CELL_TOP,
  paddingBottom: () => CELL_TOP,
};

function drawTable(table: TableModel, space: Space): Content {
  const widths = columnWidths(table, space.width);
  const grid = tableGrid(table);
  const body = grid.map(() => new Array<TableCell>(widths.length).fill({}));
  for (const { cell, row, column, columnSpan, rowSpan } of grid.flat()) {
    const line = body[row];
    if (!line) continue;
    line[column] = {
      text: drawable(cell.text, space.metrics),
      bold: cell.bold ?? false,
      italics: cell.italic ?? false,
      alignment: cell.align ?? 'left',
      verticalAlignment: 'middle',
      ...(columnSpan > 1 ? { colSpan: columnSpan } : {}),
      ...(rowSpan > 1 ? { rowSpan } : {}),
      ...(cell.fill === undefined ? {} : { fillColor: `#${cell.fill.replace(/^#/, '').slice(-6)}` }),
    };
  }
  const tallest = Math.max(0, ...grid.flat().map((cell) => estimateHeight(cell, widths, table.size, space)));
  return {
    table: {
      widths,
      body,
      headerRows: table.headRows,
      keepWithHeaderRows: table.rows.length > table.headRows ? 1 : 0,
      dontBreakRows: tallest < space.pageHeight * WHOLE_ROW_SHARE,
    },
    layout: TABLE_LAYOUT,
    fontSize: table.size,
  };
}

function columnWidths(table: TableModel, width: number): number[] {
  const shares = table.widths.reduce((sum, share) => sum + share, 0);
  const count = table.widths.length;
  const free = width - count * 2 * CELL_SIDE - (count + 1) * TABLE_LINE;
  return table.widths.map((share) => Math.max(1, (free * share) / shares));
}

/** A rough upper guess: letters of this face are about half as wide as they are high. */
function estimateHeight(
  { cell, column, columnSpan }: { cell: { text: string }; column: number; columnSpan: number },
  widths: readonly number[],
  size: number,
  { metrics }: Space,
): number {
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const lines = cell.text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * size * 0.6) / width)), 0);
  return lines * size * metrics.height;
}
