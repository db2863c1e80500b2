/** What became of every report due, unit by unit, from the matrix of a year. */
import type { Matrix } from '../../domain/report/matrix';
import type { UnitState } from '../../domain/report/model';
import type { TimelinessData, TimelinessTally } from './timeliness-chart';

/** Reports not yet due are left out; one that was sent back counts as not handed in. */
export function timelinessRecord(matrix: Matrix, year: number): TimelinessData {
  const groups = matrix.groups.map(({ name, rows }) => {
    const units = rows.map((row) =>
      tallyOf(
        row.name,
        row.cells.flatMap((cell) => cell?.state ?? []),
      ),
    );
    const sum = (key: 'onTime' | 'late' | 'missing'): number =>
      units.reduce((total, unit) => total + unit[key], 0);
    return { name, onTime: sum('onTime'), late: sum('late'), missing: sum('missing'), units };
  });
  const due = matrix.columns.filter((_, column) =>
    matrix.groups.some(({ rows }) =>
      rows.some(({ cells }) => {
        const cell = cells[column];
        return cell !== null && cell !== undefined && cell.state !== 'not-due';
      }),
    ),
  );
  return { scope: `năm ${year}, ${due.length} kỳ báo cáo`, groups };
}

function tallyOf(name: string, states: readonly UnitState[]): TimelinessTally {
  const count = (...wanted: readonly UnitState[]): number =>
    states.filter((state) => wanted.includes(state)).length;
  return { name, onTime: count('on-time'), late: count('late'), missing: count('missing', 'returned') };
}
