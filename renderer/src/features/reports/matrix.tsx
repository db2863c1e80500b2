import { memo, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { OWN_PLAN_STATE, UNIT_STATE, columnShort, columnWords } from '../../../../shared/i18n/vi';
import type { MatrixView } from '../../../../shared/rpc/contract/report';
import { date } from '../../ui/format';
import { UNIT_TONE } from '../../ui/tags';
import { formatPercent } from '../../../../shared/text/numbers';

/** One cell: a unit in a period of a plan. */
export interface MatrixPlace {
  readonly dossierId: string;
  readonly kind: MatrixView['columns'][number]['kind'];
  readonly period: string;
  readonly unit: string;
  readonly unitName: string;
}

interface MatrixProps {
  readonly view: MatrixView;
  /** dossierId → how a column names its plan. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly selected: readonly MatrixPlace[];
  readonly onSelect: (places: readonly MatrixPlace[]) => void;
  readonly onOpen: (place: MatrixPlace) => void;
}

type Cell = MatrixView['groups'][number]['rows'][number]['cells'][number];

const keyOf = (place: MatrixPlace) => `${place.dossierId}|${place.period}|${place.unit}`;

function firstKey(view: MatrixView): string | null {
  for (const group of view.groups) {
    for (const row of group.rows) {
      const column = view.columns[row.cells.findIndex((cell) => cell !== null)];
      if (column) return `${column.dossierId}|${column.period}|${row.unit}`;
    }
  }
  return null;
}

function wordsOf(cell: NonNullable<Cell>, kind: MatrixPlace['kind']): string {
  return [
    (kind === 'own-plan' ? OWN_PLAN_STATE : UNIT_STATE)[cell.state].word,
    cell.nil ? `không phát sinh${cell.nilSaid === undefined ? '' : ` (${cell.nilSaid})`}` : '',
    cell.extended ? 'được gia hạn' : '',
    cell.receivedAt ? `nhận ${date(cell.receivedAt)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Sign by unit and period. Arrow keys move, Enter opens, Space selects for chasing; readable without colour. */
export function Matrix({ view, numbers, selected, onSelect, onOpen }: MatrixProps): ReactNode {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocus] = useState<string | null>(null);
  // One tab stop for the whole grid: the cell that was last in use, else the first.
  const focus = focused ?? firstKey(view);
  const chosen = useMemo(() => new Set(selected.map(keyOf)), [selected]);
  const plans = new Set(view.columns.map((column) => column.dossierId)).size;

  const place = (unit: string, unitName: string, column: number): MatrixPlace | null => {
    const found = view.columns[column];
    return found
      ? { dossierId: found.dossierId, kind: found.kind, period: found.period, unit, unitName }
      : null;
  };
  const toggle = (at: MatrixPlace) => {
    const key = keyOf(at);
    onSelect(chosen.has(key) ? selected.filter((each) => keyOf(each) !== key) : [...selected, at]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('td.cell');
    if (!cell) return;
    const at = place(cell.dataset['unit'] ?? '', cell.dataset['name'] ?? '', Number(cell.dataset['column']));
    if (event.key === 'Enter' && at) onOpen(at);
    else if (event.key === ' ' && at) toggle(at);
    else if (event.key.startsWith('Arrow')) move(cell, event.key);
    else return;
    event.preventDefault();
  };

  return (
    <div className="matrix-wrap">
      <table className="matrix" role="grid" aria-label="Bảng báo cáo theo đơn vị và kỳ" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th className="unit" scope="col">
              Đơn vị
            </th>
            {view.columns.map((column) => (
              <th
                key={`${column.dossierId}|${column.period}`}
                scope="col"
                title={`${column.plan} – ${columnWords(column)}, hạn ${date(column.lastDay)}`}
              >
                {columnShort(column)}
                {plans > 1 ? (
                  <span className="plan-name">{numbers.get(column.dossierId) ?? column.plan}</span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.groups.map((group) => {
            const id = group.group ?? '';
            const shut = folded.has(id);
            return [
              <tr key={`group:${id}`} className="group">
                <th className="unit" scope="rowgroup">
                  <button
                    type="button"
                    aria-expanded={!shut}
                    onClick={() =>
                      setFolded((before) => {
                        const next = new Set(before);
                        if (shut) next.delete(id);
                        else next.add(id);
                        return next;
                      })
                    }
                  >
                    {shut ? '▸' : '▾'} {group.name} ({group.rows.length})
                  </button>
                </th>
                {view.columns.map((column, index) => {
                  const cells = group.rows
                    .map((row) => row.cells[index])
                    .filter((cell) => cell !== null && cell !== undefined);
                  const received = cells.filter(
                    (cell) => cell.state === 'on-time' || cell.state === 'late',
                  ).length;
                  return (
                    <td key={`${column.dossierId}|${column.period}`} className="nowrap">
                      {cells.length === 0 ? '' : `${received}/${cells.length}`}
                    </td>
                  );
                })}
              </tr>,
              ...(shut
                ? []
                : group.rows.map((row) => (
                    <MatrixRow
                      key={row.unit}
                      row={row}
                      columns={view.columns}
                      chosen={chosen}
                      focus={focus}
                      onFocus={setFocus}
                      onOpen={(column) => {
                        const at = place(row.unit, row.name, column);
                        if (at) onOpen(at);
                      }}
                    />
                  ))),
            ];
          })}
        </tbody>
        <tfoot>
          <tr className="totals">
            <th className="unit" scope="row">
              Đã nhận/phải báo cáo · tỷ lệ đúng hạn
            </th>
            {view.totals.map((total, index) => (
              <td
                key={
                  view.columns[index]
                    ? `${view.columns[index].dossierId}|${view.columns[index].period}`
                    : index
                }
                title={`Phải báo cáo ${total.expected}, đã nhận ${total.received}, đúng hạn ${total.onTime}, trễ hạn ${total.late}, chưa báo cáo ${total.missing}`}
              >
                {total.received}/{total.expected}
                <br />
                {/* Before anyone owes or has sent anything, there is no rate yet. */}
                {total.received + total.missing > 0 && total.expected > 0
                  ? formatPercent((total.onTime * 100) / total.expected)
                  : '–'}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface MatrixRowProps {
  readonly row: MatrixView['groups'][number]['rows'][number];
  readonly columns: MatrixView['columns'];
  readonly chosen: ReadonlySet<string>;
  readonly focus: string | null;
  readonly onFocus: (key: string) => void;
  readonly onOpen: (column: number) => void;
}

const MatrixRow = memo(
  function MatrixRow({ row, columns, chosen, focus, onFocus, onOpen }: MatrixRowProps): ReactNode {
    return (
      <tr>
        <th className="unit" scope="row" title={row.name}>
          {row.name}
        </th>
        {columns.map((column, index) => {
          const cell = row.cells[index];
          const key = `${column.dossierId}|${column.period}|${row.unit}`;
          if (!cell) return <td key={key} className="blank" aria-label={`${row.name}, không phải báo cáo`} />;
          const words = wordsOf(cell, column.kind);
          return (
            <td
              key={key}
              role="gridcell"
              className={`cell tone-${UNIT_TONE[cell.state]}${chosen.has(key) ? ' selected' : ''}`}
              tabIndex={focus === key ? 0 : -1}
              aria-label={`${row.name}, ${columnWords(column)}: ${words}`}
              aria-selected={chosen.has(key)}
              title={`${row.name}\n${columnWords(column)}: ${words}`}
              data-unit={row.unit}
              data-name={row.name}
              data-column={index}
              onFocus={() => onFocus(key)}
              onClick={() => onOpen(index)}
            >
              {UNIT_STATE[cell.state].sign}
              {cell.nil ? <sup>0</sup> : null}
              {cell.extended ? <sup>+</sup> : null}
            </td>
          );
        })}
      </tr>
    );
  },
  // Callbacks are new each time; what is seen depends on these alone.
  (before, after) =>
    before.row === after.row &&
    before.columns === after.columns &&
    before.chosen === after.chosen &&
    (before.focus === after.focus ||
      (!before.focus?.endsWith(`|${before.row.unit}`) && !after.focus?.endsWith(`|${after.row.unit}`))),
);

function move(cell: HTMLElement, key: string): void {
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    let next = step > 0 ? cell.nextElementSibling : cell.previousElementSibling;
    while (next && !next.classList.contains('cell'))
      next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
    if (next instanceof HTMLElement) next.focus();
    return;
  }
  const column = cell.dataset['column'] ?? '';
  let row = step > 0 ? cell.parentElement?.nextElementSibling : cell.parentElement?.previousElementSibling;
  while (row) {
    const next = row.querySelector<HTMLElement>(`td.cell[data-column="${column}"]`);
    if (next) {
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
      return;
    }
    row = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  }
}
