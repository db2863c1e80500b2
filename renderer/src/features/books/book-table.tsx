/** The table of a book: its tools, a page of its lines, highest number first. The host searches and filters. */
import { Input, Pagination, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { DataTable, type Column } from '../../ui/data-table';
import { Reading } from '../../ui/writing';

/** Lines that the window holds at once; the host searches the rest. */
export const PAGE_OF_BOOK = 200;

interface BookTableProps<Row, Filter extends string> {
  readonly id: string;
  readonly label: string;
  /** "văn bản đi", as the search field and the filter name the book. */
  readonly book: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowClass: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  readonly empty?: ReactNode;
  /** Which book: selects before the search. */
  readonly choice: ReactNode;
  readonly searchHint: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly filter: Filter;
  readonly filters: readonly { readonly value: Filter; readonly label: string }[];
  readonly onFilter: (filter: Filter) => void;
  /** Lines that the search and the filter leave. */
  readonly total: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** The table scrolls in itself and draws only what is seen; so much stands below it. Absent: the page scrolls. */
  readonly below?: number;
}

export function BookTable<Row extends object, Filter extends string>(
  props: BookTableProps<Row, Filter>,
): ReactNode {
  return (
    <>
      <DataTable
        id={props.id}
        label={props.label}
        rows={props.rows}
        columns={props.columns}
        rowKey={props.rowKey}
        search={false}
        {...(props.below === undefined
          ? {}
          : { virtual: true, height: Math.max(240, window.innerHeight - 300 - props.below) })}
        rowClass={props.rowClass}
        onOpen={props.onOpen}
        empty={props.empty}
        tools={
          <Reading>
            {props.choice}
            <Input
              allowClear
              className="table-search"
              aria-label={`Tìm trong sổ ${props.book}`}
              placeholder={props.searchHint}
              value={props.text}
              onChange={(event) => props.onText(event.target.value)}
            />
            <Segmented<Filter>
              aria-label={`Lọc sổ ${props.book}`}
              value={props.filter}
              options={[...props.filters]}
              onChange={props.onFilter}
            />
          </Reading>
        }
      />
      {props.total > PAGE_OF_BOOK ? (
        <Reading>
          <Pagination
            size="small"
            current={props.page}
            pageSize={PAGE_OF_BOOK}
            total={props.total}
            showSizeChanger={false}
            showTotal={(total, [from, to]) => `Dòng ${from}–${to} trong ${total}`}
            onChange={props.onPage}
          />
        </Reading>
      ) : null}
    </>
  );
}
