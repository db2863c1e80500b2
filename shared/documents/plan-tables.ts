/**
 * Tables inside a plan's text. The reading keeps a row as one paragraph, its cells parted by " | "; here rows that
 * belong together become a table again, words and order unchanged.
 */
import { CELL_EDGE } from '../domain/plan/reading/lines';
import type { BlockModel, TableCellModel, TableModel } from './page-model';
import { shares } from './page-table';
import { textWidth } from './text-width';

/** The cells of a row; null for any other paragraph. */
function cellsOf(paragraph: string): readonly string[] | null {
  // An empty cell at either end leaves its edge without one of the spaces.
  const whole = `${paragraph.startsWith('| ') ? ' ' : ''}${paragraph}${paragraph.endsWith(' |') ? ' ' : ''}`;
  const cells = whole.split(CELL_EDGE).map((cell) => cell.trim());
  return cells.length > 1 ? cells : null;
}

/** Whether a paragraph is a row of a table. */
export function isTableRow(paragraph: string): boolean {
  return cellsOf(paragraph) !== null;
}

/** A row over the whole width ("I. Công tác chuẩn bị") is short and no sentence. */
const LONGEST_BAND = 160;

interface RowRun {
  /** A band is a row of one cell. */
  readonly rows: readonly (readonly string[])[];
  readonly end: number;
}

/** The rows from `start` on; null where no table begins: a lone line with a bar in it is text. */
function rowsFrom(paragraphs: readonly string[], start: number): RowRun | null {
  const head = cellsOf(paragraphs[start] ?? '');
  if (!head) return null;
  const rows: (readonly string[])[] = [head];
  let end = start + 1;
  for (let index = end; index < paragraphs.length; index += 1) {
    const text = paragraphs[index] ?? '';
    const cells = cellsOf(text);
    if (cells && cells.length > head.length) break;
    // Between two rows, or after the last one, only what is shaped like a band belongs to the table.
    if (!cells && !isBand(text, paragraphs[index + 1], head.length)) break;
    rows.push(cells ?? [text]);
    end = index + 1;
  }
  return rows.length > 1 ? { rows, end } : null;
}

function isBand(text: string, next: string | undefined, width: number): boolean {
  if (text.length > LONGEST_BAND || /[.;:]$/.test(text)) return false;
  const cells = next === undefined ? null : cellsOf(next);
  // A head row under it begins another table.
  return cells?.length === width && (cells[0] === '' || /\d/.test(cells[0] ?? ''));
}

/** A table of many columns is set smaller, as offices do. */
function sizeOf(columns: number, bodySize: number): number {
  return Math.min(bodySize, columns > 5 ? 12 : 13);
}

/** mm at both sides of a cell's text. */
const CELL_SIDES = 2.5;

/** Shares of `room` mm: every column has its longest word's width, the rest goes where lines are longest. */
function widthsFor(rows: readonly (readonly string[])[], columns: number, size: number, room: number) {
  const measured = Array.from({ length: columns }, (_, column) => {
    const texts = rows.filter((row) => row.length === columns).map((row) => row[column] ?? '');
    const words = texts.flatMap((text) => text.split(/\s+/u));
    const widest = (parts: readonly string[]) =>
      Math.max(0, ...parts.map((part) => textWidth(part, size, { bold: true }))) + CELL_SIDES;
    return { least: Math.min(widest(words), room / 3), natural: widest(texts) };
  });
  const least = measured.reduce((sum, column) => sum + column.least, 0);
  const wanted = measured.map((column) => Math.max(0, Math.min(column.natural, room / 2) - column.least));
  const sum = wanted.reduce((total, one) => total + one, 0);
  const spare = Math.max(0, room - least);
  // Where every text has its line, what is left over goes to all alike.
  return shares(
    measured.map((column, index) =>
      sum > spare
        ? column.least + ((wanted[index] ?? 0) * spare) / sum
        : column.least + (wanted[index] ?? 0) + (spare - sum) / columns,
    ),
  );
}

/** "1", "12", "3.2", "" */
const ORDINAL = /^(?:\d{1,3}(?:\.\d{1,2})*\.?)?$/;

function tableOf(rows: readonly (readonly string[])[], bodySize: number, room: number): TableModel {
  const columns = rows[0]?.length ?? 1;
  const size = sizeOf(columns, bodySize);
  const centred = Array.from({ length: columns }, (_, column) =>
    rows.slice(1).every((row) => row.length < columns || ORDINAL.test(row[column] ?? '')),
  );
  return {
    kind: 'table',
    widths: widthsFor(rows, columns, size, room),
    headRows: 1,
    size,
    rows: rows.map((cells, index) => {
      if (index === 0) return cells.map((text): TableCellModel => ({ text, bold: true, align: 'center' }));
      // A row of fewer cells had merged ones: its last cell takes what is left.
      return cells.map((text, column): TableCellModel => ({
        text,
        align: centred[column] && cells.length === columns ? 'center' : 'left',
        ...(cells.length === 1 && { bold: true }),
        ...(column === cells.length - 1 &&
          cells.length < columns && { columnSpan: columns - cells.length + 1 }),
      }));
    }),
  };
}

/**
 * The blocks of paragraphs in a row: tables where rows stand, `text` for every other one. `room`: mm that a table has;
 * `bodySize`: the size of the text around it.
 */
export function blocksWithTables(
  paragraphs: readonly string[],
  {
    room,
    bodySize,
    text,
  }: {
    readonly room: number;
    readonly bodySize: number;
    readonly text: (paragraph: string) => BlockModel;
  },
): readonly BlockModel[] {
  const blocks: BlockModel[] = [];
  for (let index = 0; index < paragraphs.length;) {
    const run = rowsFrom(paragraphs, index);
    if (run) {
      blocks.push(tableOf(run.rows, bodySize, room), { kind: 'space', height: 6 });
      index = run.end;
    } else {
      blocks.push(text(paragraphs[index] ?? ''));
      index += 1;
    }
  }
  return blocks;
}
