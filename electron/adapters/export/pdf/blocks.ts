/** Blocks of a page model as pdfmake content. Lengths come in mm and go out in points. */
import type { Content, ContentText, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type {
  BlockModel,
  ChartBlock,
  ColumnsModel,
  ParagraphModel,
  RuleModel,
  RunModel,
  TableModel,
} from '../../../../shared/documents/page-model';
import { chartSvg } from '../../../../shared/documents/charts/chart-svg';
import { textWidth } from '../../../../shared/documents/text-width';
import { printable } from '../printable';
import type { GridCell } from '../table-grid';
import { tableGrid } from '../table-grid';
import type { FontMetrics } from './fonts';

export const POINTS_PER_MM = 72 / 25.4;
export const FONT = 'Times New Roman';
const RULE_WIDTH = 0.75;
const TABLE_LINE = 0.5;
const CELL_SIDE = 3;
const CELL_TOP = 2;
/** The same in a table that is `tight`. */
const TIGHT_CELL_SIDE = 1;
const TIGHT_CELL_TOP = 0.3;
/** Table rows are kept whole unless one would take more than this share of a page. */
const WHOLE_ROW_SHARE = 0.5;

export interface Space {
  /** Points. */
  readonly width: number;
  readonly pageHeight: number;
  readonly metrics: FontMetrics;
}

/** `width` is that of the column the blocks stand in. */
export function drawBlocks(blocks: readonly BlockModel[], space: Space): Content[] {
  const drawn: Content[] = [];
  let position = 0;
  for (let block = blocks[position]; block; block = blocks[position]) {
    const chain = keptParagraphs(blocks, position);
    const next = blocks[position + chain.length];
    if (chain.length > 0 && next?.kind === 'columns' && next.keepTogether) {
      // pdfmake keeps such a block in one piece but tells nobody its page: the chain becomes a part of the piece.
      const piece = [
        ...chain.map((paragraph) => drawParagraph(paragraph, space, null)),
        drawColumns(next, space),
      ];
      drawn.push({ stack: piece, unbreakable: true });
      position += chain.length + 1;
    } else if (chain.length > 0) {
      chain.forEach((paragraph, index) => {
        const rest = chain.slice(index).reduce((sum, one) => sum + paragraphHeight(one, space), 0);
        const reserve = next?.kind === 'table' ? rest + tableStartHeight(next, space) : 0;
        drawn.push(drawParagraph(paragraph, space, reserve));
      });
      position += chain.length;
    } else {
      drawn.push(drawBlock(block, space));
      position += 1;
    }
  }
  return drawn;
}

/** The paragraphs from `start` on that are to stay with what follows. */
function keptParagraphs(blocks: readonly BlockModel[], start: number): readonly ParagraphModel[] {
  const kept: ParagraphModel[] = [];
  for (let block = blocks[start]; block; block = blocks[start + kept.length]) {
    if (block.kind !== 'paragraph' || !block.keepWithNext) break;
    kept.push(block);
  }
  return kept;
}

/**
 * What pdfmake hands to `pageBreakBefore` of a paragraph that must not end a page: its `headlineLevel`. Above 1, the
 * rest is the room in points that the paragraph and the start of the table under it take.
 */
export function keepLevel(reserve: number): number {
  return 1 + reserve;
}

/** A paragraph of running text, as `pageBreakBefore` needs it to keep its lines from standing alone. */
export interface RunningText {
  readonly lines: number;
  /** Points from one line to the next. */
  readonly line: number;
}

/** The only thing pdfmake hands on for a node is its `headlineLevel`: running text is a negative one. */
function runningLevel({ lines, line }: RunningText): number {
  return -(lines + line / 1000);
}

/** What `runningLevel` said; null for a heading or a node without a level. */
export function runningTextOf(level: number | undefined): RunningText | null {
  if (level === undefined || level >= 0) return null;
  const lines = Math.floor(-level);
  return { lines, line: (-level - lines) * 1000 };
}

function drawBlock(block: BlockModel, space: Space): Content {
  switch (block.kind) {
    case 'paragraph':
      return drawParagraph(block, space, null);
    case 'rule':
      return drawRule(block, space);
    case 'columns':
      return drawColumns(block, space);
    case 'table':
      return drawTable(block, space);
    case 'chart':
      return drawChart(block, space);
    case 'space':
      return { text: '', fontSize: 1, lineHeight: 0.01, margin: [0, 0, 0, block.height] };
  }
}

/** `reserve` marks a paragraph that must not end a page; null = any other. */
function drawParagraph(paragraph: ParagraphModel, space: Space, reserve: number | null): Content {
  const { metrics } = space;
  const before = paragraph.spaceBefore ?? 0;
  const after = paragraph.spaceAfter ?? 0;
  const left = (paragraph.leftIndent ?? 0) * POINTS_PER_MM;
  const indent = (paragraph.firstLineIndent ?? 0) * POINTS_PER_MM;
  const runs = paragraph.runs.filter((run) => run.text !== '');
  // An empty paragraph is still a line high.
  const shown: readonly RunModel[] = runs.length > 0 ? runs : [{ text: '\u00a0' }];
  const node: ContentText = {
    text: shown.flatMap((run) => drawRun(run, paragraph, metrics)),
    alignment: paragraph.align,
    fontSize: paragraph.size,
    margin: [left, before, 0, after],
    ...(indent === 0 ? {} : { leadingIndent: indent }),
    ...headlineLevel(paragraph, space, reserve),
  };
  return node;
}

function headlineLevel(paragraph: ParagraphModel, space: Space, reserve: number | null) {
  if (reserve !== null) return { headlineLevel: keepLevel(reserve) };
  if (paragraph.align !== 'justify') return {};
  const text = paragraph.runs.map((run) => run.text).join('');
  const indent = (paragraph.firstLineIndent ?? 0) * POINTS_PER_MM;
  const width = space.width - (paragraph.leftIndent ?? 0) * POINTS_PER_MM;
  const line = paragraph.line ?? space.metrics.single * paragraph.size;
  const lines = wrappedLines(text, paragraph.size, width, indent);
  return lines < 2 ? {} : { headlineLevel: runningLevel({ lines, line }) };
}

/** How many lines a text takes, filled as pdfmake fills them. */
function wrappedLines(text: string, size: number, width: number, indent: number): number {
  const space = textWidth(' ', size) * POINTS_PER_MM;
  let lines = 1;
  let used = indent;
  for (const word of text.split(/[ \n]+/)) {
    const wide = textWidth(word, size) * POINTS_PER_MM;
    if (used + wide > width && used > 0) {
      lines += 1;
      used = 0;
    }
    used += wide + space;
  }
  return lines;
}

function drawRun(run: RunModel, paragraph: ParagraphModel, metrics: FontMetrics): ContentText[] {
  const size = run.size ?? paragraph.size;
  const line = paragraph.line ?? null;
  const style = {
    fontSize: size,
    // pdfmake multiplies ascender − descender; the exact height in points is that factor turned round.
    lineHeight: line === null ? metrics.single / metrics.height : line / (metrics.height * size),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { decoration: 'underline' as const } : {}),
  };
  return unbrokenWords(drawable(run.text, metrics)).map(({ text, whole }) =>
    whole ? { text, noWrap: true, ...style } : { text, ...style },
  );
}

/** A longer word (an address of the web) may be broken: it could be wider than the line. */
const LONGEST_UNBROKEN = 30;

/**
 * pdfmake breaks "27-NQ/TU" after "-" and "/", and in justified lines widens those places as it widens spaces. Such
 * words are handed over one by one, as whole.
 */
export function unbrokenWords(text: string): readonly { readonly text: string; readonly whole: boolean }[] {
  const pieces: { text: string; whole: boolean }[] = [];
  for (const [piece] of text.matchAll(/\n|[^ \n]+ *| +/g)) {
    const word = piece.trimEnd();
    const whole = word.length <= LONGEST_UNBROKEN && /[^\p{L}\p{N}\s]\S/u.test(word);
    const last = pieces.at(-1);
    if (!whole && last && !last.whole) last.text += piece;
    else pieces.push({ text: piece, whole });
  }
  return pieces;
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

/** Vector, not a picture: lines and letters stay sharp, and the letters are text. */
function drawChart({ caption, captionSize, chart }: ChartBlock, space: Space): Content {
  const drawn: ParagraphModel = {
    kind: 'paragraph',
    runs: [{ text: caption, bold: true }],
    align: 'left',
    size: captionSize,
    spaceBefore: 10,
    spaceAfter: 4,
    line: null,
  };
  return {
    stack: [
      drawParagraph(drawn, space, null),
      {
        svg: chartSvg(chart, (text) => drawable(text, space.metrics)),
        width: Math.min(chart.width, space.width),
        alignment: 'center',
      },
    ],
    unbreakable: true,
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

interface CellRoom {
  readonly side: number;
  readonly top: number;
}

function cellRoom(table: Pick<TableModel, 'tight'>): CellRoom {
  return table.tight === true
    ? { side: TIGHT_CELL_SIDE, top: TIGHT_CELL_TOP }
    : { side: CELL_SIDE, top: CELL_TOP };
}

function tableLayout({ side, top }: CellRoom): CustomTableLayout {
  return {
    hLineWidth: () => TABLE_LINE,
    vLineWidth: () => TABLE_LINE,
    paddingLeft: () => side,
    paddingRight: () => side,
    paddingTop: () => top,
    paddingBottom: () => top,
  };
}

function drawTable(table: TableModel, space: Space): Content {
  const widths = columnWidths(table, space.width);
  const grid = tableGrid(table);
  const body = grid.map(() => new Array<TableCell>(widths.length).fill({}));
  for (const { cell, row, column, columnSpan, rowSpan } of grid.flat()) {
    const line = body[row];
    if (!line) continue;
    line[column] = {
      text: cell.runs ? cellRuns(cell.runs, table.size, space.metrics) : drawable(cell.text, space.metrics),
      bold: cell.bold ?? false,
      italics: cell.italic ?? false,
      alignment: cell.align ?? 'left',
      // pdfmake reckons the middle of a spanned cell from its last row alone.
      verticalAlignment: rowSpan > 1 ? 'top' : 'middle',
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
    layout: tableLayout(cellRoom(table)),
    fontSize: table.size,
  };
}

function cellRuns(runs: readonly RunModel[], size: number, metrics: FontMetrics): ContentText[] {
  return runs.map((run) => ({
    text: drawable(run.text, metrics),
    fontSize: run.size ?? size,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
  }));
}

function columnWidths(table: TableModel, width: number): number[] {
  const shares = table.widths.reduce((sum, share) => sum + share, 0);
  const count = table.widths.length;
  const free = width - count * 2 * cellRoom(table).side - (count + 1) * TABLE_LINE;
  return table.widths.map((share) => Math.max(1, (free * share) / shares));
}

/** A rough upper guess: letters of this face are about half as wide as they are high. */
function countLines(text: string, size: number, width: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * size * 0.6) / width)), 0);
}

function estimateHeight(
  { cell, column, columnSpan }: Pick<GridCell, 'cell' | 'column' | 'columnSpan'>,
  widths: readonly number[],
  size: number,
  { metrics }: Space,
): number {
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const largest = Math.max(size, ...(cell.runs ?? []).map((run) => run.size ?? size));
  return countLines(cell.text, largest, width) * largest * metrics.height;
}

function paragraphHeight(paragraph: ParagraphModel, { width, metrics }: Space): number {
  const text = paragraph.runs.map((run) => run.text).join('');
  const lines = countLines(text, paragraph.size, width);
  const line = paragraph.line ?? metrics.single * paragraph.size;
  return (paragraph.spaceBefore ?? 0) + lines * line + (paragraph.spaceAfter ?? 0);
}

/** The head rows and the first row under them, which pdfmake keeps together. */
function tableStartHeight(table: TableModel, space: Space): number {
  const widths = columnWidths(table, space.width);
  return tableGrid(table)
    .slice(0, table.headRows + 1)
    .reduce((sum, cells) => {
      const heights = cells.map((cell) => estimateHeight(cell, widths, table.size, space) / cell.rowSpan);
      return sum + Math.max(0, ...heights) + 2 * cellRoom(table).top + TABLE_LINE;
    }, 0);
}
