import type { Column } from '../../ui/data-table';
import { rollUpWords, toneOfRollUp, type TaskBoard } from './task-part';

/** The column Tiến độ: how far a task is over its units, or a unit over its tasks. */
export function rollUpColumn<T extends TaskBoard['tasks'][number] | TaskBoard['units'][number]>(
  what: 'đơn vị' | 'nhiệm vụ',
): Column<T> {
  return {
    key: 'state',
    title: 'Tiến độ',
    width: 255,
    text: (row) => rollUpWords(row, what),
    sort: (row) => (row.units === 0 ? 0 : row.done / row.units),
    render: (row) => (
      <span className={`tag tone-${toneOfRollUp(row)}`}>
        <span aria-hidden="true">{row.overdue > 0 ? '!' : row.done === row.units ? '●' : '◔'}</span>{' '}
        {rollUpWords(row, what)}
      </span>
    ),
  };
}
