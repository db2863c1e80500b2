/** The pages of a PDF → the blocks that a Word file would give: paragraphs, tables and columns, in printed order. */
import type {
  SourceBlock,
  SourceDocument,
  SourceParagraph,
  SourceTable,
} from '../../../../shared/domain/plan/reading/source';
import { areasOf, type Area } from './columns';
import { takeFootnotes } from './footnotes';
import { linesOf, type Measure } from './lines';
import { measuresOf } from './measure';
import { paragraphsOf, type PlacedLine } from './paragraphs';
import { rowsOf, type PdfPage, type Piece } from './pieces';
import { isInMargin, segmentsOf, withoutRunningLines, type BarePage } from './running-lines';
import { gridsOf, isInside, tableOf } from './tables';

/** A run of text lines, or a block whose shape is known. */
type Part =
  | { readonly kind: 'lines'; readonly lines: readonly PlacedLine[] }
  | { readonly kind: 'block'; readonly block: SourceBlock };

/** Every word of the pages stands in it once: in the blocks, in `footnotes`, or (heads, numbers, stamps) in `pageLines`. */
export function sourceFromPages(pages: readonly PdfPage[]): SourceDocument {
  const bare = withoutRunningLines(pages);
  const measures = measuresOf(bare.map(runningLines));
  const footnotes: string[] = [];
  const parts = bare.flatMap((page, index) => {
    const measure = measures[index] ?? { left: 0, right: page.page.width };
    const { pieces, notes } = takeFootnotes(page.pieces, measure);
    footnotes.push(...notes);
    return partsOf(page.page, pieces, measure, index);
  });
  const pageLines = bare.flatMap(({ page, running }, index) => [
    ...running,
    ...page.turned,
    ...marksOf(page, index === 0),
  ]);
  return {
    blocks: blocksOf(parts),
    ...(footnotes.length > 0 ? { footnotes } : {}),
    ...(pageLines.length > 0 ? { pageLines } : {}),
  };
}

/** Of a page without its tables: what its edges are told by. */
function runningLines({ page, pieces }: BarePage) {
  const grids = gridsOf(page.rules);
  return {
    lines: linesOf(pieces.filter((piece) => !grids.some((grid) => isInside(grid, piece)))),
    width: page.width,
  };
}

/** A mark in a corner of the first page's head, or of any margin, is a line of its own, whatever stands beside it. */
function marksOf(page: PdfPage, isFirst: boolean): string[] {
  return rowsOf(
    page.pieces.filter(
      ({ baseline }) => (isFirst && baseline < page.height * 0.4) || isInMargin(page, baseline),
    ),
  )
    .flatMap(segmentsOf)
    .filter((text) => /m\s*ậ\s*t/iu.test(text) && text.length < 40);
}

function partsOf(page: PdfPage, pieces: readonly Piece[], measure: Measure, index: number): Part[] {
  const parts: Part[] = [];
  let rest = pieces;
  const straight = (some: readonly Piece[]) => {
    for (const area of areasOf(some, measure)) parts.push(partOf(area, measure, index));
  };
  for (const grid of gridsOf(page.rules)) {
    const inside = rest.filter((piece) => isInside(grid, piece));
    if (inside.length === 0) continue;
    rest = rest.filter((piece) => !inside.includes(piece));
    straight(rest.filter(({ baseline }) => baseline <= grid.top + 2));
    rest = rest.filter(({ baseline }) => baseline > grid.top + 2);
    parts.push({ kind: 'block', block: tableOf(grid, inside) });
  }
  straight(rest);
  return parts;
}

function partOf(area: Area, measure: Measure, page: number): Part {
  switch (area.kind) {
    case 'text':
      return { kind: 'lines', lines: linesOf(area.pieces).map((line) => ({ ...line, page, measure })) };
    case 'columns':
      return {
        kind: 'block',
        block: {
          kind: 'table',
          layout: true,
          rows: [{ cells: area.columns.map((column) => ({ paragraphs: columnLines(column) })) }],
        },
      };
    case 'table':
      return {
        kind: 'block',
        block: {
          kind: 'table',
          rows: area.rows.map((cells) => ({
            cells: cells.map((cell) => ({
              paragraphs: linesOf(cell).map(({ text }) => ({ kind: 'paragraph' as const, text })),
            })),
          })),
        },
      };
  }
}

/** A column's lines stay lines: the reader knows how names and recipients wrap. A wide distance parts them. */
function columnLines(pieces: readonly Piece[]): SourceParagraph[] {
  const lines = linesOf(pieces);
  return lines.map(({ text, bold, italic, baseline, size }, index) => {
    const before = lines[index - 1];
    return {
      kind: 'paragraph',
      text,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(before && baseline - before.baseline < size * 1.9 ? { gapBefore: false } : {}),
    };
  });
}

/** Text goes on over a page's end; a table does too, and then its head is not said twice. */
function blocksOf(parts: readonly Part[]): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let lines: PlacedLine[] = [];
  const all = parts.flatMap((part) => (part.kind === 'lines' ? part.lines : []));
  const close = () => {
    blocks.push(...paragraphsOf(lines, all));
    lines = [];
  };
  for (const part of parts) {
    if (part.kind === 'lines') {
      lines.push(...part.lines);
      continue;
    }
    close();
    const last = blocks.at(-1);
    if (last?.kind === 'table' && part.block.kind === 'table' && goesOn(last, part.block))
      blocks.splice(-1, 1, joined(last, part.block));
    else blocks.push(part.block);
  }
  close();
  return blocks;
}

const wordsOf = (row: SourceTable['rows'][number] | undefined): string =>
  (row?.cells ?? []).map((cell) => cell.paragraphs.map(({ text }) => text).join(' ')).join('|');

/** Two tables with nothing between and as many columns. */
function goesOn(above: SourceTable, below: SourceTable): boolean {
  const columns = (table: SourceTable) => Math.max(...table.rows.map(({ cells }) => cells.length));
  return above.layout !== true && below.layout !== true && columns(above) === columns(below);
}

/** The head repeated on the next page is left out; a row without its first cell goes on in the one above. */
function joined(above: SourceTable, below: SourceTable): SourceTable {
  const rows = [...above.rows];
  let next = 0;
  while (
    next < below.rows.length &&
    next < above.rows.length &&
    next < 3 &&
    wordsOf(below.rows[next]) === wordsOf(above.rows[next])
  )
    next += 1;
  for (const [index, row] of below.rows.slice(next).entries()) {
    const last = rows.at(-1);
    const empty = row.cells[0]?.paragraphs.length === 0;
    if (index === 0 && empty && last && last.cells.length === row.cells.length)
      rows.splice(-1, 1, {
        cells: last.cells.map((cell, column) => ({
          paragraphs: [...cell.paragraphs, ...(row.cells[column]?.paragraphs ?? [])],
        })),
      });
    else rows.push(row);
  }
  return { kind: 'table', rows };
}
