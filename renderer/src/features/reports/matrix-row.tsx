import { memo, type ReactNode } from 'react';
import { UNIT_STATE, columnWords } from '../../../../shared/i18n/vi';
import type { MatrixView } from '../../../../shared/rpc/contract/report';
import { figure } from '../../ui/format';
import { UNIT_TONE } from '../../ui/tags';
import { countCells, wordsOf, type MatrixRowView } from './matrix-view';

interface MatrixRowProps {
  readonly row: MatrixRowView;
  /** Place among the rows that are shown. */
  readonly index: number;
  readonly columns: MatrixView['columns'];
  /** Columns that are chosen, as "0,3": compared as text. */
  readonly chosen: string;
  /** The column that has the grid's one tab stop; -1: another row. */
  readonly focused: number;
}

/** One unit: its cells and its own sum. The table listens; a row only shows. */
export const MatrixRow = memo(function MatrixRow({
  row,
  index,
  columns,
  chosen,
  focused,
}: MatrixRowProps): ReactNode {
  const chosenColumns = chosen === '' ? [] : chosen.split(',').map(Number);
  const sum = countCells(row.cells);
  return (
    <tr>
      <th className="unit" scope="row" title={row.name}>
        {row.name}
      </th>
      {columns.map((column, at) => {
        const cell = row.cells[at];
        const key = `${column.dossierId}|${column.period}`;
        if (!cell) return <td key={key} className="blank" aria-label={`${row.name}, không phải báo cáo`} />;
        const words = wordsOf(cell, column.kind);
        const selected = chosenColumns.includes(at);
        return (
          <td
            key={key}
            role="gridcell"
            className={`cell tone-${UNIT_TONE[cell.state]} state-${cell.state}${selected ? ' selected' : ''}`}
            tabIndex={focused === at ? 0 : -1}
            aria-label={`${row.name}, ${columnWords(column)}: ${words}`}
            aria-selected={selected}
            title={`${row.name}\n${columnWords(column)}: ${words}`}
            data-row={index}
            data-column={at}
          >
            {UNIT_STATE[cell.state].sign}
            {cell.nil ? <sup>0</sup> : null}
            {cell.extended ? <sup>+</sup> : null}
            {cell.chased ? <sub>{cell.chased.level}</sub> : null}
          </td>
        );
      })}
      <td
        className="sum"
        title={`Đúng hạn ${sum.onTime}, trễ hạn ${sum.late}, còn thiếu ${sum.missing + sum.returned}`}
      >
        {figure(sum.received)}/{figure(sum.expected)}
      </td>
    </tr>
  );
});
