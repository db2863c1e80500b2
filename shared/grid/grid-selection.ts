/** Which cells of a grid are selected: from where the person stands (anchor) to where the selection reaches (head). */

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSelection {
  readonly anchor: CellPlace;
  readonly head: CellPlace;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function selectionAt(place: CellPlace): GridSelection {
  return { anchor: place, head: place };
}

/** Within the grid; a grid without cells keeps 0,0. */
export function clampPlace({ row, column }: CellPlace, { rows, columns }: GridSize): CellPlace {
  const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));
  return { row: within(row, rows), column: within(column, columns) };
}

/** By so many rows and columns: the whole selection collapses and goes there, or (`extend`) only its head does. */
export function movedSelection(
  selection: GridSelection,
  by: { readonly rows: number; readonly columns: number },
  size: GridSize,
  extend: boolean,
): GridSelection {
  const from = extend ? selection.head : selection.anchor;
  const head = clampPlace({ row: from.row + by.rows, column: from.column + by.columns }, size);
  return extend ? { anchor: selection.anchor, head } : selectionAt(head);
}

export function rectangleOf({ anchor, head }: GridSelection): Rectangle {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
}

export function isInside({ top, bottom, left, right }: Rectangle, { row, column }: CellPlace): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Every place, row by row. */
export function placesOf({ top, bottom, left, right }: Rectangle): CellPlace[] {
  const places: CellPlace[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) places.push({ row, column });
  return places;
}
