/** The one list of the window: sticky head, sort, filter, column choice, density, copy into Excel. */
import { Button, Checkbox, Input, Popover, Table, type TableProps } from 'antd';
import type { ColumnType } from 'antd/es/table';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type Key,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { fold } from '../../../shared/text/normalize';
import { AS_GIVEN, arranged, arrangementOf, compare, sortValue } from './arranged-rows';
import { fitColumns, useWidth } from './column-widths';
import { copyTable } from './copy-table';
import { AsThePage, READING, Reading } from './writing';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly width?: number;
  /** Text as copied and searched; also what is shown without `render`. */
  readonly text: (row: Row) => string;
  readonly render?: (row: Row) => ReactNode;
  /** Sorts by this in place of the text. */
  readonly sort?: ((row: Row) => number | string) | false;
  /** Offer the column's distinct texts as a filter. */
  readonly filter?: boolean;
  readonly number?: boolean;
  readonly hidden?: boolean;
  readonly fixed?: boolean;
  /** Two lines at most, for long texts that are read whole elsewhere; the whole text is its tooltip. */
  readonly clamp?: boolean;
}

interface DataTableProps<Row> {
  /** Where the choice of columns and density is kept. */
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly empty?: ReactNode;
  readonly tools?: ReactNode;
  readonly search?: boolean;
  readonly height?: number | string;
  readonly virtual?: boolean;
  readonly onOpen?: (row: Row) => void;
  readonly selected?: readonly string[];
  readonly onSelect?: (keys: string[]) => void;
  readonly rowClass?: (row: Row) => string;
  /** The row that an address means: brought in sight and set off. Not for virtual tables. */
  readonly sought?: string | null;
}

interface Kept {
  readonly hidden: readonly string[];
  readonly roomy: boolean;
}

function keptFor(id: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(`vpdu.table.${id}`) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** antd ends the head of a scrolling table with a cell over the scroll bar: it heads nothing, so it is no heading. */
function HeadCell(props: ComponentProps<'th'>): ReactNode {
  return props.className?.includes('ant-table-cell-scrollbar') === true ? (
    <td className={props.className} style={props.style} />
  ) : (
    <th {...props} />
  );
}
const SELECTION = 36;
const COMPONENTS = { header: { cell: HeadCell } };

export function DataTable<Row extends object>(props: DataTableProps<Row>): ReactNode {
  const { id, columns, rows, rowKey } = props;
  const [kept, setKept] = useState<Kept>(
    () =>
      keptFor(id) ?? {
        hidden: columns.filter((column) => column.hidden).map((column) => column.key),
        roomy: false,
      },
  );
  const [text, setText] = useState('');
  const keep = (next: Kept) => {
    setKept(next);
    localStorage.setItem(`vpdu.table.${id}`, JSON.stringify(next));
  };

  const shown = useMemo(
    () => columns.filter((column) => !kept.hidden.includes(column.key)),
    [columns, kept.hidden],
  );
  const rowsWith = useCallback(
    (sought: string) => {
      const words = fold(sought).split(/\s+/).filter(Boolean);
      if (words.length === 0) return rows;
      return rows.filter((row) => {
        const line = fold(columns.map((column) => column.text(row)).join(' '));
        return words.every((word) => line.includes(word));
      });
    },
    [rows, columns],
  );
  const matching = useMemo(() => rowsWith(text), [rowsWith, text]);

  // antd measures the columns in a hidden copy of the head, check box included: no key may lead into it.
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const row of frame.current?.querySelectorAll<HTMLElement>('.ant-table-measure-row') ?? [])
      row.inert = true;
  });

  const { sought = null } = props;
  useEffect(() => {
    if (sought === null) return;
    // Once the columns have their measured widths: rows are of another height before.
    const drawn = requestAnimationFrame(() => {
      const row = frame.current?.querySelector(`[data-row-key="${CSS.escape(sought)}"]`);
      row?.scrollIntoView({ block: 'center' });
    });
    return () => cancelAnimationFrame(drawn);
  }, [sought]);

  const [arrangement, setArrangement] = useState(AS_GIVEN);
  const standing = useMemo(() => arranged(matching, shown, arrangement), [matching, shown, arrangement]);
  const placeOf = useMemo(
    () => new Map(standing.map((row, at) => [rowKey(row), at + 1])),
    [standing, rowKey],
  );
  // What a filter hides is chosen no longer: nothing is done to a row that can't be seen.
  const chooseAmong = (seen: readonly Row[]) => {
    const keys = new Set(seen.map(rowKey));
    const chosen = props.selected ?? [];
    if (chosen.some((key) => !keys.has(key))) props.onSelect?.(chosen.filter((key) => keys.has(key)));
  };
  const width = useWidth(frame);
  const offered = useMemo(
    () => new Map(columns.map((column) => [column.key, textsOf(column, rows)])),
    [columns, rows],
  );
  const textsFor = ({ key }: Column<Row>): readonly string[] => offered.get(key) ?? [];
  const fitted = fitColumns(shown, width - (props.onSelect ? SELECTION : 0), (column) =>
    headingWidth(column, textsFor(column).length > 1),
  );
  const tableColumns = fitted.map((column) => toAntColumn(column, textsFor(column), props.virtual === true));
  const selection: Pick<TableProps<Row>, 'rowSelection'> = props.onSelect
    ? {
        rowSelection: {
          selectedRowKeys: [...(props.selected ?? [])],
          onChange: (keys: Key[]) => props.onSelect?.(keys.map(String)),
          columnWidth: SELECTION,
          getTitleCheckboxProps: () => ({ 'aria-label': 'Chọn tất cả' }),
          getCheckboxProps: (row) => ({ 'aria-label': `Chọn dòng ${placeOf.get(rowKey(row)) ?? ''}`.trim() }),
        },
      }
    : {};

  return (
    <div className="data-table" ref={frame}>
      <div className="table-tools">
        {props.search === false ? null : (
          <Input
            {...READING}
            allowClear
            className="table-search"
            placeholder="Lọc trong bảng"
            aria-label={`Lọc trong bảng ${props.label}`}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              chooseAmong(arranged(rowsWith(event.target.value), shown, arrangement));
            }}
          />
        )}
        {props.tools}
        <span className="grow" />
        <span className="muted">{matching.length} dòng</span>
        <Button
          {...READING}
          type="text"
          onClick={() =>
            void copyTable(
              shown.map((column) => column.title),
              standing.map((row) => shown.map((column) => column.text(row))),
            )
          }
        >
          Chép bảng
        </Button>
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <div className="column-choice">
              {columns.map((column) => (
                <Checkbox
                  {...READING}
                  key={column.key}
                  checked={!kept.hidden.includes(column.key)}
                  onChange={(event) =>
                    keep({
                      ...kept,
                      hidden: event.target.checked
                        ? kept.hidden.filter((key) => key !== column.key)
                        : [...kept.hidden, column.key],
                    })
                  }
                >
                  {column.title}
                </Checkbox>
              ))}
              <Checkbox
                {...READING}
                checked={kept.roomy}
                onChange={(event) => keep({ ...kept, roomy: event.target.checked })}
              >
                Dòng thưa
              </Checkbox>
            </div>
          }
        >
          <Button {...READING} type="text">
            Cột
          </Button>
        </Popover>
      </div>
      <Reading>
        <Table<Row>
          aria-label={props.label}
          size={kept.roomy ? 'middle' : 'small'}
          columns={tableColumns}
          dataSource={[...matching]}
          rowKey={rowKey}
          pagination={false}
          showSorterTooltip={false}
          components={COMPONENTS}
          {...(props.virtual === true
            ? {
                virtual: true,
                scroll: { y: typeof props.height === 'number' ? props.height : 480, x: width },
              }
            : props.height === undefined
              ? { sticky: true }
              : { scroll: { y: props.height } })}
          locale={{
            emptyText:
              rows.length === 0 ? (
                <AsThePage>{props.empty ?? 'Chưa có dòng nào.'}</AsThePage>
              ) : (
                'Không có dòng nào khớp.'
              ),
          }}
          onChange={(...change) => {
            setArrangement(arrangementOf(...change));
            chooseAmong(change[3].currentDataSource);
          }}
          {...selection}
          rowClassName={(row) =>
            `${props.rowClass?.(row) ?? ''}${rowKey(row) === sought ? ' sought-row' : ''}`.trim()
          }
          {...(props.onOpen
            ? {
                onRow: (row: Row) => ({
                  className: 'openable',
                  tabIndex: 0,
                  onClick: (event) => {
                    const target = event.target as HTMLElement;
                    // A menu or dialog that a row's button opened lies elsewhere in the page: its clicks are no click here.
                    if (!(event.currentTarget as HTMLElement).contains(target)) return;
                    if (!target.closest('button,a,input,label')) props.onOpen?.(row);
                  },
                  onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
                    if (event.target !== event.currentTarget) return;
                    if (event.key === 'Enter') {
                      // A dialog that opens takes the focus: the same key must not press its first button.
                      event.preventDefault();
                      props.onOpen?.(row);
                    }
                    if (event.key === ' ' && props.onSelect) {
                      const key = rowKey(row);
                      const chosen = props.selected ?? [];
                      props.onSelect(
                        chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key],
                      );
                      event.preventDefault();
                    }
                    const next =
                      event.key === 'ArrowDown'
                        ? event.currentTarget.nextElementSibling
                        : event.key === 'ArrowUp'
                          ? event.currentTarget.previousElementSibling
                          : null;
                    if (next instanceof HTMLElement) {
                      next.focus();
                      event.preventDefault();
                    }
                  },
                }),
              }
            : {})}
        />
      </Reading>
    </div>
  );
}

/** A heading of so many characters stays on one line; a longer one may break between words. */
const WHOLE_HEADING = 12;
const HEADING_CHARACTER = 9.5;

/** The distinct texts that a column offers to filter by. */
function textsOf<Row>(column: Column<Row>, rows: readonly Row[]): readonly string[] {
  return column.filter === true ? [...new Set(rows.map(column.text))].sort((a, b) => compare(a, b)) : [];
}

/** Pixels that keep a short heading on one line: its letters, the padding, the signs of sorting and filtering. */
function headingWidth(column: Pick<Column<never>, 'title' | 'sort'>, filtered: boolean): number {
  if (column.title.length > WHOLE_HEADING) return 0;
  return (
    column.title.length * HEADING_CHARACTER + 16 + (column.sort === false ? 0 : 24) + (filtered ? 30 : 0)
  );
}

function toAntColumn<Row extends object>(
  column: Column<Row>,
  texts: readonly string[],
  clamp: boolean,
): ColumnType<Row> {
  const value = sortValue(column);
  return {
    key: column.key,
    title: column.title,
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.number === true ? { align: 'right', className: 'number' } : {}),
    ...(column.fixed === true ? { fixed: 'start' } : {}),
    ...(column.sort === false ? {} : { sorter: (a: Row, b: Row) => compare(value(a), value(b)) }),
    ...(texts.length > 1
      ? {
          filters: texts.map((each) => ({ text: each || '(trống)', value: each })),
          onFilter: (chosen: unknown, row: Row) => column.text(row) === chosen,
        }
      : {}),
    render: (_: unknown, row: Row) => {
      const text = column.text(row);
      const shown = column.render ? <AsThePage>{column.render(row)}</AsThePage> : text;
      // Virtual rows are of one height; the whole text is in the tooltip and in what is copied.
      return column.clamp === true || (clamp && !column.render) ? (
        <span className="clamp" title={text}>
          {shown}
        </span>
      ) : (
        shown
      );
    },
  };
}
