/**
 * What stands side by side on a page: a letterhead, the recipients beside the signature, a table without ruled lines.
 * Columns are parted by a gutter that no row of them crosses.
 */
import { lineOf, type Measure } from './lines';
import { rowsOf, textOf, type Piece, type Row } from './pieces';

/** Shares of the size of letters. A gap of less may be a justified line's; a gutter is at least so wide all the way. */
const GUTTER = 0.8;
const CLEAR_GUTTER = 2;
/** Rows that a table without ruled lines has at least. */
const TABLE_ROWS = 3;

/** Numbers and bullets that stand apart from their items are no column. */
const BARE_LABEL =
  /^(?:[-–—+*•●○]|\(?\p{L}\d?[).]|\(?\d{1,3}[-.)]?|\d{1,3}(?:\.\d{1,3})+\.?|[IVXL]{1,7}[-.)]?|(?:Điều|Phần|Mục)\s[\dIVX]+[.:]?)$/u;

export type Area =
  | { readonly kind: 'text'; readonly pieces: readonly Piece[] }
  /** Read one column after the other. */
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Piece[])[] }
  /** Read row by row. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Piece[])[])[] };

interface Gap {
  readonly left: number;
  readonly right: number;
}

/** Parts a page's pieces into what is read straight on, column by column and row by row, from top to bottom. */
export function areasOf(pieces: readonly Piece[], measure: Measure | null): Area[] {
  const rows = rowsOf(pieces);
  const areas: Area[] = [];
  let plain: Row[] = [];
  const close = () => {
    if (plain.length > 0) areas.push({ kind: 'text', pieces: plain.flatMap((row) => row.pieces) });
    plain = [];
  };
  for (let at = 0; at < rows.length;) {
    const table = tableFrom(rows, at);
    if (table) {
      close();
      areas.push({ kind: 'table', rows: table.rows });
      at = table.next;
      continue;
    }
    const found = columnsFrom(rows, at, measure);
    if (found) {
      const above = rowsAbove(plain, found);
      plain = plain.slice(0, plain.length - above.length);
      close();
      const right = [...above.flatMap((row) => row.pieces), ...found.right];
      areas.push({ kind: 'columns', columns: [found.left, ...columnsWithin(right)] });
      at = found.next;
      continue;
    }
    const row = rows[at];
    if (row) plain.push(row);
    at += 1;
  }
  close();
  return areas;
}

/** Two signatures beside the recipients: the right column is itself two. */
function columnsWithin(pieces: readonly Piece[]): (readonly Piece[])[] {
  const areas = areasOf(pieces, null);
  const [only, second] = areas;
  return only?.kind === 'columns' && second === undefined ? [...only.columns] : [pieces];
}

function gapsOf(row: Row, least: number): Gap[] {
  const gaps: Gap[] = [];
  let edge: number | null = null;
  for (const { left, right } of row.pieces) {
    if (edge !== null && left - edge >= least * row.size) gaps.push({ left: edge, right: left });
    edge = Math.max(edge ?? right, right);
  }
  return gaps;
}

const leftOf = (row: Row): number => Math.min(...row.pieces.map(({ left }) => left));
const rightOf = (row: Row): number => Math.max(...row.pieces.map(({ right }) => right));
const centreOf = (pieces: readonly Piece[]): number =>
  (Math.min(...pieces.map(({ left }) => left)) + Math.max(...pieces.map(({ right }) => right))) / 2;

/** What is left of a gutter beside a row; null where the row crosses it. */
function beside(gutter: Gap, row: Row): Gap | null {
  let { left, right } = gutter;
  for (const piece of row.pieces) {
    const middle = (piece.left + piece.right) / 2;
    if (piece.left < right && piece.right > left) {
      if (piece.left <= left && piece.right >= right) return null;
      if (middle < (left + right) / 2) left = Math.max(left, piece.right);
      else right = Math.min(right, piece.left);
    }
  }
  return right - left >= GUTTER * row.size ? { left, right } : null;
}

interface Columns {
  readonly gutter: Gap;
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
  readonly centre: number | null;
  readonly next: number;
}

function columnsFrom(rows: readonly Row[], from: number, measure: Measure | null): Columns | null {
  const first = rows[from];
  if (!first) return null;
  const starts = gapsOf(first, GUTTER).sort(
    (one, other) => other.right - other.left - (one.right - one.left),
  );
  for (const start of starts) {
    const found = grown(rows, from, start, measure);
    if (found) return found;
  }
  return null;
}

/** Follows a gutter down the page. */
function grown(rows: readonly Row[], from: number, start: Gap, measure: Measure | null): Columns | null {
  let gutter = start;
  const taken: { readonly left: readonly Piece[]; readonly right: readonly Piece[]; readonly row: Row }[] =
    [];
  const centre = measure && (measure.left + measure.right) / 2;
  for (const row of rows.slice(from)) {
    // A row of one column may be as wide as it likes up to the other: a letterhead's names often are.
    const isLeft = rightOf(row) <= gutter.right + 1;
    const isRight = leftOf(row) >= gutter.left - 1;
    const rest = isLeft || isRight ? gutter : beside(gutter, row);
    if (!rest) break;
    const middle = (rest.left + rest.right) / 2;
    const left = isLeft ? row.pieces : isRight ? [] : row.pieces.filter((piece) => piece.left < middle);
    const right = isLeft ? [] : isRight ? row.pieces : row.pieces.filter((piece) => piece.left >= middle);
    // A title under a letterhead stands in the middle of the page, not in a column.
    if ((isLeft || isRight) && centre !== null) {
      const column = taken.flatMap((one) => (isLeft ? one.left : one.right));
      const shift = Math.abs(centreOf(row.pieces) - centre);
      if (column.length > 0 && shift < 30 && shift < Math.abs(centreOf(row.pieces) - centreOf(column))) break;
    }
    gutter = rest;
    taken.push({ left, right, row });
  }
  const kept = withoutTrailing(taken);
  const [left, right] = [kept.flatMap((one) => one.left), kept.flatMap((one) => one.right)];
  const count = (side: 'left' | 'right') => kept.filter((one) => one[side].length > 0).length;
  if (kept.length < 2 || count('left') < 2 || count('right') < 2) return null;
  if (kept.every((one) => one.left.length === 0 || BARE_LABEL.test(textOf(one.left)))) return null;
  const least = kept.some(({ row }) => isJustified(row, measure)) ? CLEAR_GUTTER : GUTTER;
  const size = Math.max(...kept.map(({ row }) => row.size));
  // Rows that were dropped at the end have not narrowed it.
  const clear = kept.reduce<Gap | null>(
    (rest, one) => (one.left.length === 0 || one.right.length === 0 ? rest : rest && beside(rest, one.row)),
    start,
  );
  if (!clear || clear.right - clear.left < least * size) return null;
  return { gutter: clear, left, right, centre, next: from + kept.length };
}

/**
 * Below the last row with words on both sides the right column goes on (a name under a signature); the left one only if
 * it lists recipients, or the title's first line under a letterhead would be taken for its last.
 */
function withoutTrailing<T extends { readonly left: readonly Piece[]; readonly right: readonly Piece[] }>(
  rows: readonly T[],
): readonly T[] {
  const lastBoth = rows.findLastIndex(({ left, right }) => left.length > 0 && right.length > 0);
  const lists = rows.some(({ left }) => /^n[ơo]i\s*nh[ậa]n/iu.test(textOf(left)));
  let end = lastBoth + 1;
  while (end < rows.length && (lists || rows[end]?.left.length === 0)) end += 1;
  return rows.slice(0, end);
}

/** Several wide gaps between two full edges: a justified line. */
function isJustified(row: Row, measure: Measure | null): boolean {
  return (
    measure !== null &&
    leftOf(row) < measure.left + 45 &&
    Math.abs(rightOf(row) - measure.right) < 2 &&
    (gapsOf(row, 0.5).length >= 2 || lineOf(row).text.length > 60)
  );
}

/** A signature may begin a line above the recipients. */
function rowsAbove(plain: readonly Row[], { gutter, right, centre }: Columns): readonly Row[] {
  let count = 0;
  for (const row of [...plain].reverse()) {
    const shift = centre === null ? Infinity : Math.abs(centreOf(row.pieces) - centre);
    if (count >= 3 || leftOf(row) < gutter.right - 2) break;
    if (shift < Math.abs(centreOf(row.pieces) - centreOf(right))) break;
    count += 1;
  }
  return count === 0 ? [] : plain.slice(-count);
}

/** Three columns or more whose rows begin (or end, or are centred) at the same places. */
function tableFrom(
  rows: readonly Row[],
  from: number,
): { readonly rows: readonly (readonly (readonly Piece[])[])[]; readonly next: number } | null {
  const first = rows[from];
  if (!first) return null;
  let gutters = gapsOf(first, 1);
  if (gutters.length < 2) return null;
  const taken: (readonly (readonly Piece[])[])[] = [];
  let baseline = first.baseline;
  for (const row of rows.slice(from)) {
    const rest = gutters.map((gutter) => beside(gutter, row));
    if (rest.some((one) => one === null) || row.baseline - baseline > 4 * row.size) break;
    gutters = rest.flatMap((one) => one ?? []);
    taken.push(cellsOf(row, gutters));
    baseline = row.baseline;
  }
  const whole = taken.filter((cells) => cells.every((cell) => cell.length > 0));
  if (whole.length < TABLE_ROWS || whole.length < taken.length * 0.4) return null;
  const aligned = gutters.concat({ left: 0, right: 0 }).every((_, column) => isAligned(whole, column));
  if (!aligned) return null;
  const out: Piece[][][] = [];
  for (const cells of taken) {
    const last = out.at(-1);
    // A row that lacks its first cell goes on in the one above.
    if (last && cells[0]?.length === 0)
      for (const [column, cell] of cells.entries()) last[column]?.push(...cell);
    else out.push(cells.map((cell) => [...cell]));
  }
  return { rows: out, next: from + taken.length };
}

function cellsOf(row: Row, gutters: readonly Gap[]): readonly (readonly Piece[])[] {
  const edges = gutters.map(({ left, right }) => (left + right) / 2);
  return [...edges, Infinity].map((edge, column) =>
    row.pieces.filter((piece) => {
      const middle = (piece.left + piece.right) / 2;
      return middle < edge && middle >= (edges[column - 1] ?? -Infinity);
    }),
  );
}

function isAligned(rows: readonly (readonly (readonly Piece[])[])[], column: number): boolean {
  const cells = rows.flatMap((row) => (row[column] && row[column].length > 0 ? [row[column]] : []));
  const same = (place: (cell: readonly Piece[]) => number): boolean => {
    const places = cells.map(place).sort((one, other) => one - other);
    const middle = places[Math.floor(places.length / 2)] ?? 0;
    return places.filter((one) => Math.abs(one - middle) <= 3).length >= places.length * 0.75;
  };
  return (
    same((cell) => Math.min(...cell.map(({ left }) => left))) ||
    same((cell) => Math.max(...cell.map(({ right }) => right))) ||
    same(centreOf)
  );
}
