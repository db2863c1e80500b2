/** A table's cells put into a grid: rows list only the cells that begin there, as in HTML. */
import type { TableCellModel, TableModel } from '../../../shared/documents/page-model';

export interface GridCell {
  readonly cell: TableCellModel;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

const EMPTY: TableCellModel = { text: '' };

/** Cells by row, in order of column; spans are cut to the table, holes are filled with empty cells. */
export function tableGrid(table: TableModel): readonly (readonly GridCell[])[] {
  const columns = table.widths.length;
  const covered = table.rows.map(() => new Array<boolean>(columns).fill(false));
  return table.rows.map((cells, row) => {
    const placed: GridCell[] = [];
    const rest = [...cells];
    for (let column = 0; column < columns; column += 1) {
      if (covered[row]?.[column]) continue;
      const cell = rest.shift() ?? EMPTY;
      const wanted = Math.min(cell.columnSpan ?? 1, columns - column);
      let columnSpan = 1;
      while (columnSpan < wanted && !covered[row]?.[column + columnSpan]) columnSpan += 1;
      const rowSpan = Math.min(cell.rowSpan ?? 1, table.rows.length - row);
      for (let below = row; below < row + rowSpan; below += 1)
        for (let beside = column; beside < column + columnSpan; beside += 1) {
          const line = covered[below];
          if (line) line[beside] = true;
        }
      placed.push({ cell, row, column, columnSpan, rowSpan });
    }
    return placed;
  });
}
