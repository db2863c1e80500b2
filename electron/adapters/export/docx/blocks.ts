/** Blocks of a page model as Word content. Lengths come in mm and points and go out in twips (1/20 point). */
import type { IBorderOptions, IParagraphOptions, IRunOptions, ISpacingProperties } from 'docx';
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
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
import type { DrawPicture } from '../picture/rasterise';
import { chartCaption } from '../chart-caption';
import { printable } from '../printable';
import type { GridCell } from '../table-grid';
import { tableGrid } from '../table-grid';

export const TWIPS_PER_MM = 1440 / 25.4;
const TWIPS_PER_POINT = 20;
export const FONT = 'Times New Roman';
const NO_BORDER: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA };
const THIN: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BOX = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const CELL_SIDE = 60;
const TIGHT_CELL_SIDE = 20;
const CELL_TOP = 40;

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

type Drawn = Paragraph | Table;

/** `width` in twips: that of the column the blocks stand in. `picture` draws what older Word shows of a chart. */
export function drawBlocks(
  blocks: readonly BlockModel[],
  width: number,
  picture: DrawPicture | null,
): Drawn[] {
  const drawn: Drawn[] = [];
  for (const block of blocks) {
    if (block.kind === 'chart') {
      drawn.push(...drawChart(block, width, picture));
      continue;
    }
    const next = drawBlock(block, width, picture);
    // Word joins two tables that touch; a paragraph one point high keeps them apart.
    if (next instanceof Table && drawn.at(-1) instanceof Table) drawn.push(gap(1));
    drawn.push(next);
  }
  return drawn;
}

function drawBlock(
  block: Exclude<BlockModel, ChartBlock>,
  width: number,
  picture: DrawPicture | null,
): Drawn {
  switch (block.kind) {
    case 'paragraph':
      return drawParagraph(block);
    case 'rule':
      return drawRule(block, width);
    case 'columns':
      return drawColumns(block, width, picture);
    case 'table':
      return drawTable(block, width);
    case 'space':
      return gap(block.height);
  }
}

/** An empty line exactly `points` high. */
export function gap(points: number): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: Math.max(1, twips(points)), lineRule: LineRuleType.EXACT },
    run: { size: 2 },
    children: [],
  });
}

function twips(points: number): number {
  return Math.round(points * TWIPS_PER_POINT);
}

function drawParagraph(paragraph: ParagraphModel): Paragraph {
  const heading = paragraph.outlineLevel === undefined ? undefined : HEADINGS[paragraph.outlineLevel - 1];
  const options: IParagraphOptions = {
    alignment: ALIGNMENT[paragraph.align],
    spacing: {
      before: twips(paragraph.spaceBefore ?? 0),
      after: twips(paragraph.spaceAfter ?? 0),
      ...lineSpacing(paragraph.line ?? null),
    },
    indent: {
      firstLine: Math.round((paragraph.firstLineIndent ?? 0) * TWIPS_PER_MM),
      left: Math.round((paragraph.leftIndent ?? 0) * TWIPS_PER_MM),
      ...(paragraph.rightIndent === undefined
        ? {}
        : { right: Math.round(paragraph.rightIndent * TWIPS_PER_MM) }),
    },
    keepNext: paragraph.keepWithNext ?? false,
    // A heading of two lines stays whole; no line of running text stands alone.
    ...(heading === undefined ? {} : { keepLines: true, heading }),
    ...(paragraph.align === 'justify' ? { widowControl: true } : {}),
    children: paragraph.runs.flatMap((run) => drawRun(run, paragraph.size)),
    run: { size: halfPoints(paragraph.size), font: FONT },
  };
  return new Paragraph(options);
}

/** Exact points, or Word's single spacing (240 = one line). */
function lineSpacing(line: number | null): ISpacingProperties {
  return line === null
    ? { line: 240, lineRule: LineRuleType.AUTO }
    : { line: twips(line), lineRule: LineRuleType.EXACT };
}

function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** One Word run a line: a line feed in the text is a soft break. */
function drawRun(run: RunModel, size: number): TextRun[] {
  return printable(run.text)
    .split('\n')
    .map((line, index) => {
      const options: IRunOptions = {
        text: line,
        font: FONT,
        size: halfPoints(run.size ?? size),
        // Said even when false: a heading style of the reader's template would else make it bold or blue.
        bold: run.bold ?? false,
        italics: run.italic ?? false,
        color: '000000',
        ...(run.underline ? { underline: {} } : {}),
        ...(index > 0 ? { break: 1 } : {}),
      };
      return new TextRun(options);
    });
}

/** The top border of an empty paragraph, drawn in from both sides. */
function drawRule(rule: RuleModel, width: number): Paragraph {
  const free = Math.max(0, width - Math.round(rule.length * TWIPS_PER_MM));
  const left = rule.align === 'left' ? 0 : rule.align === 'right' ? free : Math.round(free / 2);
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
    indent: { left, right: free - left },
    spacing: {
      before: twips(rule.spaceBefore ?? 0),
      after: twips(rule.spaceAfter ?? 0),
      line: TWIPS_PER_POINT,
      lineRule: LineRuleType.EXACT,
    },
    run: { size: 2 },
    children: [],
  });
}

/** Pixels of Word's own measure (96 an inch) in a point. */
const PIXELS_A_POINT = 96 / 72;

/** SVG where the program draws it, the picture elsewhere; the caption stays with it. */
function drawChart(block: ChartBlock, width: number, picture: DrawPicture | null): readonly Paragraph[] {
  const { chart } = block;
  if (!picture) throw new Error('a chart needs the machine that draws pictures');
  const scale = Math.min(1, width / TWIPS_PER_POINT / chart.width) * PIXELS_A_POINT;
  const transformation = {
    width: Math.round(chart.width * scale),
    height: Math.round(chart.height * scale),
  };
  return [
    drawParagraph(chartCaption(block)),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new ImageRun({
          type: 'svg',
          data: new TextEncoder().encode(chartSvg(chart, printable)),
          transformation,
          fallback: { type: 'png', data: picture(chart) },
          altText: {
            name: printable(chart.id),
            title: printable(chart.title),
            description: printable(chart.description),
          },
        }),
      ],
    }),
  ];
}

function drawColumns(model: ColumnsModel, width: number, picture: DrawPicture | null): Table {
  const shares = model.columns.reduce((sum, column) => sum + column.share, 0);
  const widths = model.columns.map((column) => Math.round((width * column.share) / shares));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    // On the table as well as on its cells: Word's default of 1.9 mm at each side would narrow the columns.
    margins: NO_MARGINS,
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [
      new TableRow({
        cantSplit: model.keepTogether ?? false,
        children: model.columns.map((column, index) => {
          const columnWidth = widths[index] ?? 0;
          const drawn = drawBlocks(column.blocks, columnWidth, picture);
          return new TableCell({
            width: { size: columnWidth, type: WidthType.DXA },
            margins: NO_MARGINS,
            borders: NO_BORDERS,
            // A cell must end with a paragraph.
            children: drawn.at(-1) instanceof Paragraph ? drawn : [...drawn, gap(1)],
          });
        }),
      }),
    ],
  });
}

function drawTable(table: TableModel, width: number): Table {
  const shares = table.widths.reduce((sum, share) => sum + share, 0);
  const widths = table.widths.map((share) => Math.round((width * share) / shares));
  const grid = tableGrid(table);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: {
      top: table.tight === true ? 0 : CELL_TOP,
      bottom: table.tight === true ? 0 : CELL_TOP,
      left: table.tight === true ? TIGHT_CELL_SIDE : CELL_SIDE,
      right: table.tight === true ? TIGHT_CELL_SIDE : CELL_SIDE,
      marginUnitType: WidthType.DXA,
    },
    borders: { ...BOX, insideHorizontal: THIN, insideVertical: THIN },
    rows: grid.map(
      (_cells, row) =>
        new TableRow({
          tableHeader: row < table.headRows,
          cantSplit: true,
          children: cellsOfRow(grid, row).map((cell) =>
            drawCell(cell, row, { widths, size: table.size, keepNext: staysWithNext(table, row) }),
          ),
        }),
    ),
  });
}

/** Rows under the head up to which a table is never parted. Word knows how high they are, this program does not. */
const SHORT_TABLE_ROWS = 6;

/** The head and the row under it stay together; all rows of a short table do. */
function staysWithNext({ rows, headRows }: TableModel, row: number): boolean {
  return row < (rows.length - headRows <= SHORT_TABLE_ROWS ? rows.length - 1 : headRows);
}

interface CellLook {
  readonly widths: readonly number[];
  readonly size: number;
  readonly keepNext: boolean;
}

/** The cells that a row shows, those of rows above that reach into it included. */
function cellsOfRow(grid: readonly (readonly GridCell[])[], row: number): readonly GridCell[] {
  return grid
    .slice(0, row + 1)
    .flatMap((cells) => cells.filter((cell) => cell.row === row || cell.row + cell.rowSpan > row))
    .sort((left, right) => left.column - right.column);
}

function drawCell(placed: GridCell, row: number, { widths, size, keepNext }: CellLook): TableCell {
  const { cell, column, columnSpan, rowSpan } = placed;
  const begins = placed.row === row;
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1
      ? { verticalMerge: begins ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
      : {}),
    ...(cell.fill === undefined ? {} : { shading: { fill: cell.fill.replace(/^#/, '').slice(-6) } }),
    children: [
      drawParagraph({
        kind: 'paragraph',
        runs: begins
          ? (cell.runs ?? [{ text: cell.text, bold: cell.bold ?? false, italic: cell.italic ?? false }])
          : [],
        align: cell.align ?? 'left',
        size,
        line: null,
        keepWithNext: keepNext,
      }),
    ],
  });
}
