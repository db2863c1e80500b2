/** The rows of a table as they stand on the screen: filtered by its columns and sorted as its heads say. */
import type { TableProps } from 'antd';
import type { Column } from './data-table';

/** What was last chosen in the heads of the table. */
export interface Arrangement {
  /** Column → the texts that are shown; null: all. */
  readonly filters: Readonly<Record<string, readonly unknown[] | null>>;
  readonly sortedBy: string | null;
  readonly descending: boolean;
}

export const AS_GIVEN: Arrangement = { filters: {}, sortedBy: null, descending: false };

export const compare = (left: number | string, right: number | string): number =>
  typeof left === 'number' && typeof right === 'number'
    ? left - right
    : String(left).localeCompare(String(right), 'vi', { numeric: true });

/** What a column sorts by. */
export function sortValue<Row>(column: Column<Row>): (row: Row) => number | string {
  return column.sort === undefined || column.sort === false ? column.text : column.sort;
}

/** What the library says when a head is pressed. */
export function arrangementOf<Row>(
  ...[, filters, sorter]: Parameters<NonNullable<TableProps<Row>['onChange']>>
): Arrangement {
  const one = Array.isArray(sorter) ? sorter[0] : sorter;
  const by = one?.order == null ? null : one.columnKey;
  return {
    filters,
    sortedBy: by === null || by === undefined ? null : String(by),
    descending: one?.order === 'descend',
  };
}

/** As the library does it; `columns` are those that are shown: the choice in a head that went counts no longer. */
export function arranged<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { filters, sortedBy, descending }: Arrangement,
): readonly Row[] {
  const narrowing = columns.filter(({ key, filter }) => filter === true && (filters[key]?.length ?? 0) > 0);
  const kept = rows.filter((row) => narrowing.every(({ key, text }) => filters[key]?.includes(text(row))));
  const column = columns.find(({ key, sort }) => key === sortedBy && sort !== false);
  if (column === undefined) return kept;
  const value = sortValue(column);
  const sign = descending ? -1 : 1;
  return kept.toSorted((a, b) => sign * compare(value(a), value(b)));
}
