import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { columnShort, columnWords } from '../../../../shared/i18n/vi';
import type { MatrixView } from '../../../../shared/rpc/contract/report';
import { due, figure } from '../../ui/format';
import { MatrixRow } from './matrix-row';
import {
  countCells,
  keyOf,
  rectangle,
  SUMS,
  type MatrixGroup,
  type MatrixPlace,
  type MatrixRowView,
} from './matrix-view';

interface MatrixProps {
  readonly columns: MatrixView['columns'];
  /** Groups with the rows that are looked at. */
  readonly groups: readonly MatrixGroup[];
  /** dossierId → how a column names its plan. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly selected: readonly MatrixPlace[];
  readonly onSelect: (places: readonly MatrixPlace[]) => void;
  readonly onOpen: (place: MatrixPlace) => void;
}

interface At {
  readonly row: number;
  readonly column: number;
}

/** Where a range began, and what was chosen before. */
interface Anchor extends At {
  readonly before: readonly MatrixPlace[];
}

/**
 * Sign by unit and period. Arrow keys move, Enter opens, Space selects for chasing, Shift makes ranges; readable
 * without colour.
 */
export function Matrix({ columns, groups, numbers, selected, onSelect, onOpen }: MatrixProps): ReactNode {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocus] = useState<string | null>(null);
  const anchor = useRef<Anchor | null>(null);
  const rows = useMemo(
    () => groups.filter((group) => !folded.has(group.group ?? '')).flatMap((group) => group.rows),
    [groups, folded],
  );
  const sums = useMemo(() => {
    const all = groups.flatMap((group) => group.rows);
    return {
      columns: columns.map((_column, index) => countCells(all.map((row) => row.cells[index]))),
      whole: countCells(all.flatMap((row) => row.cells)),
    };
  }, [columns, groups]);
  // One tab stop for the whole grid: the cell that was last in use, else the first.
  const focus = focused ?? firstKey(columns, rows);
  const chosen = useMemo(() => chosenByUnit(columns, selected), [columns, selected]);
  const plans = new Set(columns.map((column) => column.dossierId)).size;

  const placeAt = ({ row, column }: At): MatrixPlace | null =>
    rectangle(columns, rows, { row, column }, { row, column })[0] ?? null;
  const toggle = (at: At) => {
    const place = placeAt(at);
    if (!place) return;
    const key = keyOf(place);
    const without = selected.filter((each) => keyOf(each) !== key);
    anchor.current = { ...at, before: without };
    onSelect(without.length < selected.length ? without : [...selected, place]);
  };
  const extend = (from: At, to: At) => {
    anchor.current ??= { ...from, before: selected };
    const { before } = anchor.current;
    const range = rectangle(columns, rows, anchor.current, to);
    const known = new Set(range.map(keyOf));
    onSelect([...before.filter((each) => !known.has(keyOf(each))), ...range]);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = cellOf(event.target);
    const at = cell && atOf(cell);
    if (!cell || !at) return;
    if (event.key === 'Enter') {
      const place = placeAt(at);
      if (place) onOpen(place);
    } else if (event.key === ' ') toggle(at);
    else if (event.key === 'Escape' && selected.length > 0) onSelect([]);
    else if (event.key.startsWith('Arrow')) {
      const next = move(cell, event.key);
      const to = next && atOf(next);
      if (event.shiftKey && to) extend(at, to);
      else if (to) anchor.current = null;
    } else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLTableElement>) => {
    const cell = cellOf(event.target);
    const at = cell && atOf(cell);
    if (!at) return;
    if (event.shiftKey) {
      extend(atOfKey(focus, columns, rows) ?? at, at);
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      toggle(at);
      return;
    }
    const place = placeAt(at);
    if (place) onOpen(place);
  };

  let index = -1;
  return (
    <div className="matrix-wrap">
      <table
        className="matrix"
        role="grid"
        aria-label="Bảng báo cáo theo đơn vị và kỳ"
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          // A range by the mouse is no marked text, and the anchor's focus must outlive the press.
          if (event.shiftKey) event.preventDefault();
        }}
        onFocus={(event) => {
          const cell = cellOf(event.target);
          const place = cell && placeAt(atOf(cell));
          if (place) setFocus(keyOf(place));
        }}
        onClick={onClick}
      >
        <thead>
          <tr>
            <th className="unit" scope="col">
              Đơn vị
            </th>
            {columns.map((column) => (
              <th
                key={`${column.dossierId}|${column.period}`}
                scope="col"
                title={`${column.plan} – ${columnWords(column)}, hạn ${due(column)}`}
              >
                {columnShort(column)}
                {plans > 1 ? (
                  <span className="plan-name">{numbers.get(column.dossierId) ?? column.plan}</span>
                ) : null}
              </th>
            ))}
            <th scope="col" className="sum">
              Đã nhận
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const id = group.group ?? '';
            const shut = folded.has(id);
            return [
              <GroupRow
                key={`group:${id}`}
                group={group}
                columns={columns}
                shut={shut}
                onToggle={() => {
                  anchor.current = null;
                  setFolded((before) => {
                    const next = new Set(before);
                    if (shut) next.delete(id);
                    else next.add(id);
                    return next;
                  });
                }}
              />,
              ...(shut
                ? []
                : group.rows.map((row) => {
                    index += 1;
                    return (
                      <MatrixRow
                        key={row.unit}
                        row={row}
                        index={index}
                        columns={columns}
                        chosen={chosen.get(row.unit) ?? ''}
                        focused={focusedColumn(focus, columns, row)}
                      />
                    );
                  })),
            ];
          })}
        </tbody>
        <tfoot>
          {SUMS.map(({ title, of }, at) => (
            <tr key={title} className="totals" style={{ ['--from-bottom' as string]: SUMS.length - 1 - at }}>
              <th className="unit" scope="row" title={title}>
                {title}
              </th>
              {sums.columns.map((total, column) => (
                <td
                  key={`${columns[column]?.dossierId ?? ''}|${columns[column]?.period ?? ''}`}
                  title={`Phải báo cáo ${total.expected}, đã nhận ${total.received}, đúng hạn ${total.onTime}, trễ hạn ${total.late}, chưa báo cáo ${total.missing}, đã trả lại ${total.returned}, chưa đến hạn ${total.notDue}`}
                >
                  {of(total)}
                </td>
              ))}
              <td className="sum">{of(sums.whole)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}

function GroupRow(props: {
  readonly group: MatrixGroup;
  readonly columns: MatrixView['columns'];
  readonly shut: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const { group, columns, shut } = props;
  const whole = countCells(group.rows.flatMap((row) => row.cells));
  return (
    <tr className="group">
      <th className="unit" scope="rowgroup" title={group.name}>
        <button type="button" aria-expanded={!shut} onClick={props.onToggle}>
          {shut ? '▸' : '▾'} {group.name} ({group.rows.length})
        </button>
      </th>
      {columns.map((column, index) => {
        const total = countCells(group.rows.map((row) => row.cells[index]));
        return (
          <td key={`${column.dossierId}|${column.period}`} className="nowrap">
            {total.expected === 0 ? '' : `${figure(total.received)}/${figure(total.expected)}`}
          </td>
        );
      })}
      <td className="sum">
        {figure(whole.received)}/{figure(whole.expected)}
      </td>
    </tr>
  );
}

/** unit → its chosen columns as "0,3". */
function chosenByUnit(
  columns: MatrixView['columns'],
  selected: readonly MatrixPlace[],
): ReadonlyMap<string, string> {
  const at = new Map(columns.map(({ dossierId, period }, index) => [`${dossierId}|${period}`, index]));
  const byUnit = new Map<string, number[]>();
  for (const { dossierId, period, unit } of selected) {
    const index = at.get(`${dossierId}|${period}`);
    if (index !== undefined) byUnit.set(unit, [...(byUnit.get(unit) ?? []), index]);
  }
  return new Map([...byUnit].map(([unit, list]) => [unit, list.sort((a, b) => a - b).join(',')]));
}

function firstKey(columns: MatrixView['columns'], rows: readonly MatrixRowView[]): string | null {
  for (const row of rows) {
    const column = columns[row.cells.findIndex((cell) => cell !== null)];
    if (column) return keyOf({ ...column, unit: row.unit });
  }
  return null;
}

function focusedColumn(focus: string | null, columns: MatrixView['columns'], row: MatrixRowView): number {
  if (focus?.endsWith(`|${row.unit}`) !== true) return -1;
  return columns.findIndex((column) => keyOf({ ...column, unit: row.unit }) === focus);
}

function atOfKey(
  key: string | null,
  columns: MatrixView['columns'],
  rows: readonly MatrixRowView[],
): At | null {
  const row = rows.findIndex(({ unit }) => key?.endsWith(`|${unit}`) === true);
  const unit = rows[row];
  const column = unit ? focusedColumn(key, columns, unit) : -1;
  return column < 0 ? null : { row, column };
}

function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>('td.cell') : null;
}

function atOf(cell: HTMLElement): At {
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

/** Focuses the next cell that way; null at the edge. */
function move(cell: HTMLElement, key: string): HTMLElement | null {
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const sibling = (of: Element): Element | null =>
    step > 0 ? of.nextElementSibling : of.previousElementSibling;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    let next = sibling(cell);
    while (next && !next.classList.contains('cell')) next = sibling(next);
    return focusOn(next);
  }
  const column = cell.dataset['column'] ?? '';
  let row = cell.parentElement ? sibling(cell.parentElement) : null;
  while (row) {
    const next = row.querySelector(`td.cell[data-column="${column}"]`);
    if (next) return focusOn(next);
    row = sibling(row);
  }
  return null;
}

function focusOn(element: Element | null): HTMLElement | null {
  if (!(element instanceof HTMLElement)) return null;
  element.focus();
  element.scrollIntoView({ block: 'nearest' });
  return element;
}
