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
import { chartCaption } from '../chart-caption';
import { printable } from '../printable';
import { tableGrid } from '../table-grid';
import type { FontMetrics } from './fonts';
import {
  cellRoom,
  chartHeight,
  chartWidth,
  columnsHeight,
  columnSpaces,
  columnWidths,
  fitsPage,
  paragraphHeight,
  POINTS_PER_MM,
  RULE_WIDTH,
  TABLE_LINE,
  tableStartHeight,
  wholeRows,
  type Space,
} from './heights';

export const FONT = 'Times New Roman';

/** `width` is that of the column the blocks stand in. */
export function drawBlocks(blocks: readonly BlockModel[], space: Space): Content[] {
  const drawn: Content[] = [];
  let position = 0;
  for (let block = blocks[position]; block; block = blocks[position]) {
    const chain = keptParagraphs(blocks, position);
    const next = blocks[position + chain.length];
    const inPiece = next?.kind === 'columns' ? piecePart(chain, next, space) : [];
    const before = chain.slice(0, chain.length - inPiece.length);
    before.forEach((paragraph, index) => {
      const rest = before.slice(index).reduce((sum, one) => sum + paragraphHeight(one, space), 0);
      // What is longer than a page cannot be moved to where it fits, and what was left out of a piece may be split.
      const kept = inPiece.length === 0 && fitsPage(rest, space);
      drawn.push(drawParagraph(paragraph, space, kept ? keptRoom(rest, next, space) : null));
    });
    position += chain.length;
    if (next?.kind === 'columns' && inPiece.length > 0) {
      // pdfmake keeps such a block in one piece but tells nobody its page: the chain becomes a part of the piece.
      const piece = [
        ...inPiece.map((paragraph) => drawParagraph(paragraph, space, null)),
        drawColumns(next, space),
      ];
      drawn.push({ stack: piece, unbreakable: true });
      position += 1;
    } else if (chain.length === 0) {
      drawn.push(drawBlock(block, space));
      position += 1;
    }
  }
  return drawn;
}

/** The last of the paragraphs that are to stay with a block, as many as can be drawn with it as one piece. */
function piecePart(
  chain: readonly ParagraphModel[],
  next: ColumnsModel,
  space: Space,
): readonly ParagraphModel[] {
  if (!next.keepTogether) return [];
  let height = columnsHeight(next, space);
  let start = chain.length;
  while (start > 0) {
    const above = chain[start - 1];
    if (!above) break;
    height += paragraphHeight(above, space);
    if (!fitsPage(height, space)) break;
    start -= 1;
  }
  return chain.slice(start);
}

/** The room that kept paragraphs need on their page: their own height `rest` and the start of what follows. */
function keptRoom(rest: number, next: BlockModel | undefined, space: Space): number {
  if (next?.kind === 'table') return rest + tableStartHeight(next, space);
  return 0;
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
  const right = (paragraph.rightIndent ?? 0) * POINTS_PER_MM;
  const indent = (paragraph.firstLineIndent ?? 0) * POINTS_PER_MM;
  const runs = paragraph.runs.filter((run) => run.text !== '');
  // An empty paragraph is still a line high.
  const shown: readonly RunModel[] = runs.length > 0 ? runs : [{ text: '\u00a0' }];
  const node: ContentText = {
    text: shown.flatMap((run) => drawRun(run, paragraph, metrics)),
    alignment: paragraph.align,
    fontSize: paragraph.size,
    margin: [left, before, right, after],
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
  const sides = (paragraph.leftIndent ?? 0) + (paragraph.rightIndent ?? 0);
  const width = space.width - sides * POINTS_PER_MM;
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
function drawChart(block: ChartBlock, space: Space): Content {
  return {
    stack: [
      drawParagraph(chartCaption(block), space, null),
      {
        svg: chartSvg(block.chart, (text) => drawable(text, space.metrics)),
        width: chartWidth(block, space),
        alignment: 'center',
      },
    ],
    unbreakable: fitsPage(chartHeight(block, space), space),
  };
}

function drawColumns(model: ColumnsModel, space: Space): Content {
  const spaces = columnSpaces(model, space);
  return {
    columns: model.columns.map(({ blocks }, index) => {
      const column = spaces[index] ?? space;
      return { width: column.width, stack: drawBlocks(blocks, column) };
    }),
    columnGap: 0,
    ...(model.keepTogether && fitsPage(columnsHeight(model, space), space) ? { unbreakable: true } : {}),
  };
}

function tableLayout(table: TableModel): CustomTableLayout {
  const { side, top } = cellRoom(table);
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
  const whole = wholeRows(table, space);
  return {
    table: {
      widths,
      body,
      headerRows: whole.headRows,
      keepWithHeaderRows: whole.withHead,
      dontBreakRows: whole.rows,
    },
    layout: tableLayout(table),
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
