/** Tables that are drawn: cells between ruled lines. */
import type { SourceTable } from '../../../../shared/domain/plan/reading/source';
import { linesOf } from './lines';
import type { Piece, Rule } from './pieces';

/** How far apart two lines may be drawn that are meant to be one, or to touch. */
const NEAR = 3;
/** A cell is at least as high as small letters. */
const LEAST = 7;

export interface Grid {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Places of the ruled lines, from left to right and from top to bottom. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly uprights: readonly Rule[];
  readonly levels: readonly Rule[];
}

/** The grids of a page: ruled lines that touch, with two columns or more. A frame or an underline is none. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const groups: { box: Rule; rules: Rule[] }[] = [];
  for (const rule of rules.filter(
    ({ left, right, top, bottom }) => right - left >= LEAST || bottom - top >= 2,
  )) {
    const touched = groups.filter(
      ({ box, rules: others }) => touch(box, rule) && others.some((one) => touch(one, rule)),
    );
    const merged = { box: rule, rules: [rule] };
    for (const group of touched) {
      merged.rules.push(...group.rules);
      merged.box = union(merged.box, group.box);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups
    .flatMap(({ box, rules: lines }): Grid[] => {
      const uprights = lines.filter((rule) => rule.right - rule.left < NEAR && rule.bottom - rule.top >= 2);
      const levels = lines.filter((rule) => rule.bottom - rule.top < NEAR && rule.right - rule.left >= LEAST);
      const columns = places(uprights.map(({ left, right }) => (left + right) / 2));
      const rows = places(levels.map(({ top, bottom }) => (top + bottom) / 2));
      return columns.length >= 3 && rows.length >= 2 ? [{ ...box, columns, rows, uprights, levels }] : [];
    })
    .sort((one, other) => one.top - other.top);
}

function touch(one: Rule, other: Rule): boolean {
  return (
    one.left <= other.right + NEAR &&
    other.left <= one.right + NEAR &&
    one.top <= other.bottom + NEAR &&
    other.top <= one.bottom + NEAR
  );
}

function union(one: Rule, other: Rule): Rule {
  return {
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

function places(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((one, other) => one - other))
    if (out.length === 0 || value - (out.at(-1) ?? 0) > NEAR) out.push(value);
  return out;
}

/** Whether a piece stands inside the grid. */
export function isInside({ left, right, top, bottom }: Grid, piece: Piece): boolean {
  const middle = (piece.left + piece.right) / 2;
  const height = piece.baseline - piece.size * 0.3;
  return middle > left - 1 && middle < right + 1 && height > top && height < bottom + 1;
}

/**
 * The rows and cells of a grid with the pieces that stand in them. A cell that goes over several rows stands in its
 * first, one over several columns is one cell, as in a Word file; a cell without words stays.
 */
export function tableOf(grid: Grid, pieces: readonly Piece[]): SourceTable {
  const cells = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const key = `${rowAt(grid, piece)} ${columnAt(grid, (piece.left + piece.right) / 2, piece.baseline - piece.size * 0.3)}`;
    cells.set(key, [...(cells.get(key) ?? []), piece]);
  }
  const rows = grid.rows.slice(0, -1).map((top, row) => {
    const middle = (top + (grid.rows[row + 1] ?? top)) / 2;
    const starts = grid.columns
      .slice(0, -1)
      .map((_, column) => column)
      .filter((column) => columnAt(grid, inner(grid.columns, column), middle) === column);
    return {
      cells: starts.map((column) => ({
        paragraphs: linesOf(cells.get(`${row} ${column}`) ?? []).map(({ text, bold }) => ({
          kind: 'paragraph' as const,
          text,
          ...(bold ? { bold } : {}),
        })),
      })),
    };
  });
  return { kind: 'table', rows: rows.filter((row) => row.cells.length > 0) };
}

function inner(edges: readonly number[], index: number): number {
  return ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;
}

/** The column whose left line is the nearest one to the left that is really drawn at this height. */
function columnAt(grid: Grid, x: number, y: number): number {
  for (let column = grid.columns.length - 2; column > 0; column--) {
    const edge = grid.columns[column] ?? 0;
    if (edge > x) continue;
    const drawn = grid.uprights.some(
      ({ left, right, top, bottom }) =>
        Math.abs((left + right) / 2 - edge) <= NEAR && top - 1 <= y && bottom + 1 >= y,
    );
    if (drawn) return column;
  }
  return 0;
}

function rowAt(grid: Grid, piece: Piece): number {
  const x = (piece.left + piece.right) / 2;
  const y = piece.baseline - piece.size * 0.3;
  for (let row = grid.rows.length - 2; row > 0; row--) {
    const edge = grid.rows[row] ?? 0;
    if (edge > y) continue;
    const drawn = grid.levels.some(
      ({ left, right, top, bottom }) =>
        Math.abs((top + bottom) / 2 - edge) <= NEAR && left - 1 <= x && right + 1 >= x,
    );
    if (drawn) return row;
  }
  return 0;
}
