/**
 * The matrix on one A4 page on its side: the rows run down in as many bands side by side as give the largest letters.
 */
import { dateOfInstant, formatDate } from '../date/plain-date';
import {
  columnTitle,
  LEGEND,
  MATRIX_TITLE,
  plansText,
  PRINTED_STATE,
  printedCell,
  rowSum,
  TOTAL_ROWS,
  type MatrixPrintInput,
} from './matrix-print';
import { dateLine } from './number-text';
import type { BlockModel, PageModel, TableCellModel, TableModel } from './page-model';
import { bodyHead, plainLine, shares } from './page-table';
import type { RuleProfile } from './rule-profile';
import { signatureBlock } from './signature-block';
import { textWidth } from './text-width';

const MARGIN = 10;
/** mm between the margins of A4 on its side. */
const WIDTH = 297 - 2 * MARGIN;
const HEIGHT = 210 - 2 * MARGIN;
const MM = 25.4 / 72;
/** Points that stand over and under the bands: title and plans; sums; legend and day. */
const HEAD_HEIGHT = 62;
const FOOT_HEIGHT = 26;
const SUM_SIZE = 8;
const SIGNATURE_HEIGHT = 105;
/** What a row takes besides its letters: tight padding and its line. */
const ROW_EXTRA = 1.15;
const LINE = 1.15;
/** mm beside the letters of a cell: tight padding and its line. */
const CELL_EXTRA = 1;
const LARGEST = 11;
const SMALLEST = 5;
const GAP_SHARE = 0.012;
const MOST_BANDS = 4;

interface Line {
  readonly name: string;
  readonly group: boolean;
  readonly cells: readonly TableCellModel[];
}

interface Layout {
  readonly bands: number;
  readonly size: number;
  /** mm */
  readonly nameWidth: number;
  readonly cellWidth: number;
  readonly sumWidth: number;
}

export function matrixPage(profile: RuleProfile, input: MatrixPrintInput): PageModel {
  const lines = linesOf(input);
  const layout = layoutFor(input, lines.length);
  const day = dateOfInstant(input.createdAt);
  const blocks: BlockModel[] = [
    bodyHead(input.office),
    plainLine(`${MATRIX_TITLE} NĂM ${input.year}`, 'center', { size: 13, bold: true }),
    plainLine(
      `${cut(plansText(input), WIDTH - 60, 9, false)}. Tính đến ngày ${formatDate(day)}.`,
      'center',
      { size: 9, italic: true },
      { spaceAfter: 3 },
    ),
    bandTable(input, lines, layout),
    { kind: 'space', height: 4 },
    sumTable(input),
    plainLine(LEGEND, 'left', { size: 8, italic: true }, { spaceBefore: 3 }),
  ];
  if (input.signer !== null)
    blocks.push(
      plainLine(dateLine(profile, input.office.place, day), 'right', { size: 11, italic: true }),
      ...signatureBlock(
        { ...profile, signatureSpace: Math.min(profile.signatureSpace, 36) },
        { recipients: [], archive: [input.office.archiveCode], signer: input.signer },
      ),
    );
  return {
    title: `Bảng theo dõi nộp báo cáo năm ${input.year}`,
    author: input.office.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      {
        orientation: 'landscape',
        margins: [MARGIN, MARGIN, MARGIN, MARGIN],
        blocks,
        restartNumbers: false,
        pageNumber: { size: 9, topDistance: 5, hideFirst: true },
      },
    ],
  };
}

function linesOf({ matrix }: MatrixPrintInput): readonly Line[] {
  return matrix.groups.flatMap((group) => {
    const sums = matrix.columns.map((_column, index) => {
      const { received, expected } = rowSum(group.rows.map((row) => row.cells[index] ?? null));
      return expected === 0 ? '' : String(received);
    });
    const whole = group.rows
      .map((row) => rowSum(row.cells))
      .reduce(
        (sum, row) => ({ received: sum.received + row.received, expected: sum.expected + row.expected }),
        { received: 0, expected: 0 },
      );
    return [
      {
        name: `${group.name} (${group.rows.length})`,
        group: true,
        cells: [...sums, `${whole.received}/${whole.expected}`].map((text): TableCellModel => ({
          text,
          align: 'center',
          bold: true,
          fill: 'F2F2F2',
        })),
      },
      ...group.rows.map((row): Line => {
        const { received, expected } = rowSum(row.cells);
        return {
          name: row.name,
          group: false,
          cells: [
            ...row.cells.map((cell): TableCellModel => {
              const fill = cell === null ? undefined : PRINTED_STATE[cell.state].fill;
              return { text: printedCell(cell), align: 'center', ...(fill === undefined ? {} : { fill }) };
            }),
            { text: `${received}/${expected}`, align: 'center' },
          ],
        };
      }),
    ];
  });
}

/** The largest letters with which all rows stand on the page and nearly all names are whole. */
function layoutFor(input: MatrixPrintInput, rows: number): Layout {
  const sums = (TOTAL_ROWS.length + 1) * (SUM_SIZE * LINE + ROW_EXTRA) + 4;
  const free =
    HEIGHT / MM - HEAD_HEIGHT - FOOT_HEIGHT - sums - (input.signer === null ? 0 : SIGNATURE_HEIGHT);
  const columns = input.matrix.columns.length;
  const titles = input.matrix.columns.map((_column, index) => columnTitle(input, index));
  const layouts = Array.from({ length: MOST_BANDS }, (_, index): Layout => {
    const bands = index + 1;
    const perBand = Math.ceil(rows / bands) + 1;
    const room = (WIDTH * (1 - GAP_SHARE * (bands - 1))) / bands;
    const fitting = Math.min(LARGEST, Math.floor(((free / perBand - ROW_EXTRA) / LINE) * 4) / 4);
    for (let size = fitting; ; size -= 0.25) {
      const widest = Math.max(
        ...titles.map((title) => textWidth(title, size, { bold: true })),
        textWidth('C³+', size, { bold: true }),
        textWidth('00', size, { bold: true }),
      );
      const cellWidth = widest + CELL_EXTRA;
      const sumWidth = textWidth('000/0000', size, { bold: true }) + CELL_EXTRA;
      const nameWidth = room - columns * cellWidth - sumWidth;
      const enough = nameWidth >= nameNeeded(input, size);
      if (enough || size <= SMALLEST)
        return { bands, size: enough ? size : 0, nameWidth, cellWidth, sumWidth };
    }
  });
  const best = layouts.reduce((largest, layout) => (layout.size > largest.size ? layout : largest));
  return best.size > 0 ? best : { ...best, size: SMALLEST };
}

/** Nearly all names stand whole; the few that are much longer are cut. */
const WHOLE_NAMES = 0.85;

function nameNeeded({ matrix }: MatrixPrintInput, size: number): number {
  const widths = matrix.groups
    .flatMap(({ rows }) => rows.map(({ name }) => textWidth(name, size, {})))
    .sort((a, b) => a - b);
  return (widths[Math.floor(widths.length * WHOLE_NAMES)] ?? 0) + 2.2;
}

/** One table: each row holds a line of every band, with a gap between. */
function bandTable(input: MatrixPrintInput, lines: readonly Line[], layout: Layout): TableModel {
  const { bands, size } = layout;
  const perBand = Math.ceil(lines.length / bands);
  const columns = input.matrix.columns;
  const widths = Array.from({ length: bands }, (_, band) => [
    ...(band > 0 ? [WIDTH * GAP_SHARE] : []),
    layout.nameWidth,
    ...columns.map(() => layout.cellWidth),
    layout.sumWidth,
  ]).flat();
  const head = Array.from({ length: bands }, (_, band): TableCellModel[] => [
    ...(band > 0 ? [{ text: '' }] : []),
    { text: 'Đơn vị', bold: true, align: 'center' },
    ...columns.map((_column, index): TableCellModel => ({
      text: columnTitle(input, index),
      bold: true,
      align: 'center',
    })),
    { text: 'Nộp', bold: true, align: 'center' },
  ]).flat();
  const rows = Array.from({ length: perBand }, (_, at) =>
    Array.from({ length: bands }, (_band, band): TableCellModel[] => {
      const line = lines[band * perBand + at];
      const cells: readonly TableCellModel[] = line
        ? [
            {
              text: cut(line.name, layout.nameWidth - 2, size, line.group),
              bold: line.group,
              ...(line.group ? { fill: 'F2F2F2' } : {}),
            },
            ...line.cells,
          ]
        : Array.from({ length: columns.length + 2 }, () => ({ text: '' }));
      return [...(band > 0 ? [{ text: '' }] : []), ...cells];
    }).flat(),
  );
  // Not rounded as other tables' shares are: of forty columns each is narrow.
  return {
    kind: 'table',
    widths: widths.map(letters),
    headRows: 1,
    rows: [head, ...rows],
    size,
    tight: true,
  };
}

/** A column without its padding and line, which a writer adds to each alike; mm, two decimals. */
function letters(width: number): number {
  return Math.round(Math.max(0.2, width - CELL_EXTRA + 0.12) * 100) / 100;
}

/** A name that is too long for its column ends in "…": a second line would push the page over. */
function cut(name: string, width: number, size: number, bold: boolean): string {
  if (textWidth(name, size, { bold }) <= width) return name;
  let text = name;
  while (text.length > 1 && textWidth(`${text}…`, size, { bold }) > width) text = text.slice(0, -1);
  return `${text.trimEnd()}…`;
}

function sumTable(input: MatrixPrintInput): TableModel {
  const { columns, totals } = input.matrix;
  return {
    kind: 'table',
    widths: shares([Math.max(22, columns.length * 2), ...columns.map(() => 6)]),
    headRows: 1,
    size: SUM_SIZE,
    tight: true,
    rows: [
      [
        { text: 'Cộng', bold: true, align: 'center' },
        ...columns.map((_column, index): TableCellModel => ({
          text: columnTitle(input, index),
          bold: true,
          align: 'center',
        })),
      ],
      ...TOTAL_ROWS.map(({ title, of }) => [
        { text: title },
        ...totals.map((total): TableCellModel => ({ text: of(total), align: 'center' })),
      ]),
    ],
  };
}
